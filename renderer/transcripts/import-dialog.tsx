import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { ImportFileRow } from './import-file-row.tsx';
import { closeImport, importTaken, takenRows, useImport } from './import-store.ts';
import { ImportOpening } from './import-opening.tsx';
import { ParticipantCodes } from './participant-field.tsx';
import { chooseTranscriptFiles } from './transcripts-actions.ts';

/** What each file would become. Nothing is stored before the button says how many are. */
export function ImportDialog() {
  const { rows, shown, reading, isStoring } = useImport();
  const { value: table } = useLive(() => api.participants.table({}), ['participant'], []);
  const knownCodes = table?.participants.map(({ code }) => code) ?? [];
  const taken = takenRows(rows);
  const shownRow = rows.find(({ file }) => file === shown);
  const untitled = taken.some(({ title }) => title.trim() === '');
  return (
    <Dialog
      title="Import transcripts"
      size="large"
      isOpen
      onClose={closeImport}
      footer={
        <>
          <span className="import-note" role="status">
            {reading === null
              ? noteOf(rows.length, taken.length, untitled)
              : `Reading ${reading.done} of ${reading.total} files…`}
          </span>
          <Button isDisabled={isStoring} onPress={() => void chooseTranscriptFiles().catch(reportError)}>
            Add files…
          </Button>
          <Button onPress={closeImport}>Cancel</Button>
          <Button
            tone="primary"
            autoFocus
            isDisabled={reading !== null || isStoring || taken.length === 0 || untitled}
            onPress={() => void importTaken().catch(reportError)}
          >
            {isStoring
              ? 'Importing…'
              : `Import ${taken.length} ${taken.length === 1 ? 'transcript' : 'transcripts'}`}
          </Button>
        </>
      }
    >
      <div className="import">
        <div className="import-files">
          <div className="import-head" aria-hidden>
            <span>Title</span>
            <span>Participant</span>
          </div>
          <ul aria-label="Files">
            {rows.map((row) => (
              <ImportFileRow key={row.file} row={row} isShown={row.file === shown} />
            ))}
          </ul>
        </div>
        <ImportOpening row={shownRow} />
        <ParticipantCodes codes={knownCodes} />
      </div>
    </Dialog>
  );
}

function noteOf(all: number, taken: number, untitled: boolean): string {
  if (untitled) return 'Every transcript needs a title.';
  if (taken === all) return '';
  const left = all - taken;
  return `${left} of ${all} ${left === 1 ? 'is' : 'are'} left out.`;
}
