import { navigate, settle } from '../app/navigation.ts';
import { useCodebook } from '../codebook/codebook-store.ts';
import type { Fragment } from '#shared/coding/coding-contract.ts';
import { CodeFragments } from './code-fragments.tsx';
import { useCodingPanel } from './coding-panel-store.ts';
import { selectedCoding, useCoding } from './coding-store.ts';

/** Constant comparison: all fragments of the code of the selected coding, or of the code chosen in the tree. */
export function OtherFragments() {
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
        Select a coding, or choose a code in the codebook, to compare its fragments.
      </p>
    );
  }
  return (
    <>
      <h2 className="other-fragments-code">{code.name}</h2>
      <CodeFragments key={code.id} code={code} codes={codes} layerId={layerId} onOpen={openAndReturn} />
    </>
  );
}

/** Remembers where the caret is, so that Alt+Left comes back to it. */
export function openAndReturn({ transcriptId, id }: Fragment): void {
  const { open, selected, range } = useCoding.getState();
  if (open !== null) {
    const here = selected === null ? { position: range.start } : { codingId: selected };
    settle({ screen: 'coding', transcriptId: open.transcript.id, ...here });
  }
  navigate({ screen: 'coding', transcriptId, codingId: id });
}
