import { decidePositions } from '#shared/exchange/decide-positions.ts';
import { Findings } from '#shared/exchange/findings.ts';
import type {
  ForeignCase,
  ForeignCode,
  ForeignNote,
  ForeignPassage,
  ForeignProject,
  ForeignText,
  ForeignValues,
  ForeignVariable,
} from '#shared/exchange/foreign-project.ts';
import { storedText } from '#shared/exchange/position-convention.ts';
import { parentsFirst, readColor } from '#shared/exchange/read-codes.ts';
import { readTime } from '#shared/exchange/read-qde.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { derivedGuid } from './derived-guid.ts';
import {
  countIn,
  qualCoderAnnotations,
  qualCoderAttributes,
  qualCoderAttributeTypes,
  qualCoderCases,
  qualCoderCaseTexts,
  qualCoderCategories,
  qualCoderCodes,
  qualCoderCodings,
  qualCoderJournal,
  qualCoderProject,
  qualCoderSources,
  type QualCoderCoding,
  type QualCoderSource,
} from './foreign-tables-sql.ts';

export interface DatabaseShape {
  readonly name: string;
  has(table: string): boolean;
  columns(table: string): ReadonlySet<string>;
}

/** What identifies a row of this project: numbers are counted anew in every project, its date of birth is its own. */
type GuidFor = (kind: string, ...parts: readonly (string | number | null)[]) => string;

/**
 * Reads `data.qda` of QualCoder, versions 1 to 4. Its positions are counted in code points by one half of the program and
 * in UTF-16 units by the other, so they are decided text by text from the words that it keeps with every coding.
 */
export function readQualCoder(db: ReadableDb, shape: DatabaseShape, newGuid: () => string): ForeignProject {
  const findings = new Findings();
  const { date, memo } = qualCoderProject(db);
  const guidFor: GuidFor = (kind, ...parts) => derivedGuid('qualcoder', date, kind, ...parts);
  const owners = new Set<string>();
  const userOf = (owner: string | null): string | null => {
    if (owner === null || owner.trim() === '') return null;
    owners.add(owner);
    return guidFor('coder', owner);
  };
  const notes: ForeignNote[] = [];
  const noteOn = (
    about: string,
    row: Omit<QualCoderCoding, 'code' | 'words' | 'source'>,
    kind: string,
  ): void => {
    if ((row.memo ?? '').trim() === '') return;
    notes.push({
      guid: guidFor(`memo on ${kind}`, row.id),
      name: '',
      text: row.memo ?? '',
      userGuid: userOf(row.owner),
      at: qualCoderTime(row.date),
      about: [about],
    });
  };
  const values = readAttributes(db, shape, guidFor);
  const codings = Map.groupBy(
    qualCoderCodings(db, shape.columns('code_text').has('ctid')),
    ({ source }) => source,
  );
  const annotations = shape.has('annotation')
    ? Map.groupBy(qualCoderAnnotations(db), ({ source }) => source)
    : new Map<number, never[]>();
  const texts: ForeignText[] = [];
  for (const source of qualCoderSources(db)) {
    const own = codings.get(source.id) ?? [];
    if ((source.fulltext ?? '').trim() === '') {
      findings.add(
        'left out',
        own.length > 0
          ? 'Sources without text, with their codings.'
          : 'Pictures, sound and film, and empty texts.',
        source.name,
      );
      continue;
    }
    texts.push(readSource(source, own, annotations.get(source.id) ?? []));
  }
  for (const [table, what] of [
    ['code_image', 'Coded regions of pictures and PDF pages: Crosscase codes text only.'],
    ['code_av', 'Coded stretches of sound and film: Crosscase codes text only.'],
  ] as const) {
    const count = shape.has(table) ? countIn(db, table) : 0;
    for (let index = 0; index < count; index += 1) findings.add('left out', what);
  }
  readJournal();
  const cases = readCases(db, shape, texts, values, guidFor, findings);
  return {
    program: 'QualCoder',
    name: shape.name.replace(/\.qda$/i, ''),
    description: memo?.trim() ?? '',
    users: [...owners].map((name) => ({ guid: guidFor('coder', name), name })),
    codes: readCodes(db, shape, guidFor),
    variables: values.variables,
    cases,
    texts,
    notes,
    sets: [],
    links: [],
    findings: findings.list(),
  };

  function readSource(
    source: QualCoderSource,
    own: readonly QualCoderCoding[],
    remarks: readonly Omit<QualCoderCoding, 'code' | 'words'>[],
  ): ForeignText {
    const raw = source.fulltext ?? '';
    const passages = [
      ...own.map(({ start, end, words }) => ({
        start,
        end,
        words: (words ?? '').replaceAll('\u2029', '\n'),
      })),
      ...remarks.map(({ start, end }) => ({ start, end, words: '' })),
    ];
    const { decision, placed } = decidePositions(raw, passages);
    const guid = guidFor('source', source.id, source.name);
    return {
      guid,
      name: source.name,
      description: source.memo?.trim() ?? '',
      text: storedText(raw),
      values: values.of('file', source.id),
      decision,
      passages: passages.map(({ words }, index): ForeignPassage => {
        const coding = own[index];
        const remark = remarks[index - own.length];
        const passageGuid =
          coding === undefined ? guidFor('annotation', remark?.id ?? index) : guidFor('passage', coding.id);
        if (remark !== undefined) noteOn(passageGuid, remark, 'annotation');
        return {
          guid: passageGuid,
          range: placed[index]?.range ?? null,
          placing: placed[index]?.placing ?? 'nowhere',
          words,
          description: '',
          codings: coding === undefined ? [] : [codingOf(coding)],
        };
      }),
    };
  }

  function codingOf(coding: QualCoderCoding): ForeignPassage['codings'][number] {
    const guid = guidFor('coding', coding.id, coding.code, coding.date);
    noteOn(guid, coding, 'coding');
    return {
      guid,
      codeGuid: guidFor('code', coding.code),
      userGuid: userOf(coding.owner),
      at: qualCoderTime(coding.date),
    };
  }

  function readJournal(): void {
    if (!shape.has('journal')) return;
    for (const { id, name, text, owner, date: at } of qualCoderJournal(db)) {
      if ((text ?? '').trim() === '') continue;
      notes.push({
        guid: shape.columns('journal').has('jid') ? guidFor('journal', id, name) : newGuid(),
        name: name ?? '',
        text: text ?? '',
        userGuid: userOf(owner),
        at: qualCoderTime(at),
        about: [],
      });
    }
  }
}

