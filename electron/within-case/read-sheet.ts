import { AppError } from '#shared/contract/errors.ts';
import type { CodeId, LayerId, ParticipantId } from '#shared/ids.ts';
import { traitLabel } from '#shared/matrices/traits.ts';
import { missingTitles, partsAsked, questionsAsked, usualTitles } from '#shared/within-case/asked.ts';
import { uncovered } from '#shared/within-case/uncoded.ts';
import type {
  CaseFragment,
  CaseSheet,
  CaseTranscript,
  ThemeSource,
  UncodedPassage,
} from '#shared/within-case/within-case-contract.ts';
import { countWords } from '#shared/text/words.ts';
import { must } from '#shared/assert.ts';
import { listCodes } from '#electron/codebook/codebook-sql.ts';
import { textOfVersion } from '#electron/coding/coding-sql.ts';
import { turnsOfVersion } from '#electron/coding/fragments-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { fragmentsOfCase } from '#electron/matrices/fragments-of-case.ts';
import { requireMatrix } from '#electron/matrices/read-matrix.ts';
import { caseCode, caseRowOf } from '#electron/matrices/rows-sql.ts';
import { listTraits, listWords } from '#electron/matrices/traits-sql.ts';
import { readThemes } from './read-themes.ts';
import {
  codedRanges,
  findNarrative,
  leftOutRanges,
  partsOfOtherCases,
  partsOfVersion,
  questionsNotAsked,
  titlesOfGuide,
  usesOfCodings,
  versionsOfCase,
  type CaseVersion,
} from './within-case-sql.ts';

/** Everything about one case. Throws `not-found` when the case or the matrix is gone. */
export function readSheet(db: ReadableDb, participantId: ParticipantId, source: ThemeSource): CaseSheet {
  const code = requireCase(db, participantId);
  const layerId = source.kind === 'matrix' ? requireMatrix(db, source.matrixId).layerId : source.layerId;
  const codes = listCodes(db);
  const versions = versionsOfCase(db, participantId);
  const fragments = readFragments(
    db,
    participantId,
    codes.map(({ id }) => id),
    layerId,
  );
  const texts = versions.map((version) => readText(db, version, fragments));
  const narrative = findNarrative(db, participantId);
  return {
    participantId,
    rowKey: caseRowOf(db, participantId).rowKey,
    code,
    values: valuesOf(db, participantId),
    transcripts: texts.map(({ transcript }) => transcript),
    narrative: {
      text: narrative?.text ?? '',
      authorName: narrative?.authorName ?? null,
      updatedAt: narrative?.updatedAt ?? null,
    },
    layerId,
    matrixId: source.kind === 'matrix' ? source.matrixId : null,
    themes: readThemes(db, participantId, source, codes, fragments),
    fragments,
    parts: texts.flatMap(({ parts }) => parts),
    questions: texts.flatMap(({ questions }) => questions),
    notAsked: versions.length === 0 ? [] : notAsked(db, participantId, texts),
    uncoded: texts.flatMap(({ uncoded }) => uncoded),
  };
}

/** Throws `not-found`. */
export function requireCase(db: ReadableDb, participantId: ParticipantId): string {
  const code = caseCode(db, participantId);
  if (code === undefined) throw new AppError('not-found', { what: 'case' });
  return code;
}

function readFragments(
  db: ReadableDb,
  participantId: ParticipantId,
  codeIds: readonly CodeId[],
  layerId: LayerId | null,
): CaseFragment[] {
  const found = fragmentsOfCase(db, { codeIds, layerId, participantId });
  const uses = usesOfCodings(
    db,
    found.map(({ id }) => id),
  );
  return found.map((fragment) => ({ ...fragment, uses: uses.get(fragment.id) ?? 0 }));
}

interface ReadText {
  readonly transcript: CaseTranscript;
  readonly parts: CaseSheet['parts'];
  readonly questions: CaseSheet['questions'];
  readonly uncoded: readonly UncodedPassage[];
}

/** Asked and answered is told by the codings that count; what nobody coded, by everybody’s. */
function readText(
  db: ReadableDb,
  { versionId, transcriptId, title }: CaseVersion,
  fragments: readonly CaseFragment[],
): ReadText {
  const text = must(textOfVersion(db, versionId), 'a version has a text');
  const turns = turnsOfVersion(db, versionId);
  const codings = fragments.filter((fragment) => fragment.versionId === versionId);
  const asked = { text, turns, parts: partsOfVersion(db, versionId), codings };
  const leftOut = leftOutRanges(db, versionId);
  const talk = turns
    .filter(({ role }) => role !== 'interviewer')
    .flatMap((turn) =>
      uncovered([turn], leftOut).map(({ start, end }) => ({ start, end, turnNumber: turn.number })),
    );
  const coded = codedRanges(db, versionId);
  const wordsIn = ({ start, end }: { readonly start: number; readonly end: number }): number =>
    countWords(text.slice(start, end));
  const uncoded = talk.flatMap((stretch) =>
    uncovered([stretch], coded).flatMap((range): UncodedPassage[] => {
      const words = wordsIn(range);
      if (words === 0) return [];
      const { start, end } = range;
      return [
        {
          transcriptId,
          turnNumber: stretch.turnNumber,
          start,
          end,
          text: text.slice(start, end).trim(),
          words,
        },
      ];
    }),
  );
  const words = talk.reduce((sum, stretch) => sum + wordsIn(stretch), 0);
  const uncodedWords = uncoded.reduce((sum, passage) => sum + passage.words, 0);
  return {
    transcript: { id: transcriptId, title, words, codedWords: Math.max(0, words - uncodedWords) },
    parts: partsAsked(asked, countWords).map((part) => ({ ...part, transcriptId })),
    questions: questionsAsked(asked, countWords).map((question) => ({ ...question, transcriptId })),
    uncoded,
  };
}

function notAsked(db: ReadableDb, participantId: ParticipantId, texts: readonly ReadText[]): string[] {
  const present = texts.flatMap(({ parts }) => parts.map(({ title }) => title));
  const guide = titlesOfGuide(db);
  const others = Map.groupBy(partsOfOtherCases(db, participantId), (part) => part.participantId);
  const expected =
    guide.length > 0
      ? guide
      : usualTitles([...others.values()].map((parts) => parts.map(({ title }) => title)));
  return [...missingTitles(expected, present), ...questionsNotAsked(db, participantId)];
}

function valuesOf(db: ReadableDb, participantId: ParticipantId): CaseSheet['values'] {
  const own = new Map(
    listWords(db)
      .filter(([participant]) => participant === participantId)
      .map(([, attributeId, value]) => [attributeId, value]),
  );
  return listTraits(db).flatMap((trait) => {
    const value = own.get(trait.id);
    return value === undefined || value === '' ? [] : [{ name: traitLabel(trait), value }];
  });
}
