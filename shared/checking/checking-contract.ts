import { z } from 'zod';
import { changedRows } from '../contract/events.ts';
import { command, mutation, query } from '../contract/method.ts';
import {
  cellId,
  checkId,
  coderId,
  codingId,
  columnId,
  fileRef,
  matrixId,
  type CellId,
  type CheckId,
  type CoderId,
  type CodingId,
  type ColumnId,
  type FileRef,
  type MatrixId,
} from '../ids.ts';
import type { OpenProjectInfo } from '../project/project-contract.ts';
import { rowKey, type RowKey } from '../matrices/row-keys.ts';
import { ratings, type Rating } from '../matrices/cell-kinds.ts';
import { checkModes, type CheckItem, type CheckMode } from './check-item.ts';
import { cellMarks, verdicts, type CellMark, type CellStateName, type Verdict } from './cell-state.ts';
import type { InputChange } from './change-sentences.ts';

/** A cell that somebody wrote, marked or judged, and how far it has come. A cell that is absent holds none of these. */
export interface CellState {
  readonly cellId: CellId;
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
  readonly state: CellStateName;
  readonly mark: CellMark | null;
  readonly supports: number;
  readonly qualifies: number;
  readonly contradicts: number;
  /** Who is to check it, or has. */
  readonly checkers: readonly string[];
  /** Verdicts on the claim as it stands. */
  readonly verdicts: readonly Verdict[];
}

/** The states of some rows of a matrix as they are now; every other is as it was. */
export interface StatesNow {
  readonly rowKeys: readonly RowKey[];
  readonly states: readonly CellState[];
}

export interface CellCheck {
  readonly id: CheckId;
  readonly checkerId: CoderId;
  readonly checker: string;
  readonly verdict: Verdict | null;
  readonly note: string;
  readonly at: string;
  readonly ownSummary: string;
  readonly ownRating: Rating | null;
  /** What the cell said when the verdict was given. */
  readonly summary: string;
  readonly answer: string;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly resolution: string;
  readonly resolvedBy: string | null;
  readonly resolvedAt: string | null;
  readonly isCurrent: boolean;
}

export interface CheckAssignment {
  readonly checkerId: CoderId;
  readonly checker: string;
  readonly mode: CheckMode;
  readonly assignedBy: string;
  readonly at: string;
}

export interface Confirmation {
  readonly coder: string;
  readonly at: string;
  /** In one line, without words of the interviews. */
  readonly what: string;
  readonly note: string;
}

export interface LinkedSentence {
  readonly text: string;
  /** Where it stands in the summary; null when the summary no longer says it. */
  readonly start: number | null;
  readonly codingIds: readonly CodingId[];
  /** Cells of the matrix that this one is drawn from. */
  readonly sourceCellIds: readonly CellId[];
  /** Links to fragments and cells that are not there any more. */
  readonly gone: number;
}

export interface CellChecking {
  readonly cellId: CellId | null;
  readonly cellUid: string | null;
  readonly state: CellStateName;
  readonly mark: CellMark | null;
  readonly authorId: CoderId | null;
  readonly standsBehind: { readonly coder: string; readonly at: string } | null;
  readonly changes: readonly InputChange[];
  readonly confirmations: readonly Confirmation[];
  /** Every sentence of the summary, then those that have links and are no longer in it. */
  readonly sentences: readonly LinkedSentence[];
  /** Oldest first. */
  readonly checks: readonly CellCheck[];
  readonly assignments: readonly CheckAssignment[];
}

export interface QueueItem {
  /** The name of the cell that travels between files. */
  readonly cellUid: string;
  /** Null in the project of a check package, which holds no matrix. */
  readonly place: {
    readonly matrixId: MatrixId;
    readonly columnId: ColumnId;
    readonly rowKey: RowKey;
  } | null;
  readonly matrix: string;
  readonly column: string;
  readonly row: string;
  readonly author: string | null;
  readonly mode: CheckMode;
  /** `check`: give a verdict. `answer`: a checker differs from what you wrote. `settle`: the author answered you. */
  readonly task: 'check' | 'answer' | 'settle';
  /** The author's words are in a second file: here the checker only writes their own. */
  readonly isWithheld: boolean;
  /** The cell was changed since the verdict that is there. */
  readonly isAgain: boolean;
  /** In a file: the author has answered the difference. */
  readonly isAnswered: boolean;
  readonly isStale: boolean;
  /** A verdict is given already, or an own view where that is all that is asked; it can still be changed. */
  readonly isDone: boolean;
}

