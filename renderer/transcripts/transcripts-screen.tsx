import { FileInput, VenetianMask } from 'lucide-react';
import type { TranscriptSummary } from '#shared/transcripts/transcripts-contract.ts';
import { runAction } from '../actions/action-registry.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FileDrop } from '../ui/file-drop.tsx';
import { Screen } from '../ui/screen.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { GuideDialogs } from '../guide/guide-dialogs.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ImportReportDialog } from './import-report.tsx';
import { readFiles, useImport } from './import-store.ts';
import { TranscriptDialogs } from './transcript-dialogs.tsx';
import { TranscriptTable } from './transcript-table.tsx';
import './transcripts.css';

const SHOWN = ['transcript', 'transcript_version', 'participant', 'coding', 'turn', 'section', 'consent'];

export function TranscriptsScreen() {
  const { value: transcripts } = useLive(() => api.transcripts.list({}), SHOWN, []);
  const isImporting = useImport((state) => state.isOpen);
  const report = useImport((state) => state.report);
  const isEmpty = transcripts?.length === 0;
  return (
    <Screen
      title="Transcripts"
      note={transcripts !== undefined && !isEmpty && noteOf(transcripts)}
      toolbar={
        !isEmpty && (
          <>
            <Button onPress={() => runAction('guide.edit')}>Interview guide…</Button>
            <Button onPress={() => runAction('guide.code-by')}>Code by structure…</Button>
            <Button icon={<VenetianMask />} onPress={() => runAction('pseudonyms.open')}>
              Pseudonyms…
            </Button>
            <Button icon={<FileInput />} onPress={() => runAction('transcripts.import')}>
              Import…
            </Button>
          </>
        )
      }
    >
      <FileDrop
        note="Drop transcripts to look at them before they are imported"
        onDrop={(files) => void readFiles(files).catch(reportError)}
      >
        {isEmpty && <NoTranscripts />}
        {transcripts !== undefined && !isEmpty && <TranscriptTable transcripts={transcripts} />}
      </FileDrop>
      {isImporting && <ImportDialog />}
      {report !== null && <ImportReportDialog report={report} />}
      <TranscriptDialogs />
      <GuideDialogs />
    </Screen>
  );
}

function NoTranscripts() {
  return (
    <EmptyState
      title="No transcripts yet"
      actions={
        <Button tone="primary" icon={<FileInput />} onPress={() => runAction('transcripts.import')}>
          Import transcripts…
        </Button>
      }
    >
      Import interviews as text, Word, OpenDocument, RTF, HTML, PDF or subtitles (Zoom, Teams, Meet), several
      at once, or drop them here. Who speaks and the parts of the interview are recognised. You see what each
      file would become, and can put it right, before anything is stored.
    </EmptyState>
  );
}

function noteOf(transcripts: readonly TranscriptSummary[]): string {
  const words = transcripts.reduce((sum, transcript) => sum + transcript.words, 0);
  const amount = transcripts.length.toLocaleString('en-GB');
  return `${amount} ${transcripts.length === 1 ? 'transcript' : 'transcripts'}, ${words.toLocaleString('en-GB')} words`;
}
