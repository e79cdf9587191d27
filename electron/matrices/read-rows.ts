import type { TraitId, CodeId, ParticipantId, VersionId } from '#shared/ids.ts';
import { passesFilters, type CaseFilter } from '#shared/matrices/case-filter.ts';
import type { Counted } from '#shared/matrices/cell-counts.ts';
import { withDescendants, type CodePlace } from '#shared/matrices/column-codes.ts';
import type { MatrixRow } from '#shared/matrices/matrices-contract.ts';
import {
  caseRow,
  codeRow,
  coderRow,
  groupRow,
  nameInKey,
  pooledRow,
  siteRow,
  type RowKey,
} from '#shared/matrices/row-keys.ts';
import { traitOrder, withoutTrait, type Trait } from '#shared/matrices/traits.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import type { MatrixRecord } from './matrices-sql.ts';
import { placeRows } from './place-rows.ts';
import {
  listCases,
  listLayerRows,
  listSites,
  otherWrittenRows,
  rowCodesOf,
  versionsOfCases,
  type CaseRecord,
} from './rows-sql.ts';
import { listWords } from './traits-sql.ts';

type Values = Readonly<Record<TraitId, string>>;

export interface StudyCase extends CaseRecord {
  readonly values: Values;
  readonly isCounted: boolean;
}

export interface MatrixRows {
  /** In the natural order of their kind; rows that are gone, but hold something, at the end. */
  readonly rows: readonly MatrixRow[];
  readonly cases: readonly StudyCase[];
  /** Counted cases by row, for rows that take cases together. */
  readonly members: ReadonlyMap<RowKey, readonly ParticipantId[]>;
  /** The newest versions of the cases that count. */
  readonly caseOf: ReadonlyMap<VersionId, ParticipantId>;
  /** Codes of all rows; null when the rows are not codes. */
  readonly rowCodes: ReadonlySet<CodeId> | null;
  /** The rows that are a code, or above it; none where rows are not codes. */
  rowsOfCode(id: CodeId): readonly RowKey[];
  /** Rows are the layers of coders, and each consensus is a row of its own. */
  readonly byCoder: boolean;
  /** Whether where a coding lies in its text decides in which row it counts. */
  readonly needsPlace: boolean;
  rowsOf(coding: Counted, participantId: ParticipantId): readonly RowKey[];
}

type Kind = Pick<MatrixRows, 'members' | 'rowCodes' | 'rowsOfCode' | 'byCoder' | 'needsPlace' | 'rowsOf'> & {
  readonly rows: readonly MatrixRow[];
  /** Rows that belong to the matrix, whether they are shown or filtered out. */
  readonly known: ReadonlySet<RowKey>;
};

/** The rows of a matrix, and which codings count in which of them. A bounded number of statements. */
export function readRows(
  db: ReadableDb,
  record: MatrixRecord,
  filters: readonly CaseFilter[],
  traits: readonly Trait[],
  codes: readonly CodePlace[],
): MatrixRows {
  const cases = readCases(db, filters);
  const counted = new Set(cases.filter(({ isCounted }) => isCounted).map((one) => one.participantId));
  const caseOf = new Map<VersionId, ParticipantId>();
  for (const { versionId, participantId } of versionsOfCases(db))
    if (counted.has(participantId)) caseOf.set(versionId, participantId);
  const { known, ...kind } = rowsOfKind(db, record, cases, traits, codes, caseOf);
  const gone = otherWrittenRows(db, record.id, known);
  return {
    ...kind,
    cases,
    caseOf,
    rows: [
      ...kind.rows,
      ...gone.map(({ rowKey, rowName }) => ({
        ...plainRow(rowKey, rowName || nameInKey(rowKey) || 'Removed row', 0),
        isGone: true,
      })),
    ],
  };
}

function readCases(db: ReadableDb, filters: readonly CaseFilter[]): StudyCase[] {
  const values = new Map<ParticipantId, Record<TraitId, string>>();
  for (const [participantId, attributeId, value] of listWords(db)) {
    const known = values.get(participantId);
    if (known === undefined) values.set(participantId, { [attributeId]: value });
    else known[attributeId] = value;
  }
  return listCases(db).map((one) => {
    const own = values.get(one.participantId) ?? {};
    return { ...one, values: own, isCounted: passesFilters(own, filters) };
  });
}

function plainRow(key: RowKey, code: string, cases: number): MatrixRow {
  return { key, participantId: null, code, values: {}, cases, isGone: false };
}