/** `2024-01-15 10:20:30`, in the time of the machine where it was written, which the file does not tell. */
function qualCoderTime(value: string | null): string | null {
  return value === null
    ? null
    : readTime(value.trim().replace(' ', 'T').replace(/$/, 'Z').replace(/ZZ$/, 'Z'));
}

function readCodes(db: ReadableDb, shape: DatabaseShape, guidFor: GuidFor): readonly ForeignCode[] {
  const categories = qualCoderCategories(db).map(({ id, name, memo, parent }) => ({
    guid: guidFor('category', id),
    parentGuid: parent === null ? null : guidFor('category', parent),
    name: name.trim() || `Category ${id}`,
    description: memo?.trim() ?? '',
    color: null,
    isCodable: false,
  }));
  const codes = qualCoderCodes(db, shape.columns('code_name').has('supercid')).map(
    ({ id, name, memo, category, parent, color }) => ({
      guid: guidFor('code', id),
      parentGuid:
        parent !== null ? guidFor('code', parent) : category === null ? null : guidFor('category', category),
      name: name.trim() || `Code ${id}`,
      description: memo?.trim() ?? '',
      color: readColor(color ?? undefined),
      isCodable: true,
    }),
  );
  return parentsFirst([...categories, ...codes]);
}

interface ReadAttributes {
  readonly variables: readonly ForeignVariable[];
  of(on: 'case' | 'file', id: number): ForeignValues;
}

function readAttributes(db: ReadableDb, shape: DatabaseShape, guidFor: GuidFor): ReadAttributes {
  if (!shape.has('attribute_type') || !shape.has('attribute')) return { variables: [], of: () => [] };
  const values = Map.groupBy(
    qualCoderAttributes(db).filter(({ value }) => (value ?? '').trim() !== ''),
    ({ on, id }) => `${on} ${id}`,
  );
  return {
    variables: qualCoderAttributeTypes(db).map(({ name, type, memo }) => ({
      guid: guidFor('attribute', name),
      name,
      description: memo?.trim() ?? '',
      type: type === 'numeric' ? 'decimal' : 'text',
    })),
    of: (on, id) =>
      (values.get(`${on} ${id}`) ?? []).map(
        ({ name, value }) => [guidFor('attribute', name), value ?? ''] as const,
      ),
  };
}

/** A text belongs to a case when the case has all of it; parts of texts cannot be cases here, and are listed. */
function readCases(
  db: ReadableDb,
  shape: DatabaseShape,
  texts: readonly ForeignText[],
  values: ReadAttributes,
  guidFor: GuidFor,
  findings: Findings,
): readonly ForeignCase[] {
  if (!shape.has('cases')) return [];
  const sources = new Map(qualCoderSources(db).map((source) => [source.id, source]));
  const known = new Set(texts.map(({ guid }) => guid));
  const links = shape.has('case_text') ? Map.groupBy(qualCoderCaseTexts(db), ({ caseId }) => caseId) : null;
  return qualCoderCases(db).map(({ id, name, memo }) => {
    const textGuids = new Set<string>();
    for (const { source, start, end } of links?.get(id) ?? []) {
      const found = sources.get(source);
      if (found === undefined) continue;
      const guid = guidFor('source', source, found.name);
      if (!known.has(guid)) continue;
      // The whole text ends at its length in code points, which is less than ours where there are emoji.
      const isWhole = start === 0 && end >= codePoints(found.fulltext ?? '') - 1;
      if (isWhole) textGuids.add(guid);
      else
        findings.add(
          'left out',
          'Parts of texts that make up a case: a whole text belongs to a participant here.',
          name,
        );
    }
    return {
      guid: guidFor('case', id),
      name: name.trim() || `Case ${id}`,
      description: memo?.trim() ?? '',
      values: values.of('case', id),
      textGuids: [...textGuids],
    };
  });
}

function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; count += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return count;
}
