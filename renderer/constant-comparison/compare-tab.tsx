import { useCodebook } from '../codebook/codebook-store.ts';
import { useCodingPanel } from '../coding/coding-panel-store.ts';
import { selectedCoding, useCoding } from '../coding/coding-store.ts';
import { openAndReturn } from '../coding/other-fragments.tsx';
import { ComparePanel } from './compare-panel.tsx';

/** Beside the transcript: the code of the selected coding, or the one chosen in the tree. */
export function CompareTab() {
  const codes = useCodebook((state) => state.byId);
  const chosen = useCodingPanel((state) => state.code);
  const selected = useCoding(selectedCoding);
  // One layer on screen, one layer compared: nobody sees the codings of others without asking for them.
  const layerId = useCoding(({ shownLayers }) =>
    shownLayers.size === 1 ? ([...shownLayers][0] ?? null) : null,
  );
  const id = selected?.codeId ?? chosen;
  const code = id === null ? undefined : codes.get(id);
  if (code === undefined) {
    return (
      <p className="code-fragments-note">
        Select a coding, or choose a code in the codebook, to compare its fragments one by one.
      </p>
    );
  }
  return (
    <ComparePanel
      // Another coding under the cursor is another fragment to compare.
      key={`${code.id} ${selected?.id ?? ''}`}
      code={code}
      layerId={layerId}
      selected={selected?.id ?? null}
      onOpen={openAndReturn}
    />
  );
}