/** A cell as its checker sees it. */
export interface CellToCheck extends CheckItem {
  readonly place: QueueItem['place'];
  readonly isStale: boolean;
  /** Null while the checker is still to write their own, and where the author's is not in the file. */
  readonly claim: { readonly summary: string; readonly rating: Rating | null } | null;
  readonly isWithheld: boolean;
  readonly own: { readonly summary: string; readonly rating: Rating | null } | null;
  /** The checker's own verdict on the claim as it stands. */
  readonly verdict: { readonly verdict: Verdict; readonly note: string } | null;
  readonly checks: readonly CellCheck[];
  /** Why nothing can be decided here; null when it can. */
  readonly refusal: 'author' | 'no claim' | null;
}

export interface CheckerProgress {
  readonly checkerId: CoderId;
  readonly checker: string;
  readonly assigned: number;
  readonly checked: number;
  readonly agree: number;
  readonly minor: number;
  readonly major: number;
  readonly open: number;
  /** Of those without a verdict: cells that go out without the author's words, since the checker writes first. */
  readonly owesOwn: number;
  /** And those for which the checker's own is there. */
  readonly ownWritten: number;
  /** Differences of this checker that the author has answered: they go out in a file too. */
  readonly answered: number;
}

/** What a checker wrote before seeing the author's, and has not decided about yet. */
export interface OwnBesideClaim {
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
  readonly name: string;
  readonly checkerId: CoderId;
  readonly checker: string;
  readonly author: string | null;
  readonly summary: string;
  readonly rating: Rating | null;
  readonly ownSummary: string;
  readonly ownRating: Rating | null;
}

export interface OpenDifference {
  readonly cellId: CellId;
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
  readonly name: string;
  readonly checker: string;
  readonly verdict: Verdict;
  readonly note: string;
  readonly answer: string;
}

export interface CheckOverview {
  /** Cells that hold a claim. */
  readonly claims: number;
  readonly checked: number;
  readonly disputed: number;
  readonly stale: number;
  readonly draft: number;
  readonly ready: number;
  readonly unassigned: number;
  readonly checkers: readonly CheckerProgress[];
  readonly differences: readonly OpenDifference[];
  readonly ownViews: readonly OwnBesideClaim[];
}

/** What a project that was made of a check package is about. */
export interface SentPackage {
  readonly study: string;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly checker: string;
  /** Cells that are done: with a verdict, or with an own view where that is all that is asked. */
  readonly done: number;
  readonly cells: number;
  /** Of the cells, those without the author's words. */
  readonly withheld: number;
}

/** The queue, and what it is about when it came in a file. */
export interface CheckQueue {
  readonly items: readonly QueueItem[];
  readonly package: SentPackage | null;
}

export interface MadePackage {
  readonly file: FileRef;
  readonly name: string;
  readonly cells: number;
  readonly fingerprint: string;
}

/** What a file of verdicts would change. */
export interface ReturnPreview {
  readonly checker: string;
  /** The checker is not known here by identity or name, and would be added. */
  readonly isNewCoder: boolean;
  /** Null when none of the cells is there any more. */
  readonly matrixId: MatrixId | null;
  readonly verdicts: readonly ReturnedVerdict[];
}

export interface ReturnedVerdict {
  /** The name of the verdict that travels between files. */
  readonly uid: string;
  readonly cell: string;
  /** Null for an own view, written before the author's was seen. */
  readonly verdict: Verdict | null;
  readonly note: string;
  readonly ownSummary: string;
  readonly ownRating: Rating | null;
  /**
   * `new`: would be read. `changed verdict`: the checker decided otherwise since the last file. `there`: was read before.
   * `answered`: another verdict, after the author has answered the earlier one, which stays as it is. `cell changed` since
   * the package was made: it can be kept as a verdict on the state of then. Not read: `cell gone`, `own cell` of the checker.
   */
  readonly outcome:
    'new' | 'changed verdict' | 'there' | 'cell changed' | 'cell gone' | 'own cell' | 'answered';
  /** What is not as it was sent; null unless the cell changed. */
  readonly since: ChangedSince | null;
}

export interface ChangedSince {
  /** What the cell said then and says now; null where it says the same, and for an own view. */
  readonly summary: { readonly before: string; readonly after: string } | null;
  readonly rating: { readonly before: Rating | null; readonly after: Rating | null } | null;
  /** What it rests on. */
  readonly inputs: readonly InputChange[];
  /** Neither, that can be told: the evidence that is named, the reason given for a judgement. */
  readonly other: boolean;
}

const place = { columnId, rowKey };
const cellUid = z.string().min(1).max(100);
const passphrase = z.string().min(1).max(1_000);
const note = z.string().max(8_000);

