import { ArrowUpRight } from 'lucide-react';
import { memo } from 'react';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import { pathOf } from '#shared/codebook/code-tree.ts';
import type { CodeId } from '#shared/ids.ts';
import type { CellDetail, Stance } from '#shared/matrices/matrices-contract.ts';
import type { CellChecking } from '#shared/checking/checking-contract.ts';
import { SentenceMarks } from '../checking/claim-sentences.tsx';
import { useCodebook } from '../codebook/codebook-store.ts';
import { openInTranscript } from '../coding/fragment-list.tsx';
import { FragmentRow } from '../coding/fragment-row.tsx';
import '../coding/fragment-list.css';

type CellFragmentData = CellDetail['fragments'][number];

interface CellFragmentProps {
  readonly fragment: CellFragmentData;
  readonly index: number;
  readonly isActive: boolean;
  /** The path of the fragment's code starts at one of these: what stands above is the column's own. */
  readonly columnCodes: readonly CodeId[];
  readonly checking: CellChecking | undefined;
  readonly onStand: (index: number) => void;
  readonly onTake: (fragment: CellFragmentData, stance: Stance) => void;
}

const STANCES: readonly (readonly [Stance, string])[] = [
  ['supports', 'Supports'],
  ['qualifies', 'Qualifies'],
  ['contradicts', 'Contradicts'],
];

/** One fragment, what it is to the summary, and the way to its place in the transcript. */
export const CellFragment = memo(function CellFragment({
  fragment,
  index,
  isActive,
  columnCodes,
  checking,
  onStand,
  onTake,
}: CellFragmentProps) {
  const byId = useCodebook((state) => state.byId);
  const code = byId.get(fragment.codeId);
  return (
    <div
      className="matrix-fragment"
      role="row"
      data-index={index}
      data-coding={fragment.id}
      data-stance={fragment.stance ?? undefined}
      tabIndex={isActive ? 0 : -1}
      onFocus={isActive ? undefined : () => onStand(index)}
      onDoubleClick={() => openInTranscript(fragment)}
    >
      <div role="gridcell" className="matrix-fragment-words">
        <FragmentRow
          fragment={fragment}
          code={code === undefined ? undefined : { ...code, name: pathFrom(byId, code.id, columnCodes) }}
          showCode
        />
      </div>
      <div role="gridcell" className="matrix-fragment-stances">
        {STANCES.map(([stance, label]) => (
          <button
            key={stance}
            type="button"
            className="matrix-stance"
            data-stance={stance}
            tabIndex={-1}
            aria-pressed={fragment.stance === stance}
            onClick={() => onTake(fragment, stance)}
          >
            {label}
          </button>
        ))}
        {checking !== undefined && <SentenceMarks checking={checking} evidence={{ codingId: fragment.id }} />}
        <button
          type="button"
          className="matrix-jump"
          tabIndex={-1}
          onClick={() => openInTranscript(fragment)}
        >
          <ArrowUpRight aria-hidden />
          In the text
        </button>
      </div>
    </div>
  );
});

function pathFrom(byId: ReadonlyMap<CodeId, Code>, id: CodeId, columnCodes: readonly CodeId[]): string {
  const path = pathOf(byId, id);
  const top = path.findIndex((code) => columnCodes.includes(code.id));
  return path
    .slice(Math.max(0, top))
    .map(({ name }) => name)
    .join(' › ');
}