function rowsOfKind(
  db: ReadableDb,
  record: MatrixRecord,
  cases: readonly StudyCase[],
  traits: readonly Trait[],
  codes: readonly CodePlace[],
  caseOf: ReadonlyMap<VersionId, ParticipantId>,
): Kind {
  const counted = cases.filter(({ isCounted }) => isCounted);
  const everybody = new Map([[pooledRow, counted.map(({ participantId }) => participantId)]]);
  switch (record.rowKind) {
    case 'cases':
      return byMember(
        counted.map(({ participantId, uid, code, values }) => ({
          ...plainRow(caseRow(uid), code, 1),
          participantId,
          values,
        })),
        new Map(counted.map(({ participantId, uid }) => [caseRow(uid), [participantId]])),
        cases.map(({ uid }) => caseRow(uid)),
      );
    case 'groups':
      return groupsOf(
        cases,
        traits.find(({ id }) => id === record.rowAttributeId),
      );
    case 'sites':
      return sitesOf(db, cases);
    case 'all':
      return byMember([plainRow(pooledRow, 'All cases', counted.length)], everybody, [pooledRow]);
    case 'codes':
      return codeRows(db, record, counted.length, codes);
    case 'coders': {
      const layers = listLayerRows(db);
      const rowOf = new Map(layers.map(({ layerId, uid }) => [layerId, [coderRow(uid)]]));
      const rows = layers.map(({ uid, name }) => plainRow(coderRow(uid), name, counted.length));
      return {
        ...without(rows),
        byCoder: true,
        rowsOf: ({ layerId }) => rowOf.get(layerId) ?? [],
      };
    }
    case 'roles':
    case 'sections': {
      const { names, rowOf } = placeRows(db, record.rowKind, [...caseOf.keys()]);
      const rows = names.map(({ key, name }) => plainRow(key, name, counted.length));
      return {
        ...without(rows),
        needsPlace: true,
        rowsOf: ({ versionId, start }) => {
          const key = rowOf(versionId, start);
          return key === undefined ? [] : [key];
        },
      };
    }
  }
}

/** What rows have in common that do not take cases together. */
function without(rows: readonly MatrixRow[]): Omit<Kind, 'rowsOf'> {
  return {
    rows,
    known: new Set(rows.map(({ key }) => key)),
    members: new Map(),
    rowCodes: null,
    rowsOfCode: () => [],
    byCoder: false,
    needsPlace: false,
  };
}

function byMember(
  rows: readonly MatrixRow[],
  members: ReadonlyMap<RowKey, readonly ParticipantId[]>,
  known: readonly RowKey[],
): Kind {
  const rowOf = new Map<ParticipantId, readonly RowKey[]>();
  for (const [key, participants] of members) for (const id of participants) rowOf.set(id, [key]);
  return {
    rows,
    known: new Set(known),
    members,
    rowCodes: null,
    rowsOfCode: () => [],
    byCoder: false,
    needsPlace: false,
    rowsOf: (_, participantId) => rowOf.get(participantId) ?? [],
  };
}

/** One row for every value, in the order of the attribute's type; the cases without a value come last. */
function groupsOf(cases: readonly StudyCase[], attribute: Trait | undefined): Kind {
  if (attribute === undefined) return byMember([], new Map(), []);
  const valueOf = ({ values }: StudyCase): string => values[attribute.id]?.trim() ?? '';
  const compare = traitOrder(attribute);
  const ordered = cases.toSorted((a, b) => compare(valueOf(a), valueOf(b)));
  const groups = Map.groupBy(ordered, (one) => groupRow(valueOf(one)));
  const shown = [...groups].map(
    ([key, members]) => [key, members.filter(({ isCounted }) => isCounted)] as const,
  );
  const filled = shown.filter(([, members]) => members.length > 0);
  return byMember(
    filled.map(([key, members]) =>
      plainRow(
        key,
        members[0] && valueOf(members[0]) !== '' ? valueOf(members[0]) : withoutTrait(attribute),
        members.length,
      ),
    ),
    new Map(filled.map(([key, members]) => [key, members.map(({ participantId }) => participantId)])),
    [...groups.keys()],
  );
}

/** One row for every site with cases, in the order of the sites; cases without a site come last. */
function sitesOf(db: ReadableDb, cases: readonly StudyCase[]): Kind {
  const bySite = Map.groupBy(cases, ({ siteId }) => siteId);
  const sites = [
    ...listSites(db).map(({ id, uid, code }) => ({ id, key: siteRow(uid), code })),
    { id: null, key: siteRow(''), code: 'No site' },
  ];
  const filled = sites.flatMap(({ id, key, code }) => {
    const members = (bySite.get(id) ?? []).filter(({ isCounted }) => isCounted);
    return members.length === 0 ? [] : [{ key, code, members }];
  });
  return byMember(
    filled.map(({ key, code, members }) => plainRow(key, code, members.length)),
    new Map(filled.map(({ key, members }) => [key, members.map(({ participantId }) => participantId)])),
    sites.map(({ key }) => key),
  );
}

function codeRows(db: ReadableDb, record: MatrixRecord, cases: number, codes: readonly CodePlace[]): Kind {
  const chosen = rowCodesOf(db, record.id);
  const rowsOf = new Map<CodeId, RowKey[]>();
  for (const { id, uid } of chosen) {
    for (const below of withDescendants(codes, [id])) {
      const known = rowsOf.get(below);
      if (known === undefined) rowsOf.set(below, [codeRow(uid)]);
      else known.push(codeRow(uid));
    }
  }
  return {
    ...without(chosen.map(({ uid, name }) => plainRow(codeRow(uid), name, cases))),
    rowCodes: new Set(rowsOf.keys()),
    rowsOfCode: (id) => rowsOf.get(id) ?? [],
    rowsOf: ({ codeId }) => rowsOf.get(codeId) ?? [],
  };
}
