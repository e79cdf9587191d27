import { create } from 'zustand';
import type { FileRef } from '#shared/ids.ts';
import type { TranscriptPreview } from '#shared/transcripts/transcripts-contract.ts';
import { api, host } from '../api/api.ts';
import { notify } from '../ui/toasts-store.ts';

/** One file that may be imported, as the person has it now. */
export interface ImportRow {
  readonly file: FileRef;
  readonly preview: TranscriptPreview;
  readonly title: string;
  readonly participantCode: string;
  readonly isTaken: boolean;
}

interface ImportState {
  readonly isOpen: boolean;
  readonly rows: readonly ImportRow[];
  /** The file whose opening is shown. */
  readonly shown: FileRef | null;
  /** Files still to be read, of how many; null when all are. */
  readonly reading: { readonly done: number; readonly total: number } | null;
  readonly isStoring: boolean;
}

const CLOSED: ImportState = { isOpen: false, rows: [], shown: null, reading: null, isStoring: false };

export const useImport = create<ImportState>(() => CLOSED);

/** Few enough that the count moves, many enough that the core is not asked for every file apart. */
const READ_AT_ONCE = 20;
let readings = 0;

export function closeImport(): void {
  readings += 1;
  useImport.setState(CLOSED);
}

/** Reads files and shows what they would become, after those that are shown already. Nothing is stored. */
export async function readFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const turn = (readings += 1);
  const isLatest = (): boolean => turn === readings;
  useImport.setState({ isOpen: true, reading: { done: 0, total: files.length } });
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

/** Stores what is ticked, all or nothing, as one step. What is refused stays on the screen to be put right. */
export async function importTaken(): Promise<void> {
  const items = takenRows(useImport.getState().rows).map(({ file, title, participantCode }) => ({
    file,
    title,
    participantCode,
  }));
  useImport.setState({ isStoring: true });
  try {
    await api.transcripts.import({ items });
  } finally {
    useImport.setState({ isStoring: false });
  }
  closeImport();
  notify(items.length === 1 ? `Imported “${items[0]?.title}”` : `Imported ${items.length} transcripts`, {
    undo: true,
  });
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
  if (!preview.ok) return { file, preview, title: '', participantCode: '', isTaken: false };
  const twin = before.find((row) => row.preview.ok && row.preview.sha256 === preview.sha256);
  const duplicateOf = preview.duplicateOf ?? twin?.title ?? null;
  return {
    file,
    preview: { ...preview, duplicateOf },
    title: preview.title,
    participantCode: preview.participant?.code ?? '',
    isTaken: duplicateOf === null,
  };
}
