import { create } from 'zustand';
import { errorSentence } from '#shared/contract/error-sentences.ts';
import type { FileRef } from '#shared/ids.ts';
import type { Encoding } from '#shared/transcripts/encodings.ts';
import type { StructureChoices, TranscriptPreview } from '#shared/transcripts/transcripts-contract.ts';
import { api, host } from '../api/api.ts';
import { notify } from '../ui/toasts-store.ts';

/** One file that may be imported, as the person has it now. */
export interface ImportRow {
  readonly file: FileRef;
  readonly preview: TranscriptPreview;
  readonly title: string;
  readonly participantCode: string;
  readonly isTaken: boolean;
  /** Null: found by looking at the bytes. */
  readonly encoding: Encoding | null;
  readonly structure: StructureChoices;
}

/** What an import did, when it did not take everything. */
export interface ImportReport {
  readonly imported: readonly string[];
  readonly left: readonly { readonly fileName: string; readonly why: string }[];
}

interface ImportState {
  readonly isOpen: boolean;
  readonly rows: readonly ImportRow[];
  /** The file that is shown at the right. */
  readonly shown: FileRef | null;
  /** Files still to be read, of how many; null when all are. */
  readonly reading: { readonly done: number; readonly total: number } | null;
  readonly isStoring: boolean;
  readonly report: ImportReport | null;
}

export const AS_FOUND: StructureChoices = {
  style: 'auto',
  pattern: '',
  joins: {},
  notSpeakers: [],
  roles: {},
};

const CLOSED: ImportState = {
  isOpen: false,
  rows: [],
  shown: null,
  reading: null,
  isStoring: false,
  report: null,
};

export const useImport = create<ImportState>(() => CLOSED);

/** Few enough that the count moves, many enough that the core is not asked for every file apart. */
const READ_AT_ONCE = 20;
let readings = 0;

/** Also stops what is still being read. */
export function closeImport(): void {
  readings += 1;
  useImport.setState(CLOSED);
}

/** Reads files and shows what they would become, after those that are shown already. Nothing is stored. */
export async function readFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const turn = (readings += 1);
  const isLatest = (): boolean => turn === readings;
  useImport.setState({ isOpen: true, report: null, reading: { done: 0, total: files.length } });
  try {
    for (let done = 0; done < files.length && isLatest(); done += READ_AT_ONCE) {
      useImport.setState({ reading: { done, total: files.length } });
      const refs: FileRef[] = [];
      for (const file of files.slice(done, done + READ_AT_ONCE)) refs.push(await host.offerFile(file));
      const previews = await api.transcripts.preview({ files: refs });
      if (isLatest()) useImport.setState(({ rows, shown }) => withPreviews(rows, previews, shown));
    }
  } finally {
    if (isLatest()) useImport.setState(({ rows }) => (rows.length === 0 ? CLOSED : { reading: null }));
  }
}

/** Another file in the place of one that could not be read. */
export async function replaceFile(old: FileRef, chosen: File): Promise<void> {
  const [preview] = await api.transcripts.preview({ files: [await host.offerFile(chosen)] });
  if (preview === undefined) return;
  useImport.setState(({ rows }) => ({
    rows: rows.map((row) => (row.file === old ? rowOf(preview, rows) : row)),
    shown: preview.file,
  }));
}

export function changeRow(file: FileRef, change: Partial<ImportRow>): void {
  useImport.setState(({ rows }) => ({
    rows: rows.map((row) => (row.file === file ? { ...row, ...change } : row)),
  }));
}

/** Reads a file again in another encoding, or with speakers marked otherwise. */
export async function readAgain(
  file: FileRef,
  change: Partial<Pick<ImportRow, 'encoding' | 'structure'>>,
): Promise<void> {
  changeRow(file, change);
  const row = useImport.getState().rows.find((candidate) => candidate.file === file);
  if (row === undefined) return;
  const { encoding, structure, participantCode } = row;
  const code = row.preview.ok ? participantCode : null;
  const [preview] = await api.transcripts.preview({
    files: [file],
    encoding,
    structure,
    participantCode: code,
  });
  if (preview === undefined) return;
  const before = useImport.getState().rows.filter((other) => other.file !== file);
  const isFirst = !row.preview.ok && preview.ok;
  changeRow(
    file,
    isFirst ? { ...rowOf(preview, before), encoding, structure } : { preview: keepTwin(preview, row) },
  );
}

