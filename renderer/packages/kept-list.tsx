import type { KeptRow } from '#shared/packages/packages-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { askForPlace, type Placing } from '../corrections/corrections-actions.ts';
import { reportError } from '../ui/toasts-store.ts';
import { columnName } from './column-name.ts';
import { usePackages } from './packages-store.ts';

const LONGEST = 600;

/** What came in merges and stands beside ours until somebody decides. */
export function KeptList() {
  const { value: kept = [] } = useLive(
    () => api.packages.kept({}),
    ['merge_kept', 'code', 'memo', 'matrix_cell', 'finished_mark', 'project', 'transcript_version'],
    [],
  );
  const shown = kept.filter(({ table }) => table !== 'turn' && table !== 'section');
  if (shown.length === 0) return null;
  const open = shown.filter(({ outcome }) => outcome === null).length;
  return (
    <section aria-label="Kept from merges">
      <h2>
        Kept from merges
        <span className="screen-note">{open === 0 ? 'all decided' : `${open} to decide`}</span>
      </h2>
      <ul className="kept-list">
        {shown.map((row) => (
          <KeptItem key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function KeptItem({ row }: { readonly row: KeptRow }) {
  const settle = (outcome: KeptRow['outcome']): void => {
    api.packages.settle({ id: row.id, outcome }).catch(reportError);
  };
  const isText = row.table === 'transcript_version' && row.reason === 'not placed';
  return (
    <li data-settled={row.outcome !== null || undefined}>
      <div className="kept-head">
        <strong>{row.label}</strong>
        <span className="muted">
          {row.noun}, {row.reason === 'conflict' ? 'changed by both' : 'not placed'}, from {row.fromName}
        </span>
        {row.outcome === null ? (
          <span className="kept-choice">
            {isText && (
              <Button onPress={() => usePackages.setState({ dialog: { kind: 'take text', row } })}>
                Compare, and take over…
              </Button>
            )}
            {row.transcriptId !== null && row.position !== null && (
              <Button onPress={() => placeInText(row)}>Place in the text…</Button>
            )}
            <Button onPress={() => settle('ours')}>
              {row.reason === 'conflict' || isText ? 'Keep ours' : 'Seen'}
            </Button>
            {row.reason === 'conflict' && <Button onPress={() => settle('theirs')}>Take theirs</Button>}
          </span>
        ) : (
          <span className="muted">
            {row.outcome === 'theirs'
              ? row.reason === 'conflict' || isText
                ? 'theirs was taken'
                : 'placed'
              : row.reason === 'conflict' || isText
                ? 'ours was kept'
                : 'seen'}
            {row.settledBy !== null && ` by ${row.settledBy}`}
          </span>
        )}
      </div>
      {row.outcome === null && (
        <dl className="kept-fields">
          {row.fields
            .filter(({ column }) => row.reason === 'conflict' || (!isText && SAYING.has(column)))
            .map(({ column, ours, theirs }) => (
              <div key={column}>
                <dt>{columnName(column)}</dt>
                {ours !== null && <dd data-whose="ours">{cut(ours)}</dd>}
                <dd data-whose="theirs">{cut(theirs)}</dd>
              </div>
            ))}
        </dl>
      )}
    </li>
  );
}

/** Goes to about where it stood in their text, and asks for the passage. */
function placeInText({ id, label, fields, transcriptId, position }: KeptRow): void {
  if (transcriptId === null || position === null) return;
  const words = fields.find(({ column }) => column === 'quotation')?.theirs ?? label;
  const place: Placing['place'] = (passage) => api.packages.place({ id, ...passage });
  askForPlace({ name: label.replace(/^“.*?” · /, ''), words, place }, transcriptId, position);
}

/** Of what was not placed, what a person can do something with. */
const SAYING = new Set(['quotation', 'memo', 'translation', 'text', 'note', 'title']);

function cut(text: string): string {
  if (text === '') return 'nothing';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
