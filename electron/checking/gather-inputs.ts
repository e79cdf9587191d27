import type { CellInputs, InputCode, InputFragment, InputValue } from '#shared/checking/cell-inputs.ts';
import type { CellId, CodingId, VersionId } from '#shared/ids.ts';
import type { MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import { textOfVersion } from '#electron/coding/coding-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { narrowScope, placesOfCodings } from '#electron/matrices/cell-scope.ts';
import type { MatrixFrame } from '#electron/matrices/read-matrix.ts';
import type { CellBasis } from './basis-sql.ts';
import { attributesUsed, SITE } from './cell-scope-of.ts';
import { shortFingerprint } from './fingerprint.ts';
import {
  traitNames,
  codingsIn,
  evidenceCodings,
  fragmentsByIds,
  listWordings,
  valuesOfTraits,
  type CodeWording,
} from './inputs-sql.ts';
import { typeReader } from './type-inputs.ts';
import { claimTextOf, placeName, polesOf, wordingOf, type Surroundings } from './quick-sums.ts';

/**
 * What cells of one matrix rest on now, thing by thing. `known` are fragments whose words were fingerprinted before: a
 * version never changes, so their texts need not be opened again.
 */
export function gatherInputs(
  db: ReadableDb,
  { frame, drawn, staleAbove }: Surroundings,
  cells: readonly CellBasis[],
  known: Iterable<InputFragment> = [],
): ReadonlyMap<CellId, CellInputs> {
  const codings = codingsOfCells(db, frame, cells);
  const fragments = readFragments(db, new Set([...codings.values()].flatMap((ids) => [...ids])), known);
  const wordings = new Map(
    listWordings(db).map((code): [string, InputCode & { readonly codeId: number }] => [
      code.uid,
      {
        uid: code.uid,
        id: code.id,
        name: code.name,
        wording: shortFingerprint(wordingOf(code)),
        poles: polesPrint(code),
        codeId: code.id,
      },
    ]),
  );
  const uidOfCode = new Map([...wordings.values()].map(({ codeId, uid }) => [codeId, uid]));
  const columns = new Map(frame.columns.map((column) => [column.id, column]));
  const values = valueReader(db, frame);
  const types = typeReader(db, frame);
  const drawnAt = Map.groupBy(drawn, ({ ofColumn, ofRow }) => placeName(ofColumn, ofRow));
  return new Map(
    cells.map((cell) => {
      const column = columns.get(cell.columnId);
      const own = [...(codings.get(cell.cellId) ?? [])].flatMap((id) => fragments.get(id) ?? []);
      const asked = (column?.codeIds ?? []).flatMap((id) => uidOfCode.get(id) ?? []);
      const codeUids = new Set([...own.map(({ codeUid }) => codeUid), ...asked]);
      return [
        cell.cellId,
        {
          fragments: own,
          codes: [
            ...[...codeUids].flatMap((uid) => {
              const code = wordings.get(uid);
              if (code === undefined) return [];
              const { codeId: _, ...kept } = code;
              return [kept];
            }),
            ...(column === undefined ? [] : types(column, cell)),
          ],
          values: column === undefined ? [] : values(column, cell),
          cells: (drawnAt.get(placeName(cell.columnId, cell.rowKey)) ?? []).map((above) => ({
            uid: above.cellUid,
            id: above.cellId,
            column: above.columnTitle,
            claim: shortFingerprint(claimTextOf(above)),
            isStale: staleAbove.has(above.cellId),
          })),
        },
      ];
    }),
  );
}

function polesPrint(code: CodeWording): string {
  const poles = polesOf(code);
  return poles === '' ? '' : shortFingerprint(poles);
}

/** The codings that each cell asks for, and those that it is said to rest on. */
function codingsOfCells(
  db: ReadableDb,
  frame: MatrixFrame,
  cells: readonly CellBasis[],
): ReadonlyMap<CellId, ReadonlySet<CodingId>> {
  const found = new Map<CellId, Set<CodingId>>(cells.map(({ cellId }) => [cellId, new Set()]));
  const cellAt = new Map(
    cells.map(({ cellId, columnId, rowKey }) => [placeName(columnId, rowKey), found.get(cellId)]),
  );
  const { scope, view } = frame;
  if (scope.rows.needsPlace || scope.crossing.size > 0) {
    const own = narrowScope(
      scope,
      new Set(cells.map(({ columnId }) => columnId)),
      new Set(cells.map(({ rowKey }) => rowKey)),
    );
    for (const { coding, columnId, rowKey } of placesOfCodings(db, own, view.layerId))
      cellAt.get(placeName(columnId, rowKey))?.add(coding[0]);
  } else {
    const versions = versionsOfCells(frame, cells) ?? [...scope.rows.caseOf.keys()];
    for (const [id, codeId, versionId, layerId, start] of codingsIn(
      db,
      scope.codeIds,
      versions,
      view.layerId,
      scope.rows.byCoder,
    )) {
      const participantId = scope.caseOf(versionId);
      if (participantId === undefined) continue;
      for (const columnId of scope.columnsOf(codeId, participantId))
        for (const rowKey of scope.rowsOf({ codeId, versionId, layerId, start }, participantId))
          cellAt.get(placeName(columnId, rowKey))?.add(id);
    }
  }
  for (const { cellId, codingId } of evidenceCodings(db, [...found.keys()])) found.get(cellId)?.add(codingId);
  return found;
}

/** The transcripts in which the rows of the cells lie; null when any transcript may hold fragments of them. */
export function versionsOfCells(
  { scope }: MatrixFrame,
  cells: readonly CellBasis[],
): readonly VersionId[] | null {
  const { members, caseOf } = scope.rows;
  if (members.size === 0) return null;
  const cases = new Set(cells.flatMap(({ rowKey }) => members.get(rowKey) ?? []));
  return [...caseOf].filter(([, participantId]) => cases.has(participantId)).map(([id]) => id);
}

function readFragments(
  db: ReadableDb,
  ids: ReadonlySet<CodingId>,
  known: Iterable<InputFragment>,
): ReadonlyMap<CodingId, InputFragment> {
  const fingerprints = new Map<string, string>();
  for (const fragment of known) fingerprints.set(placeOf(fragment), fragment.words);
  // In the order of versions, so one text at a time is enough.
  let [openedId, text]: [VersionId | null, string] = [null, ''];
  const fragments = new Map<CodingId, InputFragment>();
  for (const { versionId, ...fragment } of fragmentsByIds(db, [...ids])) {
    let words = fingerprints.get(placeOf(fragment));
    if (words === undefined) {
      if (openedId !== versionId) [openedId, text] = [versionId, textOfVersion(db, versionId) ?? ''];
      words = shortFingerprint(text.slice(fragment.start, fragment.end));
    }
    fragments.set(fragment.id, { ...fragment, words });
  }
  return fragments;
}

function placeOf({ versionUid, start, end }: Pick<InputFragment, 'versionUid' | 'start' | 'end'>): string {
  return `${versionUid} ${start} ${end}`;
}

function valueReader(
  db: ReadableDb,
  frame: MatrixFrame,
): (column: MatrixColumn, cell: CellBasis) => readonly InputValue[] {
  const attributes = new Map(traitNames(db).map((attribute) => [attribute.id, attribute]));
  const uidOfCase = new Map(frame.scope.rows.cases.map(({ participantId, uid }) => [participantId, uid]));
  const used = new Set(
    [SITE, frame.record.rowAttributeId, ...frame.columns.map(({ attributeId }) => attributeId)].filter(
      (id) => id !== null,
    ),
  );
  const rows = new Map(
    valuesOfTraits(db, [...used]).map((row) => [`${row.traitId} ${row.participantId}`, row]),
  );
  return (column, { rowKey }) =>
    attributesUsed(frame, column, rowKey).flatMap(({ attributeId, cases }) =>
      cases.flatMap((participantId): InputValue[] => {
        const attribute = attributes.get(attributeId);
        const participantUid = uidOfCase.get(participantId);
        if (attribute === undefined || participantUid === undefined) return [];
        const row = rows.get(`${attributeId} ${participantId}`);
        return [
          {
            attributeUid: attribute.uid,
            participantUid,
            id: row?.id ?? null,
            name: attribute.name,
            value: shortFingerprint(row?.value ?? ''),
          },
        ];
      }),
    );
}
