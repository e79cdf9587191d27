import type {
  Decision,
  SessionDifference,
  SessionDifferences,
} from '#shared/comparison/comparison-contract.ts';

/** `Time`, or `Trust or Ideas`. */
export function codeNames({ codes }: Pick<SessionDifferences, 'codes'>, uids: readonly string[]): string {
  const names = new Map(codes.map(({ uid, name }) => [uid, name]));
  return uids.map((uid) => names.get(uid) ?? 'a removed code').join(' or ');
}

export function colorOf({ codes }: Pick<SessionDifferences, 'codes'>, uid: string | undefined): string {
  return codes.find((code) => code.uid === uid)?.color ?? '#8a8a8a';
}

/** What the coders did, in a few words that can be read aloud. */
export function describeDifference(difference: SessionDifference, all: SessionDifferences): string {
  const { coders } = all;
  const gave = difference.sides.flatMap((side, place) => (side.length > 0 ? [coders[place] ?? ''] : []));
  switch (difference.kind) {
    case 'only some':
      return `Only ${gave.join(' and ')}`;
    case 'boundary':
      return 'Other ends';
    case 'split or lump':
      return difference.sides
        .map(
          (side, place) =>
            `${coders[place] ?? ''}: ${side.length === 1 ? 'one piece' : `${side.length} pieces`}`,
        )
        .join(', ');
    case 'other code':
      return difference.sides
        .flatMap((side, place) => {
          const uids = [...new Set(side.map(({ codeUid }) => codeUid))];
          return uids.length === 0 ? [] : [`${coders[place] ?? ''}: ${codeNames(all, uids)}`];
        })
        .join(', ');
  }
}

export function describeDecision(decision: Decision, coders: readonly string[]): string {
  switch (decision.outcome) {
    case 'one coder':
      return `as ${coders[decision.position ?? -1] ?? ''} has it`;
    case 'all':
      return coders.length === 2 ? 'both' : 'all of them';
    case 'new span':
      return 'a new span';
    case 'neither':
      return coders.length === 2 ? 'neither' : 'none of them';
    case 'unresolved':
      return 'unresolved';
  }
}
