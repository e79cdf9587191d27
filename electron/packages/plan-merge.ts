import type { SqlValue } from '#electron/database/handles.ts';
import { inPlace, placeOfKept, withJson, withoutClash, type Finder } from './fit-row.ts';
import { KnownUids } from './known-uids.ts';
import { mapRow, type MappedRow } from './map-references.ts';
import type { MergeInput, MergePlan, PlannedRow } from './merge-plan.ts';
import { nextId, type Row } from './merge-sql.ts';
import { RowHistory } from './row-history.ts';
import { RowIndex } from './row-index.ts';
import { saidColumns, StudyRows } from './study-rows.ts';
import type { TableShape } from './table-shapes.ts';
import { anchorHere, newestVersions, samePeople, sameTexts } from './text-anchors.ts';

interface Met {
  readonly id: number;
  readonly found: Row | null;
}

/** What a merge would do with every row of the other project. Writes nothing. */
export function planMerge(input: MergeInput): MergePlan {
  return new MergePlanner(input).plan();
}

/**
 * First every row of theirs meets what it is here, table by table in the order of their references; then, when all ids
 * are known, each is compared and gets its outcome.
 */
class MergePlanner {
  readonly #input: MergeInput;
  readonly #ours: StudyRows;
  readonly #theirs: StudyRows;
  readonly #ourHistory: RowHistory;
  readonly #theirHistory: RowHistory;
  readonly #met = new Map<string, Map<number, Met>>();
  readonly #uids: KnownUids;
  readonly #indexes = new Map<string, RowIndex>();
  readonly #newest: ReadonlyMap<number, Row>;
  readonly #sameByText: Readonly<Record<string, ReadonlyMap<number, number>>>;
  readonly #offsets = new Map<string, number>();
  readonly #newTranscripts = new Set<number>();
  readonly #kept: ReadonlySet<string>;
  readonly #moves = new Map<string, number[]>();
  readonly #new = new Set<string>();
  readonly #fromPackage: boolean;
  readonly #finder: Finder = {
    idHere: (table, id) => this.#idHere(table, id),
    uidHere: (uid) => this.#uids.here(uid),
  };

  constructor(input: MergeInput) {
    this.#input = input;
    this.#ours = new StudyRows(input.ours, input.shapes);
    this.#theirs = new StudyRows(input.theirs, input.shapes);
    this.#ourHistory = new RowHistory(input.ours, this.#ours);
    this.#theirHistory = new RowHistory(input.theirs, this.#theirs);
    this.#fromPackage = this.#theirs.rows('project').some((row) => row['origin_uid'] !== null);
    this.#newest = newestVersions(this.#ours);
    const texts = sameTexts(this.#ours, this.#theirs);
    this.#sameByText = { transcript: texts, participant: samePeople(this.#ours, this.#theirs, texts) };
    this.#uids = new KnownUids(this.#ours, input.same);
    this.#kept = new Set(this.#ours.rows('merge_kept').map(placeOfKept));
  }

  plan(): MergePlan {
    for (const shape of this.#input.shapes) this.#meet(shape);
    const rows = this.#input.shapes.flatMap((shape) =>
      this.#theirs.rows(shape.table).map((row) => this.#decide(shape, row)),
    );
    return { rows, moves: this.#moves, ours: this.#ours, theirs: this.#theirs };
  }

  #meet(shape: TableShape): void {
    const met = new Map<number, Met>();
    const index = new RowIndex(this.#ours, shape);
    this.#met.set(shape.table, met);
    this.#indexes.set(shape.table, index);
    const positions = this.#ours.rows(shape.table).map((row) => Number(row['position'] ?? 0));
    this.#offsets.set(shape.table, positions.length === 0 ? 0 : Math.max(...positions) + 1);
    const theirRows = this.#theirs.rows(shape.table);
    if (shape.hasUid) {
      for (const theirs of theirRows) {
        const found = index.byUid(this.#uids.here(String(theirs['uid'])));
        if (found !== undefined) met.set(theirs.id, { id: found.id, found });
      }
      this.#makeWay(shape, index, theirRows);
    }
    const spokenFor = new Set([...met.values()].map(({ id }) => id));
    let next = nextId(this.#input.ours, shape.table);
    for (const theirs of theirRows) {
      if (met.has(theirs.id)) continue;
      const { row, missing } = this.#mapped(shape, theirs, this.#isLater(shape));
      if (missing !== null) continue;
      const alike = this.#sameText(shape, theirs) ?? index.alike(row);
      const clash = alike !== undefined && spokenFor.has(alike.id);
      if (alike !== undefined && !clash) {
        met.set(theirs.id, { id: alike.id, found: alike });
        continue;
      }
      // A coder may have several layers; nothing else that is alike may be there twice: this one has to wait.
      if ((clash && shape.table !== 'layer') || this.#isOtherText(shape, row)) continue;
      const added: Row = { ...row, id: next };
      next += 1;
      met.set(theirs.id, { id: added.id, found: null });
      this.#new.add(`${shape.table} ${added.id}`);
      if (shape.table === 'transcript') this.#newTranscripts.add(added.id);
      index.add(added);
      this.#ours.set(shape.table, added);
    }
  }

  /** What moves away frees its place, and takes its new one, before anything else asks for them. */
  #makeWay(shape: TableShape, index: RowIndex, theirRows: readonly Row[]): void {
    if (shape.rule.same === undefined && shape.rule.name === undefined) return;
    let waiting = theirRows.filter(({ id }) => this.#met.get(shape.table)?.has(id));
    for (let before = -1; before !== waiting.length;) {
      before = waiting.length;
      waiting = waiting.filter((theirs) => {
        const found = this.#met.get(shape.table)?.get(theirs.id)?.found;
        if (found === undefined || found === null) return false;
        const row = this.#here(shape, theirs, found, this.#isLater(shape));
        if (index.stands(found, row) || !this.#isMoved(shape, theirs, found, row)) return false;
        if (!index.move(found, row)) return true;
        this.#moves.set(shape.table, [...(this.#moves.get(shape.table) ?? []), found.id]);
        return false;
      });
    }
  }

  #isMoved(shape: TableShape, theirs: Row, found: Row, row: Row): boolean {
    return this.#compare(shape, theirs, found, row, false).outcome === 'changed';
  }

  #isLater(shape: TableShape): (column: string, table: string) => boolean {
    return (_, table) => !this.#met.has(table) || table === shape.table;
  }

  #sameText(shape: TableShape, theirs: Row): Row | undefined {
    const id = this.#sameByText[shape.table]?.get(theirs.id);
    return id === undefined ? undefined : this.#ours.get(shape.table, id);
  }

  /** Another text of a transcript that is here: a text is never changed under codings. */
  #isOtherText(shape: TableShape, row: Row): boolean {
    return shape.table === 'transcript_version' && !this.#newTranscripts.has(Number(row['transcript_id']));
  }

  #mapped(
    shape: TableShape,
    theirs: Row,
    later: (column: string, table: string) => boolean = () => false,
  ): MappedRow {
    const mapped = mapRow(
      shape,
      theirs,
      (table, id) => this.#idHere(table, id),
      (uid) => this.#uids.here(uid),
      later,
    );
    return shape.rule.anchored === true ? this.#anchored(theirs, mapped) : mapped;
  }

  #anchored(theirs: Row, { row, missing }: MappedRow): MappedRow {
    if (missing !== null && missing !== 'version_id') return { row, missing };
    const version = this.#theirs.get('transcript_version', Number(theirs['version_id']));
    if (version === undefined) return { row, missing: 'version_id' };
    const transcript = this.#idHere('transcript', Number(version['transcript_id'])) ?? 0;
    if (this.#newTranscripts.has(transcript)) return { row, missing };
    const versionHere = this.#idHere('transcript_version', version.id);
    const here = anchorHere(
      this.#ours,
      version,
      versionHere === undefined ? undefined : this.#ours.get('transcript_version', versionHere),
      this.#newest.get(transcript),
      { start: Number(theirs['start']), end: Number(theirs['end']) },
    );
    if (here === null) return { row, missing: 'version_id' };
    return { row: { ...row, version_id: here.version.id, ...here.range }, missing: null };
  }

  #decide(shape: TableShape, theirs: Row): PlannedRow {
    const met = this.#met.get(shape.table)?.get(theirs.id);
    if (met === undefined) return this.#notPlaced(shape, theirs);
    const { found } = met;
    if (found === null) return this.#added(shape, theirs, met.id);
    const row = this.#here(shape, theirs, found);
    const alias =
      shape.hasUid && found['uid'] !== theirs['uid']
        ? { uid: String(theirs['uid']), sameAs: String(found['uid']) }
        : null;
    return { shape, theirs, row, ours: found, alias, ...this.#compare(shape, theirs, found, row, true) };
  }

  /** Theirs in the place of what is found here. What it refers to and is not here stays as it is here. */
  #here(
    shape: TableShape,
    theirs: Row,
    found: Row,
    later: (column: string, table: string) => boolean = () => false,
  ): Row {
    const { row, missing } = this.#mapped(shape, theirs, later);
    const kept: Record<string, SqlValue> = {};
    for (const [column, table] of shape.references) {
      const value = theirs[column];
      if (later(column, table)) kept[column] = found[column] ?? null;
      else if (typeof value === 'number' && this.#idHere(table, value) === undefined) {
        if (shape.rule.anchored !== true || column !== 'version_id') kept[column] = found[column] ?? null;
      }
    }
    if (this.#fromPackage) {
      for (const column of shape.rule.leftOut ?? []) {
        if (theirs[column] === null) kept[column] = found[column] ?? null;
      }
    }
    const uid = shape.hasUid ? { uid: found['uid'] ?? null } : {};
    return withJson(
      this.#finder,
      shape,
      inPlace(
        this.#ours,
        this.#theirs,
        theirs,
        { ...row, ...kept, ...uid, id: found.id },
        found,
        missing,
        shape,
      ),
    );
  }

  #added(shape: TableShape, theirs: Row, id: number): PlannedRow {
    const row = withJson(this.#finder, shape, { ...this.#mapped(shape, theirs).row, id });
    const added = withoutClash(shape, row, {
      index: this.#indexes.get(shape.table),
      fromName: this.#input.fromName,
      offset: this.#offsets.get(shape.table) ?? 0,
    });
    const key = this.#ours.keyOf(shape, added);
    const state = this.#ours.stateOf(shape, row);
    const detached = (shape.rule.detach ?? []).some(
      (column) => theirs[column] !== null && row[column] === null,
    );
    const differs = detached || saidColumns(shape).some((column) => row[column] !== added[column]);
    const known = [...this.#leftBehind(shape, theirs, added, key), ...(differs ? [state] : [])];
    this.#ours.set(shape.table, added);
    return { shape, theirs, row: added, ours: null, outcome: 'added', key, state, known, alias: null };
  }

  #leftBehind(shape: TableShape, theirs: Row, row: Row, key: string): ReadonlySet<string> {
    return this.#theirHistory.leftBehind(
      this.#ours,
      shape,
      theirs,
      shape.hasUid ? String(theirs['uid']) : key,
      (earlier) => {
        const mapped = this.#plainly(shape, earlier);
        return mapped === null ? null : withJson(this.#finder, shape, { ...mapped, id: row.id });
      },
    );
  }

  #plainly(shape: TableShape, theirs: Row): Row | null {
    const { row, missing } = mapRow(
      shape,
      theirs,
      (table, id) => this.#idHere(table, id),
      (uid) => this.#uids.here(uid),
      () => false,
    );
    return missing === null ? row : null;
  }

  #idHere(table: string, id: number): number | undefined {
    return this.#met.get(table)?.get(id)?.id;
  }

  #compare(
    shape: TableShape,
    theirs: Row,
    found: Row,
    row: Row,
    checkPlace: boolean,
  ): Pick<PlannedRow, 'outcome' | 'key' | 'state' | 'known'> {
    const key = this.#ours.keyOf(shape, found);
    const leftBehind = this.#leftBehind(shape, theirs, row, key);
    const known = [...leftBehind];
    if (saidColumns(shape).every((column) => found[column] === row[column])) {
      return { outcome: 'same', key, state: '', known };
    }
    const state = this.#ours.stateOf(shape, row);
    const ourEarlier = this.#ourHistory.leftBehind(this.#ours, shape, found, key, (same) => same);
    const oursIsLater = ourEarlier.has(state) || ourEarlier.has(this.#stateInOurText(shape, theirs, row));
    const isNew = this.#new.has(`${shape.table} ${found.id}`);
    const theirsIsLater = !isNew && leftBehind.has(this.#ours.stateOf(shape, found));
    if (oursIsLater && !theirsIsLater) return { outcome: 'older', key, state, known };
    if (theirsIsLater && !oursIsLater) {
      if (!checkPlace || !this.#indexes.get(shape.table)?.isTaken(row)) {
        return { outcome: 'changed', key, state, known };
      }
    }
    return { outcome: this.#keptBefore(shape, key, state) ? 'kept' : 'conflict', key, state, known };
  }

  /** The state that theirs would have on the words of our text that it stands on in theirs, wherever ours stands. */
  #stateInOurText(shape: TableShape, theirs: Row, row: Row): string {
    const { row: placed, missing } = this.#mapped(shape, theirs);
    const place = {
      version_id: placed['version_id'] ?? null,
      start: placed['start'] ?? null,
      end: placed['end'] ?? null,
    };
    return this.#ours.stateOf(
      shape,
      shape.rule.anchored === true && missing === null ? { ...row, ...place } : row,
    );
  }

  #notPlaced(shape: TableShape, theirs: Row): PlannedRow {
    // Named by what it is there: here there is nothing to name it by.
    const key = this.#theirs.keyOf(shape, theirs);
    const state = this.#theirs.stateOf(shape, theirs);
    const outcome = this.#keptBefore(shape, key, state) ? 'kept' : 'not placed';
    return { shape, theirs, row: null, ours: null, outcome, key, state, known: [], alias: null };
  }

  #keptBefore(shape: TableShape, key: string, state: string): boolean {
    return this.#kept.has(JSON.stringify([shape.table, key, state]));
  }
}
