import { idsBelow } from '#shared/codebook/code-tree.ts';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import { nextOpen, progressOf, type Proposal } from '#shared/cues/cue-queue.ts';
import type { CodeId } from '#shared/ids.ts';
import type { Action } from '../actions/action.ts';
import { api } from '../api/api.ts';
import { navigate, settle, useNavigation } from '../app/navigation.ts';
import { hasProject } from '../app/session-store.ts';
import { codebookNow } from '../codebook/codebook-store.ts';
import { useCues } from './cues-store.ts';

/** The code and what lies below it, as far as these have cues; the code itself in any case. */
export function openCuesOf(id: CodeId): void {
  const { codes } = codebookNow();
  const below = idsBelow(codes, id);
  const withCues = codes.filter((code) => below.has(code.id) && code.cues.length > 0);
  showCuesOf([id, ...withCues.map((code) => code.id)]);
}

function showCuesOf(codeIds: readonly CodeId[]): void {
  useCues.setState({ at: null });
  navigate({ screen: 'cues', codeIds });
}

/** On the Cues screen: other codes, without a step in the trail. */
export function chooseCodes(codeIds: readonly CodeId[]): void {
  useCues.setState({ at: null });
  if (useNavigation.getState().place.screen === 'cues') settle({ screen: 'cues', codeIds });
}

/** The codes asked for that are still there; nothing asked for: all codes that have cues. */
export function codesAsked(codes: readonly Code[], asked: readonly CodeId[] | undefined): readonly Code[] {
  return asked === undefined
    ? codes.filter(({ cues }) => cues.length > 0)
    : codes.filter(({ id }) => asked.includes(id));
}

export type Decision =
  | { readonly do: 'skip' }
  | { readonly do: 'accept'; readonly unit: 'sentence' | 'turn'; readonly withCodeId?: CodeId };

let deciding: Promise<void> = Promise.resolve();

/** Decides about a proposal and shows the next open one. One after the other: keys may come faster than the disk. */
export function decide(queue: readonly Proposal[], proposal: Proposal, decision: Decision): Promise<void> {
  const next = nextOpen(
    queue.filter(({ key, outcome }) => key === proposal.key || outcome === null),
    proposal.key,
  );
  // Before the answer comes, so that the next key is about the next proposal.
  const isLast = next === undefined || next.key === proposal.key;
  const wasAt = useCues.getState().at;
  useCues.setState({ at: isLast ? proposal.key : next.key });
  const run = deciding.catch(() => {}).then(() => store(proposal, decision));
  deciding = run.catch(() => {});
  return run.then(
    () => {
      const { decided, total } = progressOf(queue);
      const more = proposal.outcome === null ? 1 : 0;
      useCues.setState({ announcement: `${said(decision, proposal)}. ${decided + more} of ${total}.` });
    },
    (error: unknown) => {
      useCues.setState({ at: wasAt ?? proposal.key });
      throw error;
    },
  );
}

async function store({ codeId, versionId, start, end }: Proposal, decision: Decision): Promise<void> {
  const place = { codeId, versionId, start, end };
  if (decision.do === 'skip') await api.cues.skip(place);
  else await api.cues.accept({ ...place, unit: decision.unit, withCodeId: decision.withCodeId ?? null });
}

function said(decision: Decision, { codeId }: Proposal): string {
  if (decision.do === 'skip') return 'Skipped';
  const name = codebookNow().byId.get(decision.withCodeId ?? codeId)?.name ?? 'the code';
  return `Coded the ${decision.unit} as ${name}`;
}

/** The one before it in the queue, whatever was decided about it. */
export function goBackInQueue(queue: readonly Proposal[], { key }: Proposal): void {
  const before = queue[queue.findIndex((proposal) => proposal.key === key) - 1];
  if (before !== undefined) useCues.setState({ at: before.key });
}

/** Alt+Left comes back to the queue. */
export function openInText({ transcriptId, hits, start }: Proposal): void {
  navigate({ screen: 'coding', transcriptId, position: hits[0]?.start ?? start });
}

function codeHere(): CodeId | null {
  const { place } = useNavigation.getState();
  return place.screen === 'codebook' ? (place.codeId ?? null) : null;
}

export const cuesActions: readonly Action[] = [
  {
    id: 'cues.find-all',
    label: 'Find by cues: all codes',
    group: 'Coding',
    keywords: 'cue words propose suggest fragments search phrases stems',
    enabled: hasProject,
    run: () => navigate({ screen: 'cues' }),
  },
  {
    id: 'cues.find',
    label: 'Find this code by its cues',
    group: 'Codebook',
    keywords: 'cue words propose suggest fragments search',
    enabled: () => hasProject() && codeHere() !== null,
    run: () => {
      const id = codeHere();
      if (id !== null) openCuesOf(id);
    },
  },
];
