import type { MergeOutcome } from '#shared/packages/merge-report.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import type { Row } from './merge-sql.ts';
import type { StudyRows } from './study-rows.ts';
import type { TableShape } from './table-shapes.ts';

export interface PlannedRow {
  readonly shape: TableShape;
  readonly theirs: Row;
  /** Theirs with the ids and uids of ours; null when it has no place here. */
  readonly row: Row | null;
  /** What is here of it, before the merge. */
  readonly ours: Row | null;
  readonly outcome: MergeOutcome;
  readonly key: string;
  readonly state: string;
  /** States to remember as left behind. */
  readonly known: readonly string[];
  /** It came under a uid of its own and is the thing with this uid here. */
  readonly alias: { readonly uid: string; readonly sameAs: string } | null;
}

export interface MergePlan {
  readonly rows: readonly PlannedRow[];
  /** By table, the ids of the rows that give up their place for another one, in the order in which that can be done. */
  readonly moves: ReadonlyMap<string, readonly number[]>;
  readonly ours: StudyRows;
  readonly theirs: StudyRows;
}

export interface MergeInput {
  readonly ours: ReadableDb;
  readonly theirs: ReadableDb;
  readonly shapes: readonly TableShape[];
  /** By the uid of theirs, the uid of what a person said is the same thing here. */
  readonly same: ReadonlyMap<string, string>;
  /** Goes behind a name that is taken: “Themes (Bram)”. */
  readonly fromName: string;
}
