import { ArrowUpRight } from 'lucide-react';
import type { DomainConflicts } from '#shared/codebook/code-depth-contract.ts';
import { Button } from '../ui/button.tsx';
import { counted } from './codebook-depth-actions.ts';
import type { ShowCoding } from './show-coding.ts';
import { useCodebook } from './codebook-store.ts';

interface DomainConflictListProps {
  readonly conflicts: DomainConflicts;
  /** What they do, of one and of more: “has two of these codes”, “have two of these codes”. */
  readonly does: readonly [one: string, more: string];
  readonly onShow: ShowCoding;
}

/** Passages that have two codes of a domain: one's own with a way to them, those of others as a number. */
export function DomainConflictList({ conflicts, does, onShow }: DomainConflictListProps) {
  const byId = useCodebook((state) => state.byId);
  const { own, ownTotal, others } = conflicts;
  if (ownTotal + others === 0) return null;
  const nameOf = (id: (typeof own)[number]['codeId']): string => byId.get(id)?.name ?? '';
  return (
    <div className="domain-conflicts">
      <p className="field-error" role="status">
        {sentence(ownTotal, others, does)}
      </p>
      <ul>
        {own.map(({ codingId, codeId, otherCodeId, transcriptId, source, quotation }) => (
          <li key={`${codingId} ${otherCodeId}`}>
            <div>
              <p className="muted">
                {source} · {nameOf(codeId)} and {nameOf(otherCodeId)}
              </p>
              <blockquote>{quotation}</blockquote>
            </div>
            <Button icon={<ArrowUpRight />} onPress={() => onShow({ transcriptId, codingId })}>
              Show
            </Button>
          </li>
        ))}
      </ul>
      {own.length > 0 && ownTotal > own.length && <p className="muted">The first {own.length} are shown.</p>}
    </div>
  );
}

function sentence(own: number, others: number, [one, more]: readonly [string, string]): string {
  const say = (count: number, whose: string): string =>
    `${counted(count, 'passage')} of ${whose} ${count === 1 ? one : more}`;
  const parts = [own > 0 ? say(own, 'yours') : '', others > 0 ? say(others, 'other coders') : ''];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}
