import { useEffect, useRef } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { unitNoun } from '#shared/agreement/unit-rules.ts';
import type { TranscriptId } from '#shared/ids.ts';
import type { TranscriptSummary } from '#shared/transcripts/transcripts-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { goToScreen, settle, useNavigation } from '../app/navigation.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Screen } from '../ui/screen.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { useCorrection } from '../corrections/correction-draft.ts';
import { CorrectionDialogs } from '../corrections/correction-dialogs.tsx';
import { CorrectionPane } from '../corrections/correction-pane.tsx';
import { PlacingBar } from '../corrections/placing-bar.tsx';
import { StructureBar } from '../transcripts/structure-bar.tsx';
import { CodingPanel } from './coding-panel.tsx';
import { nothingOpen, useCoding, type OpenTranscript } from './coding-store.ts';
import { CodingToolbar } from './coding-toolbar.tsx';
import { followChanges, openTranscript } from './load-transcript.ts';
import { PinBar } from './pin-bar.tsx';
import { loadPins } from './pins-store.ts';
import { TextBar } from './text-bar.tsx';
import { TranscriptPane } from './transcript-pane.tsx';
import { usePanes } from './use-panes.ts';
import './coding.css';
import './narrow.css';

export function CodingScreen() {
  const { value: transcripts } = useLive(
    () => api.transcripts.list({}),
    ['transcript', 'transcript_version', 'participant', 'finished_mark'],
    [],
  );
  const open = useCoding((state) => state.open);
  useOpenPlace(transcripts);
  useEffect(() => {
    loadPins();
    const stop = followChanges();
    return () => {
      stop();
      // Nothing follows the project now, so what was shown is not true any more.
      const { shownLayers, onlyCode } = useCoding.getState();
      useCoding.setState({ ...nothingOpen, shownLayers, onlyCode });
    };
  }, []);

  if (transcripts?.length === 0) return <NoTranscripts />;
  return (
    <Screen
      title="Coding"
      note={open === null ? undefined : <Note open={open} />}
      toolbar={<CodingToolbar open={open} transcripts={transcripts ?? []} />}
    >
      {open !== null && <Workplace open={open} />}
    </Screen>
  );
}

/** Opens the transcript that was navigated to; without one, the first. */
function useOpenPlace(transcripts: readonly TranscriptSummary[] | undefined): void {
  const wanted = useNavigation(({ place }) => (place.screen === 'coding' ? place.transcriptId : undefined));
  const first: TranscriptId | undefined = transcripts?.[0]?.id;
  useEffect(() => {
    if (wanted !== undefined) {
      if (useCoding.getState().open?.transcript.id !== wanted) openTranscript(wanted).catch(reportError);
    } else if (first !== undefined) {
      settle({ screen: 'coding', transcriptId: first });
    }
  }, [wanted, first]);
}

function Workplace({ open }: { readonly open: OpenTranscript }) {
  const frame = useRef<HTMLDivElement>(null);
  const draft = useCorrection((state) =>
    state.draft?.transcriptId === open.transcript.id ? state.draft : null,
  );
  usePanes(frame);
  return (
    <div className="coding-screen" ref={frame}>
      <Group orientation="horizontal">
        <Panel minSize="40%" className="transcript-pane">
          <PinBar />
          <TextBar open={open} />
          <StructureBar open={open} />
          <PlacingBar />
          <div className="transcript-frame">
            {draft === null ? <TranscriptPane open={open} /> : <CorrectionPane draft={draft} />}
          </div>
        </Panel>
        <Separator className="coding-separator" aria-label="Width of the side panel" />
        <Panel defaultSize="320px" minSize="240px" maxSize="50%">
          <CodingPanel open={open} />
        </Panel>
      </Group>
      <Announcement />
      <CorrectionDialogs />
    </div>
  );
}

/** By itself: what is said changes with every coding, and nothing else is drawn for it. */
function Announcement() {
  const announcement = useCoding((state) => state.announcement);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {announcement}
    </p>
  );
}

function Note({ open }: { readonly open: OpenTranscript }) {
  const count = useCoding((state) => state.codings.size);
  const { units } = open;
  const { title, participantCode } = open.transcript;
  const name =
    participantCode === null || participantCode === title ? title : `${participantCode} · ${title}`;
  return (
    <>
      {name} · {count === 1 ? '1 coding' : `${count} codings`}
      {units !== null && (
        <span title={`U selects the next unit, Shift+U the one before. Coding at the caret codes its unit.`}>
          {` · ${units.units.length} ${unitNoun(units.unitKind, units.units.length)} to code for “${units.session}” (U)`}
        </span>
      )}
    </>
  );
}

function NoTranscripts() {
  return (
    <Screen title="Coding">
      <EmptyState
        title="There is nothing to code yet"
        actions={
          <Button tone="primary" onPress={() => goToScreen('transcripts')}>
            Go to transcripts
          </Button>
        }
      >
        Import the transcripts of your interviews first: .txt or .docx, several at once.
      </EmptyState>
    </Screen>
  );
}
