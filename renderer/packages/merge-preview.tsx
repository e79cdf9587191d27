import { useState, type FormEvent } from 'react';
import type { MergedTable, MergeReport } from '#shared/packages/merge-report.ts';
import { Button } from '../ui/button.tsx';
import { Screen } from '../ui/screen.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { MappingStep } from './mapping-step.tsx';
import { MergeItems } from './merge-items.tsx';
import { doMerge, previewMerge } from './packages-actions.ts';
import { leaveMerge, type MergeInHand } from './packages-store.ts';
import { partNames } from './part-names.ts';

/** The keys scroll it where nothing in it takes the focus. */
const scrolledByKeys = { tabIndex: 0, role: 'group', 'aria-label': 'What the merge would do' } as const;

/** What a merge would do, before it is done: every row of theirs is in one of its numbers. */
export function MergePreview({ merge }: { readonly merge: MergeInHand }) {
  const { report } = merge;
  const [isBusy, setBusy] = useState(false);
  const run = (): void => {
    setBusy(true);
    doMerge(merge)
      .catch(reportError)
      .finally(() => setBusy(false));
  };
  return (
    <Screen
      title={`Merge “${merge.fileName}”`}
      note={report === null ? undefined : 'Nothing is changed yet'}
      toolbar={
        <>
          <Button onPress={leaveMerge}>Cancel</Button>
          <Button
            tone="primary"
            autoFocus
            isDisabled={report === null || !report.changes || isBusy}
            onPress={run}
          >
            {isBusy ? 'Merging…' : 'Merge'}
          </Button>
        </>
      }
    >
      <div className="team" {...scrolledByKeys}>
        {report === null ? (
          <PassphraseForm merge={merge} />
        ) : (
          <>
            <Source report={report} />
            <MappingStep merge={merge} report={report} />
            <MergeItems report={report} outcomes={['conflict', 'not placed', 'changed']} />
            <Counts report={report} />
            <MergeItems report={report} outcomes={['kept', 'added']} />
          </>
        )}
      </div>
    </Screen>
  );
}

function Source({ report }: { readonly report: MergeReport }) {
  const { source, unseen, changes, withdrawnThere } = report;
  return (
    <div className="merge-source">
      <p>
        {source.madeBy === '' ? 'A project file' : `The coding of ${source.madeBy}`} in the study “
        {source.studyTitle}”.
        {source.fingerprint !== null && ` Fingerprint ${source.fingerprint}.`}
      </p>
      {!source.sameStudy && (
        <p role="note">
          This project was not made from yours, nor yours from it. Only what is the same letter for letter, or
          what you say is the same, is joined; everything else is added beside yours.
        </p>
      )}
      {withdrawnThere.length > 0 && (
        <p role="note">
          {withdrawnThere.join(', ')} withdrew in this copy of the study and{' '}
          {withdrawnThere.length === 1 ? 'is' : 'are'} still here. A merge erases nothing: withdraw{' '}
          {withdrawnThere.length === 1 ? 'this participant' : 'them'} here too, in Participants.
        </p>
      )}
      {unseen && (
        <p role="note">
          The study is coded blind. What comes into layers that you do not see yet is merged with the rest and
          is not counted here.
        </p>
      )}
      {!changes && <p role="note">Everything in it is here already. There is nothing to merge.</p>}
    </div>
  );
}

const COLUMNS = [
  ['added', 'New'],
  ['changed', 'Follow theirs'],
  ['conflict', 'Changed by both'],
  ['not placed', 'Not placed'],
  ['kept', 'Kept before'],
  ['older', 'Ours is later'],
  ['same', 'The same'],
  ['withdrawn', 'Withdrew here'],
] as const;

function Counts({ report }: { readonly report: MergeReport }) {
  const told = report.tables.filter(({ part, rows }) => part !== 'merging' && rows > 0);
  // Rare, so that it has a column only where there is something to say.
  const someWithdrew = told.some(({ counts }) => counts.withdrawn > 0);
  const columns = COLUMNS.filter(([outcome]) => outcome !== 'withdrawn' || someWithdrew);
  // What is the same is only there to be counted: what is not comes first.
  const tables = told.toSorted((a, b) => Number(isKnown(a)) - Number(isKnown(b)));
  return (
    <section aria-label="What becomes of it">
      <h2>What becomes of it</h2>
      <table className="merge-counts">
        <thead>
          <tr>
            <th scope="col">What</th>
            {columns.map(([outcome, label]) => (
              <th scope="col" key={outcome} data-number>
                {label}
              </th>
            ))}
            <th scope="col" data-number>
              In all
            </th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <CountRow key={table.table} table={table} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function isKnown({ counts, rows }: MergedTable): boolean {
  return counts.same + counts.older + counts.withdrawn === rows;
}

interface CountRowProps {
  readonly table: MergedTable;
  readonly columns: readonly (typeof COLUMNS)[number][];
}

function CountRow({ table, columns }: CountRowProps) {
  return (
    <tr>
      <th scope="row">
        {table.noun}
        <span className="muted"> {partNames[table.part] ?? ''}</span>
      </th>
      {columns.map(([outcome]) => (
        <td key={outcome} data-number data-outcome={table.counts[outcome] > 0 ? outcome : undefined}>
          {table.counts[outcome] === 0 ? '' : table.counts[outcome].toLocaleString()}
        </td>
      ))}
      <td data-number>{table.rows.toLocaleString()}</td>
    </tr>
  );
}

function PassphraseForm({ merge }: { readonly merge: MergeInHand }) {
  const [passphrase, setPassphrase] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    previewMerge({ ...merge, passphrase }).catch(reportError);
  };
  return (
    <form className="package-form" onSubmit={submit}>
      <TextField
        label="Passphrase"
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        errorMessage={merge.problem ?? undefined}
        description="The package is encrypted. Its sender knows the passphrase."
        autoFocus
      />
      <Button type="submit" isDisabled={passphrase === ''}>
        Read it
      </Button>
    </form>
  );
}
