import type { TextRange } from '../text/text-range.ts';
import type { PositionDecision } from './decide-positions.ts';
import type { Finding } from './findings.ts';

/**
 * A project of another program, as far as it was understood: what every reader of `electron/exchange` returns, whatever
 * the file was. Guids are those of the other program, in lower case and without braces; they become our uids, so that the
 * same thing is known again when the file comes a second time.
 */
export interface ForeignProject {
  /** What the file says it was made by, and its kind: `MAXQDA 24 (QDPX)`. Only shown: nothing is decided by it. */
  readonly program: string;
  readonly name: string;
  readonly description: string;
  readonly users: readonly ForeignUser[];
  /** Parents before their children. */
  readonly codes: readonly ForeignCode[];
  readonly variables: readonly ForeignVariable[];
  readonly cases: readonly ForeignCase[];
  readonly texts: readonly ForeignText[];
  readonly notes: readonly ForeignNote[];
  readonly sets: readonly ForeignSet[];
  readonly links: readonly ForeignLink[];
  /** What was repaired, read in another way, or not read at all. Nothing is dropped without being named here. */
  readonly findings: readonly Finding[];
}

export interface ForeignUser {
  readonly guid: string;
  readonly name: string;
}

export interface ForeignCode {
  readonly guid: string;
  readonly parentGuid: string | null;
  readonly name: string;
  readonly description: string;
  /** #rrggbb, or null when the file gives none. */
  readonly color: string | null;
  /** False for a category: codings of it are not expected. */
  readonly isCodable: boolean;
}

export type ForeignVariableType = 'text' | 'whole number' | 'decimal' | 'date' | 'yes/no';

export interface ForeignVariable {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly type: ForeignVariableType;
}

export type ForeignValues = readonly (readonly [variableGuid: string, value: string])[];

export interface ForeignCase {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly values: ForeignValues;
  readonly textGuids: readonly string[];
}

export interface ForeignText {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  /** `\n` as the only line end, no BOM. */
  readonly text: string;
  /** Variables that the other program keeps on the text and not on a case. */
  readonly values: ForeignValues;
  readonly passages: readonly ForeignPassage[];
  /** How the positions in the file were read, and how sure that is. */
  readonly decision: PositionDecision;
}

/** How a passage found its place; `nowhere` is listed and never dropped. */
export type Placing = 'position' | 'words' | 'doubtful' | 'nowhere';

export interface ForeignPassage {
  readonly guid: string;
  /** UTF-16 code units of the text, at grapheme boundaries; null when it could not be placed. */
  readonly range: TextRange | null;
  readonly placing: Placing;
  /** The words that the file gives for it; may be empty or cut. */
  readonly words: string;
  readonly description: string;
  readonly codings: readonly ForeignCoding[];
}

export interface ForeignCoding {
  readonly guid: string;
  readonly codeGuid: string;
  readonly userGuid: string | null;
  /** ISO 8601, or null. */
  readonly at: string | null;
}

export interface ForeignNote {
  readonly guid: string;
  readonly name: string;
  readonly text: string;
  readonly userGuid: string | null;
  readonly at: string | null;
  /** Guids of codes, texts, passages, codings and cases that it is about; empty for the project as a whole. */
  readonly about: readonly string[];
}

export interface ForeignSet {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly codeGuids: readonly string[];
  readonly textGuids: readonly string[];
  readonly noteGuids: readonly string[];
}

export interface ForeignLink {
  readonly guid: string;
  readonly name: string;
  readonly fromGuid: string;
  readonly toGuid: string;
}
