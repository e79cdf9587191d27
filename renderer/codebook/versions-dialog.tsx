import { useState, type FormEvent } from 'react';
import type { CodebookVersion } from '#shared/codebook/code-depth-contract.ts';
import type { CodebookDifference } from '#shared/codebook/compare-codebooks.ts';
import { wordDiff } from '#shared/codebook/word-diff.ts';
import { codebookVersionId, type CodebookVersionId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify, reportError } from '../ui/toasts-store.ts';
import { closeCodebookDialog } from './codebook-actions.ts';
import { counted } from './codebook-depth-actions.ts';

/** Freezes the codebook, lists the versions, and says what became different between two. */
export function VersionsDialog() {
  const { value: versions } = useLive(() => api.codebook.versions({}), ['codebook_version'], []);
  return (
    <Dialog
      title="Versions of the codebook"
      size="large"
      isOpen
      onClose={closeCodebookDialog}
      footer={<Button onPress={closeCodebookDialog}>Close</Button>}
    >
      <Freeze />
      {versions?.length === 0 && (
        <p className="muted">
          No version yet. Freeze the codebook before a round of coding: later you can see what was changed
          since.
        </p>
      )}
      {versions !== undefined && versions.length > 0 && (
        <>
          <VersionTable versions={versions} />
          <Comparison key={versions[0]?.id} versions={versions} />
        </>
      )}
    </Dialog>
  );
}

function Freeze() {
  const [name, setName] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    api.codebook.freeze({ name }).then((number) => {
      setName('');
      notify(`Frozen as version ${number}`, { undo: true });
    }, reportError);
  };
  return (
    <form className="freeze" onSubmit={submit}>
      <TextField label="Name" placeholder="Before the pilot" value={name} onChange={setName} />
      <Button type="submit" tone="primary">
        Freeze the codebook now
      </Button>
    </form>
  );
}

function VersionTable({ versions }: { readonly versions: readonly CodebookVersion[] }) {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Name</th>
          <th scope="col">By</th>
          <th scope="col">When</th>
          <th scope="col">Codes</th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ id, number, name, coderName, createdAt, codes }) => (
          <tr key={id}>
            <td>{number}</td>
            <td>{name}</td>
            <td>{coderName}</td>
            <td>
              {new Date(createdAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
            </td>
            <td>{codes}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Comparison({ versions }: { readonly versions: readonly CodebookVersion[] }) {
  const [before, setBefore] = useState<number>(versions[0]?.id ?? 0);
  const [after, setAfter] = useState(0);
  const { value: differences } = useLive(
    () =>
      api.codebook.compareVersions({
        before: codebookVersionId.parse(before),
        after: after === 0 ? null : asVersion(after),
      }),
    ['code', 'cue', 'code_example', 'exclusive_domain', 'exclusive_domain_code'],
    [before, after],
  );
  const choices = versions.map(({ id, number, name }) => ({
    value: Number(id),
    label: name === '' ? `Version ${number}` : `${number}: ${name}`,
  }));
  return (
    <>
      <div className="compare-choice">
        <Select label="Compare" choices={choices} value={before} onChange={setBefore} />
        <Select
          label="With"
          choices={[{ value: 0, label: 'Now' }, ...choices]}
          value={after}
          onChange={setAfter}
        />
      </div>
      {differences !== undefined && <Differences differences={differences} />}
    </>
  );
}

function asVersion(id: number): CodebookVersionId {
  return codebookVersionId.parse(id);
}

function Differences({ differences }: { readonly differences: readonly CodebookDifference[] }) {
  if (differences.length === 0) return <p>Nothing is different.</p>;
  return (
    <>
      <p className="muted">{counted(differences.length, 'difference')}</p>
      <ul className="differences">
        {differences.map((difference) => (
          <li key={`${difference.code} ${difference.kind} ${difference.what}`}>
            <span className="difference-kind" data-kind={difference.kind}>
              {difference.kind === 'changed' ? difference.what : difference.kind}
            </span>
            <div>
              <strong>{difference.code}</strong>
              <DifferenceText difference={difference} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function DifferenceText({ difference: { before, after } }: { readonly difference: CodebookDifference }) {
  if (before === '' && after === '') return null;
  return (
    <p className="difference-text">
      {wordDiff(before, after).map(({ kind, text }, index) => {
        // The pieces never change places: a diff is drawn once.
        const key = `${index}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        return kind === 'added' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>;
      })}
    </p>
  );
}
