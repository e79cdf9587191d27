import type { Code } from '#shared/codebook/codebook-contract.ts';
import { progressOf, type Proposal } from '#shared/cues/cue-queue.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { goToScreen, useNavigation } from '../app/navigation.ts';
import { useCodebook } from '../codebook/codebook-store.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Screen } from '../ui/screen.tsx';
import { CueCodes } from './cue-codes.tsx';
import { CuesToolbar } from './cues-toolbar.tsx';
import { codesAsked } from './cues-actions.ts';
import { useCues } from './cues-store.ts';
import { ProposalCard } from './proposal-card.tsx';
import { useCueQueue } from './use-cue-queue.ts';
import './cues.css';

/** Sentences in which cues of codes stand, proposed one by one. Nothing is coded until a person says so. */
export function CuesScreen() {
  const all = useCodebook((state) => state.codes);
  const loaded = useCodebook((state) => state.loaded);
  const asked = useNavigation(({ place }) => (place.screen === 'cues' ? place.codeIds : undefined));
  const codes = codesAsked(all, asked);
  return (
    <Screen title="Cues" toolbar={<CuesToolbar codes={codes} />}>
      {loaded && (codes.some(({ cues }) => cues.length > 0) ? <Work codes={codes} /> : <NoCues />)}
    </Screen>
  );
}

function Work({ codes }: { readonly codes: readonly Code[] }) {
  const announcement = useCues((state) => state.announcement);
  const { queue, more, current, error } = useCueQueue(codes.map(({ id }) => id));
  return (
    <div className="cues">
      <CueCodes codes={codes} queue={queue ?? []} more={more} />
      <div className="cues-work">
        {queue !== undefined && <ProgressLine queue={queue} />}
        {error !== null && <p className="cues-note">The cues could not be looked for. ({error.code})</p>}
        {queue !== undefined && queue.length === 0 && <NothingFound />}
        {queue !== undefined && queue.length > 0 && current === undefined && <AllDecided />}
        {queue !== undefined && current !== undefined && (
          <Shown queue={queue} current={current} codes={codes} />
        )}
      </div>
      <p className="visually-hidden" role="status" aria-live="polite">
        {announcement}
      </p>
    </div>
  );
}

function Shown({
  queue,
  current,
  codes,
}: {
  readonly queue: readonly Proposal[];
  readonly current: Proposal;
  readonly codes: readonly Code[];
}) {
  const { value: transcript } = useLive(
    () => api.transcripts.get({ id: current.transcriptId }),
    ['transcript', 'transcript_version', 'turn', 'participant'],
    [current.transcriptId],
  );
  const code = codes.find(({ id }) => id === current.codeId);
  if (code === undefined || transcript?.versionId !== current.versionId) return null;
  return (
    <ProposalCard key={current.key} queue={queue} proposal={current} code={code} transcript={transcript} />
  );
}

function ProgressLine({ queue }: { readonly queue: readonly Proposal[] }) {
  const { decided, total } = progressOf(queue);
  if (total === 0) return null;
  return (
    <div className="cues-progress">
      <progress aria-label="Decided" value={decided} max={total} />
      <span>
        {decided.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')}
      </span>
    </div>
  );
}

function NoCues() {
  return (
    <EmptyState
      title="There are no cues to look for"
      actions={
        <Button tone="primary" onPress={() => goToScreen('codebook')}>
          Go to the codebook
        </Button>
      }
    >
      Cues are words that point to a code, such as “part of my job” or “onzeker*”. Add them to codes in the
      codebook; their sentences are then proposed here, one by one.
    </EmptyState>
  );
}

function NothingFound() {
  return (
    <EmptyState title="Nothing left to propose">
      No sentence holds these cues that you have not coded with their codes already. Choose other codes or
      transcripts, or add the interviewer’s words.
    </EmptyState>
  );
}

function AllDecided() {
  return (
    <EmptyState
      title="All proposals are decided"
      actions={<Button onPress={() => goToScreen('codebook')}>Back to the codebook</Button>}
    >
      Ctrl+Z takes the last decision back. Cues that are added later bring new proposals.
    </EmptyState>
  );
}
