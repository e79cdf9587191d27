import type {
  TraitId,
  CellId,
  CodeId,
  CodingId,
  ColumnId,
  LayerId,
  ParticipantId,
  VersionId,
} from '../ids.ts';
import type { CellSymbol, Rating } from './cell-kinds.ts';
import type { Stance } from './matrices-contract.ts';
import type { RowKey } from './row-keys.ts';

export interface SourceCoding {
  readonly id: CodingId;
  readonly uid: string;
  readonly codeId: CodeId;
  readonly layerId: LayerId;
  /** A version's text never changes: version and range say which words these are. UTF-16 code units. */
  readonly versionId: VersionId;
  readonly start: number;
  readonly end: number;
  /** The pole. */
  readonly weight: number | null;
  /** What the coding is to the cell, when somebody said so. */
  readonly stance: Stance | null;
  /** False for evidence that the column does not ask for (any more), or that lies in a layer or case that does not count. */
  readonly isAsked: boolean;
}

export interface SourceCell {
  readonly cellId: CellId;
  readonly uid: string;
  readonly columnId: ColumnId;
  readonly columnTitle: string;
  readonly matrixName: string;
  readonly rowKey: RowKey;
  readonly rowName: string;
  readonly summary: string;
  readonly rating: Rating | null;
  readonly symbol: CellSymbol | null;
  readonly rationale: string;
  readonly stance: Stance | null;
}

export interface SourceValue {
  readonly participantId: ParticipantId;
  readonly participantUid: string;
  readonly participantCode: string;
  readonly attributeId: TraitId;
  /** As written; '' for none. */
  readonly value: string;
}

/**
 * Everything that a cell rests on or could rest on: what changes here can make the cell wrong. Counts follow from it;
 * summaries, ratings and symbols of the cell itself are not part of it.
 */
export interface CellSource {
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
  /** Null when nothing is stored there. */
  readonly cellId: CellId | null;
  /** In the order of versions and texts; evidence that is not asked for follows. */
  readonly codings: readonly SourceCoding[];
  /** The codes whose definitions say what the cell is about: those of the column and of a row that is a code, with all below. */
  readonly codeIds: readonly CodeId[];
  /** In the order of the columns that they stand in. */
  readonly upstream: readonly SourceCell[];
  /** Values that the column shows or asks for, and those that make the cases of the row a group. */
  readonly values: readonly SourceValue[];
}
