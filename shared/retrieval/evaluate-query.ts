import { assertNever } from '../assert.ts';
import { firstTouched } from '../coding/first-touched.ts';
import type { CodeId, CodingId, LayerId } from '../ids.ts';
import type { Section, SpeakerRole, Turn } from '../transcripts/transcripts-contract.ts';
import type { TextRange } from '../text/text-range.ts';
import type { Distance, Pole, RelationKind } from './fragment-query.ts';
import {
  containsAny,
  countWhile,
  coveredByAll,
  lastBefore,
  liesWithinAny,
  nearAny,
  overlapsAny,
  touchesOneOf,
  type Marked,
  type RangeTest,
} from './intervals.ts';

/** A coding as far as questions look at it. */
export interface Mark extends TextRange {
  readonly id: CodingId;
  readonly codeId: CodeId;
  readonly layerId: LayerId;
  readonly weight: number | null;
}

/** A question with its codes spread out over the tree, and without what is not there any more. */
export interface ResolvedQuery {
  /** Each code asked for, with everything below it. Null: any code. */
  readonly codes: readonly ReadonlySet<CodeId>[] | null;
  readonly match: 'any' | 'all';
  readonly relations: readonly ResolvedRelation[];
  readonly sections: ReadonlySet<string>;
  readonly speakers: ReadonlySet<string>;
  readonly roles: ReadonlySet<SpeakerRole>;
  readonly poles: ReadonlySet<Pole>;
}

export interface ResolvedRelation {
  readonly kind: RelationKind;
  readonly not: boolean;
  readonly codes: ReadonlySet<CodeId>;
  readonly distance: Distance;
}

/** One transcript. Turns and sections are in order and do not overlap. */
export interface CodedText {
  readonly marks: readonly Mark[];
  readonly turns: readonly Turn[];
  readonly sections: readonly Section[];
}

/** The codings of one transcript that answer the question, in the order in which they came. */
export function evaluateQuery(coded: CodedText, query: ResolvedQuery): readonly Mark[] {
  const tests = [
    codeTest(coded.marks, query),
    ...query.relations.map((relation) => relationTest(coded, relation)),
  ];
  return coded.marks.filter((mark) => fitsPlace(coded, mark, query) && tests.every((test) => test(mark)));
}

/** What is asked of a fragment alone: its pole, its section, who speaks. */
function fitsPlace({ turns, sections }: CodedText, mark: Mark, query: ResolvedQuery): boolean {
  if (query.poles.size > 0 && !query.poles.has(poleOf(mark.weight))) return false;
  if (query.sections.size > 0) {
    const section = firstTouched(sections, ({ headingStart }) => headingStart, mark);
    if (section === undefined || !query.sections.has(section.title)) return false;
  }
  if (query.speakers.size === 0 && query.roles.size === 0) return true;
  const turn = firstTouched(turns, ({ labelStart }) => labelStart, mark);
  if (turn === undefined) return false;
  return (
    (query.speakers.size === 0 || query.speakers.has(turn.speaker ?? '')) &&
    (query.roles.size === 0 || query.roles.has(turn.role))
  );
}

export function poleOf(weight: number | null): Pole {
  if (weight === null || weight === 0) return 'none';
  return weight < 0 ? 'low' : 'high';
}

function codeTest(marks: readonly Mark[], { codes, match }: ResolvedQuery): (mark: Mark) => boolean {
  if (codes === null) return () => true;
  const isAsked = ({ codeId }: Mark): boolean => codes.some((set) => set.has(codeId));
  if (match === 'any' || codes.length < 2) return isAsked;
  const shared = coveredByAll(codes.map((set) => marks.filter(({ codeId }) => set.has(codeId))));
  return (mark) => isAsked(mark) && touchesOneOf(shared, mark);
}

function relationTest({ marks, turns }: CodedText, relation: ResolvedRelation): RangeTest {
  const others = marks.filter(({ codeId }) => relation.codes.has(codeId));
  const stands = positiveTest(others, turns, relation);
  return relation.not ? (range) => !stands(range) : stands;
}

function positiveTest(
  others: readonly Mark[],
  turns: readonly Turn[],
  { kind, distance }: ResolvedRelation,
): RangeTest {
  switch (kind) {
    case 'overlaps':
      return overlapsAny(others);
    case 'within':
      return liesWithinAny(others);
    case 'contains':
      return containsAny(others);
    case 'near':
      return distance.by === 'turn' ? sharesTurn(others, turns) : nearAny(others, distance.most);
    case 'follows':
      return followsTest(others, turns, distance);
    default:
      return assertNever(kind);
  }
}

function followsTest(others: readonly Mark[], turns: readonly Turn[], distance: Distance): RangeTest {
  const previous = lastBefore(others);
  return (range) => {
    const before = previous(range);
    if (before === undefined) return false;
    if (distance.by === 'characters') return range.start - before.end <= distance.most;
    const there = turnsTouched(turns, before);
    const here = turnsTouched(turns, range);
    return here.start < there.end && there.start < there.end && here.start < here.end;
  };
}

/** In the same turn: the ranges overlap when they are counted in turns. */
function sharesTurn(others: readonly Mark[], turns: readonly Turn[]): RangeTest {
  const inTurns = (range: Marked): Marked => ({ id: range.id, ...turnsTouched(turns, range) });
  const test = overlapsAny(others.map(inTurns).filter(({ start, end }) => start < end));
  return (range) => {
    const here = inTurns(range);
    return here.start < here.end && test(here);
  };
}

/** From the first turn that a range touches to behind the last, by their places in the list; empty where it touches none. */
function turnsTouched(turns: readonly Turn[], { start, end }: TextRange): TextRange {
  const first = countWhile(turns, (turn) => turn.end <= start);
  return {
    start: first,
    end: Math.max(
      first,
      countWhile(turns, (turn) => turn.labelStart < end),
    ),
  };
}