/** The way in which one file is read, for all the others too. */
export async function readAllLike({ structure, encoding }: ImportRow): Promise<void> {
  const { style, pattern, roles } = structure;
  for (const row of useImport.getState().rows) {
    const own = { ...row.structure, style, pattern, roles: { ...row.structure.roles, ...roles } };
    const isText = row.preview.ok && row.preview.encoding !== null;
    await readAgain(row.file, { structure: own, encoding: isText ? encoding : row.encoding });
  }
}

export function dropRow(file: FileRef): void {
  useImport.setState((state) => {
    const rows = state.rows.filter((row) => row.file !== file);
    if (rows.length === 0) return CLOSED;
    return { rows, shown: state.shown === file ? (rows[0]?.file ?? null) : state.shown };
  });
}

export function showRow(file: FileRef): void {
  useImport.setState({ shown: file });
}

/**
 * Stores what is ticked, all or nothing, as one step. What is refused stays on the screen to be put right; what was left
 * out is listed afterwards with the reason.
 */
export async function importTaken(): Promise<void> {
  const { rows } = useImport.getState();
  const taken = takenRows(rows);
  const items = taken.map(({ file, title, participantCode, encoding, structure }) => ({
    file,
    title,
    participantCode,
    encoding,
    structure,
  }));
  useImport.setState({ isStoring: true });
  try {
    await api.transcripts.import({ items });
  } finally {
    useImport.setState({ isStoring: false });
  }
  const left = rows.filter((row) => !taken.includes(row));
  const said = taken.length === 1 ? `Imported “${taken[0]?.title}”` : `Imported ${taken.length} transcripts`;
  closeImport();
  notify(said, { undo: true });
  if (left.length > 0) {
    const report = {
      imported: taken.map(({ title }) => title),
      left: left.map((row) => ({ fileName: row.preview.fileName, why: whyLeft(row) })),
    };
    useImport.setState({ report });
  }
}

function whyLeft({ preview }: ImportRow): string {
  if (!preview.ok) {
    const { title, advice } = errorSentence(preview.error);
    return `${title} ${advice}`;
  }
  return preview.duplicateOf === null
    ? 'It was not ticked.'
    : `The same text is here already, as “${preview.duplicateOf}”.`;
}

export function takenRows(rows: readonly ImportRow[]): readonly ImportRow[] {
  return rows.filter(({ isTaken, preview }) => isTaken && preview.ok);
}

function withPreviews(
  rows: readonly ImportRow[],
  previews: readonly TranscriptPreview[],
  shown: FileRef | null,
): Pick<ImportState, 'rows' | 'shown'> {
  const all = [...rows];
  for (const preview of previews) all.push(rowOf(preview, all));
  return { rows: all, shown: shown ?? all.find(({ preview }) => preview.ok)?.file ?? null };
}

/** A text that is there already, in the project or in this list, is not taken unless the person says so. */
function rowOf(preview: TranscriptPreview, before: readonly ImportRow[]): ImportRow {
  const { file } = preview;
  const plain = { file, encoding: null, structure: AS_FOUND };
  if (!preview.ok) return { ...plain, preview, title: '', participantCode: '', isTaken: false };
  const twin = before.find((row) => row.preview.ok && row.preview.sha256 === preview.sha256);
  const duplicateOf = preview.duplicateOf ?? twin?.title ?? null;
  return {
    ...plain,
    preview: { ...preview, duplicateOf },
    title: preview.title,
    participantCode: preview.participant?.code ?? '',
    isTaken: duplicateOf === null,
  };
}

/** Reading a file again does not see the other files of the list. */
function keepTwin(preview: TranscriptPreview, row: ImportRow): TranscriptPreview {
  if (!preview.ok || !row.preview.ok || preview.sha256 !== row.preview.sha256) return preview;
  return { ...preview, duplicateOf: row.preview.duplicateOf };
}
