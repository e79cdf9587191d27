import type { PackageKind } from '../packages/package-manifest.ts';

/** The detail of a refusal whose code says it all. */
type Nothing = Readonly<Record<string, never>>;

/**
 * Every way in which Crosscase can refuse, with what the sentence about it needs.
 * The sentences themselves are in error-sentences.ts.
 */
export interface ErrorDetails {
  'bad-input': { readonly problems: readonly string[] };
  'unknown-method': { readonly method: string };
  'not-allowed': { readonly reason: string };
  internal: { readonly message: string };
  'no-project': Nothing;
  'no-coder': Nothing;
  'not-found': { readonly what: string };
  'name-taken': { readonly what: string; readonly name: string };
  'name-empty': { readonly what: string };
  'name-unknown': { readonly what: string; readonly name: string; readonly known: readonly string[] };

  'project-missing': { readonly path: string };
  'project-exists': { readonly path: string };
  'project-not-ours': { readonly path: string };
  'project-damaged': { readonly path: string; readonly message: string };
  'project-newer': { readonly path: string; readonly fileVersion: number; readonly ourVersion: number };
  'project-read-only': { readonly path: string };
  'project-open-elsewhere': { readonly path: string };
  'project-folder-missing': { readonly path: string };
  'disk-full': Nothing;
  'disk-unreachable': { readonly path: string; readonly message: string };

  'file-missing': { readonly name: string };
  'file-empty': { readonly name: string };
  'file-too-large': { readonly name: string; readonly megabytes: number; readonly limit: number };
  'file-binary': { readonly name: string };
  'file-encoding': { readonly name: string; readonly position: number; readonly encoding: string };
  'file-encrypted': { readonly name: string };
  'file-too-slow': { readonly name: string; readonly seconds: number };
  'pdf-without-text': { readonly name: string; readonly pages: number };
  'pdf-too-long': { readonly name: string; readonly pages: number; readonly limit: number };
  'subtitles-without-cues': { readonly name: string };
  'text-too-long': { readonly name: string; readonly characters: number; readonly limit: number };
  'text-nul': { readonly name: string; readonly position: number };
  'text-surrogate': { readonly name: string; readonly position: number };
  'file-mislabelled': { readonly name: string; readonly expected: string; readonly found: string };
  'file-unreadable': { readonly name: string; readonly message: string };
  'file-not-written': { readonly name: string; readonly message: string };
  'file-format-unknown': { readonly name: string; readonly known: readonly string[] };

  'package-not-ours': { readonly name: string };
  'package-newer': { readonly name: string };
  'package-damaged': { readonly name: string; readonly message: string };
  'package-wrong-kind': {
    readonly name: string;
    readonly found: PackageKind;
    readonly wanted: readonly PackageKind[];
  };
  'package-other-study': { readonly name: string; readonly title: string };
  'kept-not-placed': { readonly label: string };
  'passphrase-needed': { readonly name: string };
  'passphrase-wrong': { readonly name: string };

  'csv-invalid': { readonly name: string; readonly line: number; readonly message: string };
  'csv-no-rows': { readonly name: string };
  'archive-refused': { readonly name: string; readonly reason: string };
  'xml-invalid': { readonly name: string; readonly line: number; readonly message: string };
  'codebook-invalid': { readonly name: string; readonly problems: readonly string[] };
  'guide-invalid': { readonly name: string };
  'code-cycle': { readonly name: string };
  'reason-missing': { readonly what: string };
  'matrix-circular': { readonly matrix: string; readonly source: string };
  'range-invalid': { readonly start: number; readonly end: number; readonly length: number };
  'coding-exists': { readonly code: string };
  'coding-alone': { readonly code: string };
  'split-outside': Nothing;
  'transcript-newer': { readonly title: string };
  'nothing-corrected': { readonly title: string };
  'code-exclusive': {
    readonly domain: string;
    readonly code: string;
    readonly other: string;
    readonly words: string;
  };
  'merge-exclusive': { readonly into: string; readonly passages: number };
  'code-merge-below': { readonly name: string; readonly into: string };
  'not-your-coding': { readonly coder: string };
  'not-your-memo': { readonly coder: string };

  'text-discussed': { readonly title: string; readonly session: string };
  'not-frozen': { readonly session: string };
  'nothing-finished': { readonly coders: readonly string[] };
  'session-needed': { readonly session: string; readonly by: string };
  'checker-is-author': Nothing;
  'nothing-to-check': Nothing;
  'own-first': Nothing;
  'own-too-late': Nothing;
  'claim-withheld': Nothing;
  'verdict-without-note': Nothing;
  'not-your-answer': { readonly checker: string };
  'resolution-empty': Nothing;
  'sentence-not-found': { readonly sentence: string };
  'mark-needs-claim': Nothing;
  'mark-needs-empty': Nothing;
  'not-stale': Nothing;
  'not-a-check': Nothing;
  'nothing-checked': Nothing;
  'sheet-not-a-workbook': { readonly name: string; readonly found: string };
  'sheet-without-marks': { readonly name: string };
  'sheet-of-other-project': { readonly name: string };
  'sheet-of-other-matrix': { readonly name: string; readonly matrix: string };
  'cell-changed-meanwhile': { readonly cell: string };

  'nothing-to-undo': Nothing;
  'nothing-to-redo': Nothing;
  'undo-blocked': { readonly label: string };
  'undo-ends': Nothing;
  'names-key-invalid': { readonly name: string };
  'confirmation-differs': { readonly expected: string };

  /** Said by the renderer: nobody answers. */
  'host-gone': Nothing;
  cancelled: Nothing;
}

export type ErrorCode = keyof ErrorDetails;

export type WireError = {
  readonly [Code in ErrorCode]: { readonly code: Code; readonly detail: ErrorDetails[Code] };
}[ErrorCode];

/** The one error that Crosscase throws on purpose. Whatever else arrives at the door is a bug and becomes `internal`. */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly detail: ErrorDetails[Code];

  constructor(code: Code, detail: ErrorDetails[Code], options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(detail)}`, options);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }

  toWire(): WireError {
    // `code` and `detail` were paired by the constructor's signature; the compiler cannot see it through the generic.
    return { code: this.code, detail: this.detail } as unknown as WireError;
  }
}

export function fromWire(error: WireError): AppError {
  return new AppError(error.code, error.detail);
}
