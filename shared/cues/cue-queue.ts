import { overlaps } from '../text/text-range.ts';
import type { CodedPlace, CueDecision, CueOutcome, CuePlace } from './cues-contract.ts';

/** A proposal, with what was decided about it; null: it is still open. */
export interface Proposal extends CuePlace {
  readonly key: string;
  readonly outcome: CueOutcome | null;
}

/**
 * What is proposed, in order: places about which something was decided, and open ones. Left out are those whose words
 * this coder had coded with that code without being asked. A decision holds for the words that it was about, so
 * it is found again when the cues, and with them the passage, have changed a little.
 */
export function cueQueue(
  places: readonly CuePlace[],
  decisions: readonly CueDecision[],
  coded: readonly CodedPlace[],
): readonly Proposal[] {
  const decided = Map.groupBy(decisions, groupKey);
  const codings = Map.groupBy(coded, groupKey);
  return places.flatMap((place) => {
    const decision = decided.get(groupKey(place))?.find((one) => overlaps(one, place));
    const isCoded = codings.get(groupKey(place))?.some((one) => place.hits.some((hit) => overlaps(one, hit)));
    if (decision === undefined && isCoded === true) return [];
    return [{ ...place, key: placeKey(place), outcome: decision?.outcome ?? null }];
  });
}

export interface Progress {
  readonly decided: number;
  readonly total: number;
}

export function progressOf(queue: readonly Proposal[]): Progress {
  return { decided: queue.filter(({ outcome }) => outcome !== null).length, total: queue.length };
}

/** The next open proposal after the one with this key (or from the beginning), then from the beginning again. */
export function nextOpen(queue: readonly Proposal[], key: string | null): Proposal | undefined {
  const at = queue.findIndex((proposal) => proposal.key === key);
  const isOpen = ({ outcome }: Proposal): boolean => outcome === null;
  return queue.slice(at + 1).find(isOpen) ?? queue.find(isOpen);
}

export function placeKey({
  codeId,
  versionId,
  start,
}: Pick<CuePlace, 'codeId' | 'versionId' | 'start'>): string {
  return `${codeId} ${versionId} ${start}`;
}

function groupKey({ codeId, versionId }: Pick<CuePlace, 'codeId' | 'versionId'>): string {
  return `${codeId} ${versionId}`;
}