export const checkingContract = {
  states: query(z.object({ matrixId })).returns<readonly CellState[]>(),
  /** Null when the changes can show anywhere in the matrix: ask for all states again. */
  statesAfter: query(z.object({ matrixId, changes: changedRows })).returns<StatesNow | null>(),
  cell: query(z.object(place)).returns<CellChecking>(),

  /** Null takes the mark back: an empty cell is unmarked, a written one is a draft. */
  mark: mutation(
    'Mark a cell',
    z.object({ places: z.array(z.object(place)).min(1).max(5_000), mark: z.enum(cellMarks).nullable() }),
  ).returns<void>(),
  /** The claim is still right with what it rests on now. Kept: who, when, and what had changed. */
  confirm: mutation('Still right', z.object({ ...place, note: note.default('') })).returns<void>(),

  /** The sentence is one of the summary; throws `sentence-not-found`. */
  linkSentence: mutation(
    'Link a sentence to evidence',
    z.object({
      cellId,
      sentence: z.string().min(1).max(32_000),
      codingIds: z.array(codingId).max(100).default([]),
      sourceCellIds: z.array(cellId).max(100).default([]),
    }),
  ).returns<void>(),
  unlinkSentence: mutation(
    'Take a link from a sentence',
    z.object({
      cellId,
      sentence: z.string().min(1).max(32_000),
      /** Both left out: all of them. */
      codingId: codingId.optional(),
      sourceCellId: cellId.optional(),
    }),
  ).returns<void>(),
  /** For a sentence that the summary no longer says: its links go to another one. */
  moveLinks: mutation(
    'Move links to another sentence',
    z.object({ cellId, from: z.string().min(1).max(32_000), to: z.string().min(1).max(32_000) }),
  ).returns<void>(),

  /**
   * Cells without a claim, and those that the checker wrote, are left out; when nothing is left throws `checker-is-author`
   * or `nothing-to-check`.
   */
  assign: mutation(
    'Ask for a check',
    z.object({
      cellIds: z.array(cellId).min(1).max(100_000),
      checkerId: coderId,
      mode: z.enum(checkModes).default('open'),
    }),
  ).returns<{ readonly assigned: number; readonly own: number; readonly without: number }>(),
  unassign: mutation(
    'Take back a check',
    z.object({ cellIds: z.array(cellId).min(1).max(100_000), checkerId: coderId }),
  ).returns<void>(),

  /** What is waiting for the coder who sits here, in the order of matrices, rows and columns. */
  queue: query(z.object({ matrixId: matrixId.nullable().default(null) })).returns<CheckQueue>(),
  /** Null in a study. */
  sentPackage: query(z.object({})).returns<SentPackage | null>(),
  toCheck: query(z.object({ cellUid })).returns<CellToCheck>(),
  /** Before the author's is shown. */
  writeOwn: mutation(
    'Write an own view first',
    z.object({
      cellUid,
      summary: z.string().max(32_000).default(''),
      rating: z.enum(ratings).nullable().default(null),
    }),
  ).returns<void>(),
  /** Throws `checker-is-author`, and `own-first` while the checker is still to write their own. */
  giveVerdict: mutation(
    'Check a cell',
    z.object({ cellUid, verdict: z.enum(verdicts), note: note.default('') }),
  ).returns<void>(),
  answer: mutation('Answer a check', z.object({ checkId, answer: note })).returns<void>(),
  /** The difference is settled. */
  resolve: mutation('Settle a difference', z.object({ checkId, resolution: note })).returns<void>(),
  reopen: mutation('Reopen a difference', z.object({ checkId })).returns<void>(),

  overview: query(z.object({ matrixId })).returns<CheckOverview>(),

  /**
   * What a checker is to check, as a file for another machine. Cells for which they write their own first go without the
   * author's words, and with them once the own is here. Throws `nothing-to-check`.
   */
  writePackage: command(
    z.object({ matrixId, checkerId: coderId, passphrase: passphrase.nullable().default(null) }),
  ).returns<MadePackage>(),
  /** A project of its own, in which the checker gives verdicts. */
  openPackage: command(
    z.object({ file: fileRef, passphrase: passphrase.nullable().default(null) }),
  ).returns<OpenProjectInfo>(),
  /** From the project of a check package: the verdicts, for the author. */
  writeReturn: command(z.object({ passphrase: passphrase.nullable().default(null) })).returns<MadePackage>(),
  previewReturn: command(
    z.object({ file: fileRef, passphrase: passphrase.nullable().default(null) }),
  ).returns<ReturnPreview>(),
  /**
   * All of it or nothing; a second time changes nothing. `earlier`: of verdicts on cells that changed meanwhile, those that
   * are kept as verdicts on the state of then, by uid; the cell still waits to be checked as it is now.
   */
  readReturn: mutation(
    'Read verdicts',
    z.object({
      file: fileRef,
      passphrase: passphrase.nullable().default(null),
      earlier: z.array(z.string().max(100)).max(100_000).default([]),
    }),
  ).returns<ReturnPreview>(),
};
