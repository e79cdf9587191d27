import type { QuotedWords, TouchedCoding } from '#shared/corrections/corrections-contract.ts';
import { Button } from '../ui/button.tsx';

interface TouchedListProps {
  readonly touched: readonly TouchedCoding[];
  /** Left out: the list only tells. */
  readonly actions?: {
    readonly settle: (touched: TouchedCoding) => void;
    readonly place: (touched: TouchedCoding) => void;
    readonly remove: (touched: TouchedCoding) => void;
    readonly show: (touched: TouchedCoding) => void;
  };
}

/** Codings whose words did not stay: what they were, and what they are. */
export function TouchedList({ touched, actions }: TouchedListProps) {
  if (touched.length === 0) return null;
  return (
    <ul className="touched-list">
      {touched.map((one) => (
        <li key={one.codingId} className="touched" data-outcome={one.outcome}>
          <p className="touched-head">
            <span className="touched-outcome">{one.outcome === 'lost' ? 'Lost' : 'Changed'}</span>
            <strong>{one.codeName}</strong>
            <span className="muted">{one.layerName}</span>
          </p>
          <dl>
            <dt>Before</dt>
            <dd>
              <Words quoted={one.before} mark="del" />
            </dd>
            <dt>Now</dt>
            <dd>
              {one.after === null ? (
                <span className="muted">Its text is gone. The coding waits in the old version.</span>
              ) : (
                <Words quoted={one.after} mark="ins" />
              )}
            </dd>
          </dl>
          {actions !== undefined && (
            <p className="touched-actions">
              {one.outcome === 'changed' && (
                <>
                  <Button onPress={() => actions.settle(one)}>It is right</Button>
                  <Button onPress={() => actions.show(one)}>Show in the text</Button>
                </>
              )}
              {one.outcome === 'lost' && (one.mine || one.shared) && (
                <Button onPress={() => actions.place(one)}>Place…</Button>
              )}
              {one.outcome === 'lost' && one.mine && (
                <Button onPress={() => actions.remove(one)}>Remove the coding</Button>
              )}
              {one.outcome === 'lost' && one.shared && (
                <span className="muted">A consensus: place it here, or remove it where it was decided.</span>
              )}
              {one.outcome === 'lost' && !one.mine && !one.shared && (
                <span className="muted">{one.layerName} places it or removes it.</span>
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Words({
  quoted: { lead, words, tail },
  mark: Mark,
}: {
  readonly quoted: QuotedWords;
  readonly mark: 'del' | 'ins';
}) {
  return (
    <>
      <span className="muted">…{lead}</span>
      <Mark>{words}</Mark>
      <span className="muted">{tail}…</span>
    </>
  );
}
