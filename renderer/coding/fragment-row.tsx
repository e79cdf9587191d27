import { Star, StickyNote } from 'lucide-react';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import type { Fragment } from '#shared/coding/coding-contract.ts';
import { spokenLines } from '#shared/transcripts/line-numbers.ts';
import { CodeSwatch } from '../codebook/code-swatch.tsx';
import { poleName } from './pole-name.ts';
import { QuotationPair } from './quotation-pair.tsx';

interface FragmentRowProps {
  readonly fragment: Fragment;
  /** Left out when the list is about one code alone. */
  readonly code: Code | undefined;
  readonly showCode: boolean;
}

export function FragmentRow({ fragment, code, showCode }: FragmentRowProps) {
  const pole = poleName(code, fragment.weight);
  return (
    <>
      <p className="fragment-source">
        {showCode && code !== undefined && (
          <span className="fragment-code">
            <CodeSwatch color={code.color} />
            {code.name}
          </span>
        )}
        {pole !== null && <span className="fragment-pole">{pole}</span>}
        {fragment.goodQuotation && <Star className="fragment-star" aria-label="Good quotation" />}
        <span>{sourceOf(fragment)}</span>
        <span className="fragment-coder">{fragment.coderName}</span>
      </p>
      <QuotationPair {...fragment} />
      {fragment.memo !== '' && (
        <p className="fragment-memo">
          <StickyNote aria-label="Memo" />
          {fragment.memo}
        </p>
      )}
    </>
  );
}

function sourceOf(fragment: Fragment): string {
  const { speaker, turnNumber, transcriptTitle, participantCode } = fragment;
  const place = [speaker, turnNumber === null ? null : `turn ${turnNumber}`, spokenLines(fragment)]
    .filter((part) => part !== null)
    .join(', ');
  return transcriptTitle === participantCode
    ? place
    : [transcriptTitle, place].filter((part) => part !== '').join(' · ');
}
