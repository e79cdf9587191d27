import { useMemo } from 'react';
import type { CodingId } from '#shared/ids.ts';
import { shorten } from '#shared/text/graphemes.ts';
import { overlaps, quotation, type TextRange } from '#shared/text/text-range.ts';
import { CodeSwatch } from '../codebook/code-swatch.tsx';
import { includeAgain } from '../transcripts/structure-actions.ts';
import { Button } from '../ui/button.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { selectCoding } from './coding-actions.ts';
import { useCoding, type OpenTranscript } from './coding-store.ts';
import { codingsHere } from './codings-here.ts';
import { currentView } from './current-view.ts';
import { blockAt } from './transcript-blocks.ts';
import { useShown } from './use-shown.ts';

/** The codings of the turn that the caret is in, as text: tints and brackets cannot be heard. */
export function CodingsInTurn({ open }: { readonly open: OpenTranscript }) {
  const shown = useShown();
  const block = useCoding((state) => blockAt(open.blocks, state.range.start));
  const selected = useCoding((state) => state.selected);
  const here = useMemo(
    () => (block === undefined || block.start === block.end ? [] : codingsHere(shown, block)),
    [shown, block],
  );
  const title = block?.kind === 'turn' ? `Turn ${block.turn.number}` : 'Here';
  const inOrder = here.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return (
    <section className="codings-in-turn" aria-label={`Codings of ${title.toLowerCase()}`}>
      <h2>
        {title} <span className="muted">{here.length === 0 ? 'not coded' : here.length}</span>
      </h2>
      <ul>
        {inOrder.map((coding) => (
          <li key={coding.id}>
            <button
              type="button"
              className="coding-line"
              aria-current={coding.id === selected}
              onClick={() => press(coding.id, coding.start)}
            >
              <CodeSwatch color={coding.color} />
              <span className="coding-line-label">
                {coding.mark !== null && <span className="coder-mark">{coding.mark}</span>}
                {coding.label}
              </span>
              <span className="coding-line-words">
                {shorten(quotation(open.transcript.text, coding), 60)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {block !== undefined && <ExcludedHere open={open} block={block} />}
    </section>
  );
}

/** What the dimmed words cannot say to a screen reader, and the way back. */
function ExcludedHere({ open, block }: { readonly open: OpenTranscript; readonly block: TextRange }) {
  const excluded = open.transcript.spans.filter((span) => span.kind === 'excluded' && overlaps(span, block));
  return excluded.map((span) => (
    <p key={span.id} className="excluded-here muted">
      <span>
        Left out of the analysis: “{shorten(quotation(open.transcript.text, span), 60)}”
        {span.note === '' ? '' : ` (${span.note})`}
      </span>
      <Button onPress={() => void includeAgain(span).catch(reportError)}>Take in again</Button>
    </p>
  ));
}

function press(id: CodingId, start: number): void {
  selectCoding(id);
  currentView()?.select({ start, end: start });
}
