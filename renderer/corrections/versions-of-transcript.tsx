import { useState } from 'react';
import { versionId as asVersionId, type TranscriptId, type VersionId } from '#shared/ids.ts';
import type { TouchedCoding, TranscriptVersion } from '#shared/corrections/corrections-contract.ts';
import { runAction } from '../actions/action-registry.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { navigate } from '../app/navigation.ts';
import { useCoding } from '../coding/coding-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { notify, reportError } from '../ui/toasts-store.ts';
import { startPlacing, useCorrectionsUi } from './corrections-actions.ts';
import { TouchedList } from './touched-list.tsx';
import { VersionDiff } from './version-diff.tsx';

const SHOWN = ['transcript_version', 'correction', 'touched_coding', 'coding'];

function close(): void {
  useCorrectionsUi.setState({ isListOpen: false });
}

/** The versions of the transcript that is open, what waits for review, and what differs between two versions. */
export function VersionsOfTranscript() {
  const transcript = useCoding((state) => state.open?.transcript ?? null);
  if (transcript === null) return null;
  return (
    <Dialog
      title={`Versions of “${transcript.title}”`}
      isOpen
      onClose={close}
      size="large"
      footer={
        <>
          <Button onPress={() => runAction('corrections.file')}>Take over a corrected file…</Button>
          <Button onPress={close}>Close</Button>
        </>
      }
    >
      <Contents id={transcript.id} />
    </Dialog>
  );
}

function Contents({ id }: { readonly id: TranscriptId }) {
  const { value: touched } = useLive(() => api.corrections.touched({ transcriptId: id }), SHOWN, [id]);
  const { value: versions } = useLive(() => api.corrections.versions({ transcriptId: id }), SHOWN, [id]);
  if (touched === undefined || versions === undefined) return null;
  const changed = touched.flatMap((one) => one.id ?? []);
  return (
    <div className="versions-of-transcript">
      {touched.length > 0 && (
        <section aria-label="Codings to look at">
          <h3>
            {touched.length === 1 ? '1 coding to look at' : `${touched.length} codings to look at`}
            {changed.length > 1 && (
              <Button onPress={() => void api.corrections.settle({ ids: changed }).catch(reportError)}>
                All {changed.length} changed ones are right
              </Button>
            )}
          </h3>
          <TouchedList touched={touched} actions={ACTIONS} />
        </section>
      )}
      <section aria-label="Versions">
        <VersionTable versions={versions} />
        {versions.length === 1 && (
          <p className="muted">
            The text is as it was imported. Correct it with Ctrl+E on the Coding screen; codings follow their
            words.
          </p>
        )}
      </section>
      {versions.length > 1 && <Compare key={versions.length} versions={versions} />}
    </div>
  );
}

const ACTIONS = {
  settle(one: TouchedCoding) {
    if (one.id !== null) api.corrections.settle({ ids: [one.id] }).catch(reportError);
  },
  place: startPlacing,
  remove(one: TouchedCoding) {
    api.coding
      .remove({ ids: [one.codingId] })
      .then(() => notify(`Removed “${one.codeName}”`, { undo: true }), reportError);
  },
  show(one: TouchedCoding) {
    close();
    navigate({ screen: 'coding', transcriptId: one.transcriptId, codingId: one.codingId });
  },
};

function VersionTable({ versions }: { readonly versions: readonly TranscriptVersion[] }) {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">When</th>
          <th scope="col">How</th>
          <th scope="col">Why</th>
          <th scope="col">Words</th>
          <th scope="col">Codings</th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ id, number, createdAt, made, words, codings }) => (
          <tr key={id}>
            <td>{number}</td>
            <td>
              {new Date(createdAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
            </td>
            <td>
              {made === null
                ? 'Imported'
                : `${HOW[made.kind]}${made.coderName === null ? '' : ` by ${made.coderName}`}, from version ${made.madeFrom}`}
            </td>
            <td>{made?.reason ?? ''}</td>
            <td>{words}</td>
            <td>{codings}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const HOW = {
  edited: 'Corrected',
  'imported again': 'Corrected file',
  pseudonyms: 'Pseudonyms',
} as const;

function Compare({ versions }: { readonly versions: readonly TranscriptVersion[] }) {
  const [before, setBefore] = useState<number>(versions[1]?.id ?? 0);
  const [after, setAfter] = useState<number>(versions[0]?.id ?? 0);
  const choices = versions.map(({ id, number }) => ({ value: Number(id), label: `Version ${number}` }));
  return (
    <section aria-label="Compare two versions">
      <div className="compare-choice">
        <Select label="Compare" choices={choices} value={before} onChange={setBefore} />
        <Select label="With" choices={choices} value={after} onChange={setAfter} />
      </div>
      <Difference key={`${before} ${after}`} before={asVersion(before)} after={asVersion(after)} />
    </section>
  );
}

const asVersion = (id: number): VersionId => asVersionId.parse(id);

function Difference({ before, after }: { readonly before: VersionId; readonly after: VersionId }) {
  const { value } = useLive(
    () => Promise.all([before, after].map((versionId) => api.corrections.version({ versionId }))),
    [],
    [before, after],
  );
  const [old, now] = value ?? [];
  if (old === undefined || now === undefined) return null;
  return <VersionDiff before={old.text} after={now.text} />;
}
