import { shallow } from 'zustand/shallow';
import type { ChangedEvent } from '#shared/contract/events.ts';
import type { Coding } from '#shared/coding/coding-contract.ts';
import type { CodingId, LayerId, TranscriptId } from '#shared/ids.ts';
import { lineStarts } from '#shared/transcripts/line-numbers.ts';
import { api } from '../api/api.ts';
import { onChanged, onSession } from '../api/changes.ts';
import { settle } from '../app/navigation.ts';
import { useSession } from '../app/session-store.ts';
import { reportError } from '../ui/toasts-store.ts';
import { NO_FILTER } from './coding-filter.ts';
import { nothingOpen, useCoding, type CodingState, type OpenTranscript } from './coding-store.ts';
import { allInOrder } from './in-order.ts';
import { blocksOf } from './transcript-blocks.ts';

let asked = 0;

/** Opens a transcript with everything that its screen shows, in one step. */
export async function openTranscript(id: TranscriptId): Promise<void> {
  const turn = (asked += 1);
  const [transcript, codings, layers, readAt, units] = await Promise.all([
    api.transcripts.get({ id }),
    api.coding.ofTranscript({ transcriptId: id }),
    api.coding.layers({}),
    api.coding.readingPosition({ transcriptId: id }),
    api.comparison.unitsToCode({ transcriptId: id }),
  ]);
  if (turn !== asked) return;
  const { shownLayers, filter } = useCoding.getState();
  // Without a coder there is no layer of one's own, and reading is all that one can do.
  const hasOwn = layers.some((layer) => layer.own);
  const own = layers.filter((layer) => layer.own || !hasOwn).map((layer) => layer.id);
  const kept = layers.filter((layer) => shownLayers.has(layer.id)).map((layer) => layer.id);
  useCoding.setState({
    open: {
      transcript,
      blocks: blocksOf(transcript),
      lineStarts: lineStarts(transcript.text),
      units,
      readAt,
      kept: null,
    },
    codings: byId(codings),
    layers,
    shownLayers: new Set<LayerId>(kept.length > 0 ? kept : own),
    range: { start: 0, end: 0 },
    // Sections and speakers are those of one transcript.
    filter: { ...NO_FILTER, goodQuotations: filter.goodQuotations },
    selected: null,
    picking: null,
  });
}

function byId(codings: readonly Coding[]): ReadonlyMap<CodingId, Coding> {
  return new Map(codings.map((coding) => [coding.id, coding]));
}

/** What decides in which passages a text is to be coded. */
const UNITS = ['comparison_session', 'comparison_transcript'] as const;

/** What divides a text and says who speaks; the text itself is not in it. */
const STRUCTURE = ['section', 'span', 'turn', 'guide_question', ...UNITS] as const;

/** Keeps what is on screen true; returns the function that ends it. */
export function followChanges(): () => void {
  const stops = [
    onChanged(['coding'], (event) => void catchUp(event).catch(reportError)),
    onChanged(['transcript', 'transcript_version'], () => void reopen().catch(reportError)),
    onChanged(STRUCTURE, () => void drawAgain().catch(reportError)),
    onChanged(['coder', 'layer'], () => void reloadLayers().catch(reportError)),
    onSession(() => void startAgain().catch(reportError)),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Puts codings that were just made in place, without waiting to be told of them. */
export function addCodings(made: readonly Coding[]): void {
  useCoding.setState(({ codings }) => ({ codings: withCodings(codings, made) }));
}

type Codings = CodingState['codings'];

export function withCodings(codings: Codings, made: readonly Coding[]): Codings {
  const next = new Map(codings);
  for (const coding of made) next.set(coding.id, coding);
  return next;
}

export function withoutCodings(codings: Codings, ids: readonly CodingId[]): Codings {
  const next = new Map(codings);
  for (const id of ids) next.delete(id);
  return next;
}

export function dropCodings(ids: readonly CodingId[]): void {
  useCoding.setState(({ codings }) => ({ codings: withoutCodings(codings, ids) }));
}

async function catchUp({ rows }: ChangedEvent): Promise<void> {
  const { open } = useCoding.getState();
  if (open === null) return;
  if (rows === null) {
    const all = await api.coding.ofTranscript({ transcriptId: open.transcript.id });
    if (isStillOpen(open)) useCoding.setState({ codings: byId(all) });
    return;
  }
  // The rows of the table `coding` are codings; the event knows only numbers.
  const ids = rows.filter(({ table }) => table === 'coding').map(({ id }) => id as CodingId);
  // What was done here shows itself, before anything else is done for it.
  await allInOrder();
  const present = await api.coding.byIds({ ids });
  if (!isStillOpen(open)) return;
  const state = useCoding.getState();
  const here = present
    .filter(({ versionId }) => versionId === open.transcript.versionId)
    .map(({ versionId: _here, ...coding }) => coding);
  const there = new Set(here.map(({ id }) => id));
  const gone = ids.filter((id) => !there.has(id) && state.codings.has(id));
  if (gone.length > 0 || !here.every((coding) => isKnown(state.codings, coding)))
    useCoding.setState({ codings: withCodings(withoutCodings(state.codings, gone), here) });
}

/** A change that was made in this window is on the screen already; drawing it again would only take time. */
function isKnown(codings: Codings, coding: Coding): boolean {
  const known = codings.get(coding.id);
  return known !== undefined && shallow(known, coding);
}

/** Another coder sits here: what the one before was looking at is hidden until it is asked for. */
async function startAgain(): Promise<void> {
  const { open } = useCoding.getState();
  useCoding.setState(nothingOpen);
  const project = await api.project.current({});
  if (open !== null && project?.uid === useSession.getState().project?.uid)
    await openTranscript(open.transcript.id);
}

async function reloadLayers(): Promise<void> {
  useCoding.setState({ layers: await api.coding.layers({}) });
}

/** The same text with other parts, roles or excluded passages: what was selected and shown stays. */
async function drawAgain(): Promise<void> {
  const { open } = useCoding.getState();
  if (open === null) return;
  const { id } = open.transcript;
  const [transcript, units] = await Promise.all([
    api.transcripts.get({ id }),
    api.comparison.unitsToCode({ transcriptId: id }),
  ]);
  const { range } = useCoding.getState();
  // Another version, or another transcript, is opened whole; and an import changes nothing about this one.
  if (!isStillOpen(open) || transcript.versionId !== open.transcript.versionId) return;
  if (JSON.stringify([transcript, units]) === JSON.stringify([open.transcript, open.units])) return;
  useCoding.setState({ open: { ...open, transcript, units, blocks: blocksOf(transcript), kept: range } });
}

/** Whether it is the same text that is shown, whatever became of its parts meanwhile. */
function isStillOpen({ transcript }: OpenTranscript): boolean {
  return useCoding.getState().open?.transcript.versionId === transcript.versionId;
}

async function reopen(): Promise<void> {
  const { open } = useCoding.getState();
  if (open === null) return;
  const list = await api.transcripts.list({});
  const still = list.find(({ id }) => id === open.transcript.id);
  if (still === undefined) {
    useCoding.setState(nothingOpen);
    settle({ screen: 'coding' });
  } else if (still.versionId !== open.transcript.versionId || still.title !== open.transcript.title) {
    await openTranscript(still.id);
  }
}
