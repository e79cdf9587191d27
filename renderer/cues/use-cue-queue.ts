import { useEffect, useMemo, useRef } from 'react';
import { cueQueue, nextOpen, type Proposal } from '#shared/cues/cue-queue.ts';
import type { AppError } from '#shared/contract/errors.ts';
import type { CodeId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { showProposal, useCues } from './cues-store.ts';

interface CueQueue {
  /** Undefined until it is known. */
  readonly queue: readonly Proposal[] | undefined;
  readonly more: boolean;
  /** The one that is shown; undefined when all are decided. */
  readonly current: Proposal | undefined;
  readonly error: AppError | null;
}

/** The places are searched for only when words or cues change; what was decided about them is looked up after each key. */
export function useCueQueue(codeIds: readonly CodeId[]): CueQueue {
  const transcriptIds = useCues((state) => state.transcriptIds);
  const interviewer = useCues((state) => state.interviewer);
  const at = useCues((state) => state.at);
  const asked = codeIds.join(' ');
  const places = useLive(
    () =>
      api.cues.places({
        codeIds: [...codeIds],
        transcriptIds: transcriptIds && [...transcriptIds],
        interviewer,
      }),
    ['cue', 'transcript', 'transcript_version', 'turn'],
    [asked, transcriptIds, interviewer],
  );
  const progress = useLive(
    () => api.cues.progress({ codeIds: [...codeIds] }),
    ['cue_decision', 'coding', 'layer'],
    [asked],
  );
  const found = places.value;
  const known = progress.value;
  const queue = useMemo(
    () => (found && known ? cueQueue(found.places, known.decisions, known.coded) : undefined),
    [found, known],
  );
  useFollowUndo(queue);
  const current = queue?.find(({ key }) => key === at) ?? (queue && nextOpen(queue, null));
  return { queue, more: found?.more ?? false, current, error: places.error ?? progress.error };
}

/** A decision that was taken back is asked for again, at once. */
function useFollowUndo(queue: readonly Proposal[] | undefined): void {
  const decided = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (queue === undefined) return;
    const reopened = queue.filter(({ key, outcome }) => outcome === null && decided.current.has(key));
    decided.current = new Set(queue.filter(({ outcome }) => outcome !== null).map(({ key }) => key));
    const [only] = reopened;
    if (only !== undefined && reopened.length === 1) showProposal(only.key);
  }, [queue]);
}
