import { useState } from 'react';
import type { FileRef } from '#shared/ids.ts';
import type { AttributeType, CsvPreview } from '#shared/participants/participants-contract.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { attributeTypeChoices } from './attribute-type-choices.ts';
import { MatchReport } from './match-report.tsx';
import { closeParticipantsDialog, importTable, previewWithKey } from './participants-actions.ts';

interface ImportTableDialogProps {
  readonly file: FileRef;
  readonly first: CsvPreview;
}

const SEPARATORS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' } as const;

/** What a table would become: who is who, and of which type each column is. Nothing is stored yet. */
export function ImportTableDialog({ file, first }: ImportTableDialogProps) {
  const [preview, setPreview] = useState(first);
  const [types, setTypes] = useState<ReadonlyMap<string, AttributeType>>(new Map());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [siteColumn, setSiteColumn] = useState(siteColumnOf(first));
  const [overwrite, setOverwrite] = useState(false);
  const { fileName, separator, keyColumn, columns, newParticipants, knownParticipants, problems } = preview;
  const attributes = columns.filter(({ name }) => name !== keyColumn);
  const total = newParticipants + knownParticipants;
  const store = (): void => {
    const taken = attributes
      .filter(({ name }) => !left.has(name) && name !== siteColumn)
      .map(({ name, type }) => ({ name, type: types.get(name) ?? type }));
    const site = siteColumn === keyColumn ? null : siteColumn;
    importTable(file, keyColumn, taken, { siteColumn: site, overwrite }).then(
      closeParticipantsDialog,
      reportError,
    );
  };
  return (
    <Dialog
      title={`Import participants from “${fileName}”`}
      size="large"
      isOpen
      onClose={closeParticipantsDialog}
      footer={
        <>
          <span className="table-note">
            {newParticipants} new, {knownParticipants} known.
            {separator === null ? '' : ` Values are separated by ${SEPARATORS[separator]}.`}
          </span>
          <Button onPress={closeParticipantsDialog}>Cancel</Button>
          <Button tone="primary" autoFocus isDisabled={total === 0} onPress={store}>
            Import {total} {total === 1 ? 'participant' : 'participants'}
          </Button>
        </>
      }
    >
      <div className="table-key">
        <Select
          label="Participants are named by"
          choices={columns.map(({ name }) => ({ value: name, label: name }))}
          value={keyColumn}
          onChange={(key) => void previewWithKey(file, key).then(setPreview, reportError)}
        />
        <Select
          label="Sites are named by"
          choices={[
            { value: '', label: 'no column' },
            ...attributes.map(({ name }) => ({ value: name, label: name })),
          ]}
          value={siteColumn ?? ''}
          onChange={(name) => setSiteColumn(name === '' ? null : name)}
        />
      </div>
      {knownParticipants > 0 && (
        <MatchReport
          rows={preview.rowsMatched}
          left={left}
          keyColumn={keyColumn}
          overwrite={overwrite}
          onOverwrite={setOverwrite}
        />
      )}
      {problems.length > 0 && <Problems problems={problems} />}
      <table className="table-columns">
        <thead>
          <tr>
            <th scope="col">Attribute</th>
            <th scope="col">Type</th>
            <th scope="col">Examples</th>
            <th scope="col" data-number>
              Filled
            </th>
          </tr>
        </thead>
        <tbody>
          {attributes
            .filter(({ name }) => name !== siteColumn)
            .map(({ name, type, examples, filled }) => (
              <tr key={name} data-left-out={left.has(name) || undefined}>
                <th scope="row">
                  <label>
                    <input
                      type="checkbox"
                      checked={!left.has(name)}
                      onChange={() => setLeft(toggled(left, name))}
                    />
                    {name}
                  </label>
                </th>
                <td>
                  <Select
                    label={`Type of ${name}`}
                    hideLabel
                    choices={attributeTypeChoices}
                    value={types.get(name) ?? type}
                    onChange={(chosen) => setTypes(new Map(types).set(name, chosen))}
                    isDisabled={left.has(name)}
                  />
                </td>
                <td className="table-examples">{examples.join(' · ')}</td>
                <td data-number>{filled}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Dialog>
  );
}

/** A column that is called so; a person can say otherwise. */
function siteColumnOf({ columns, keyColumn }: CsvPreview): string | null {
  return (
    columns.find(({ name }) => name !== keyColumn && /^(?:site|location|locatie)$/i.test(name))?.name ?? null
  );
}

const MOST_PROBLEMS = 50;

function Problems({ problems }: { readonly problems: CsvPreview['problems'] }) {
  const amount = problems.length === 1 ? 'One line is left out' : `${problems.length} lines are left out`;
  return (
    <section className="table-problems" aria-label={amount}>
      <h3>{amount}</h3>
      <ul>
        {problems.slice(0, MOST_PROBLEMS).map(({ line, message }) => (
          <li key={line}>
            Line {line}: {message}
          </li>
        ))}
        {problems.length > MOST_PROBLEMS && <li>… and {problems.length - MOST_PROBLEMS} more.</li>}
      </ul>
    </section>
  );
}

function toggled(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(names);
  if (!next.delete(name)) next.add(name);
  return next;
}
