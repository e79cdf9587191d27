import { create } from 'zustand';
import type { ExportCheck, FoundName } from '#shared/pseudonyms/pseudonyms-contract.ts';
import type { ExportedFile } from '#shared/export/export-contract.ts';
import type { Action } from '../actions/action.ts';
import { api, host } from '../api/api.ts';
import { hasProject } from '../app/session-store.ts';
import { notify } from '../ui/toasts-store.ts';

interface PseudonymsState {
  readonly isOpen: boolean;
  /** An export that would give something away, and waits for an answer. */
  readonly leaving: {
    readonly name: string;
    readonly check: ExportCheck;
    readonly answer: (goOn: boolean) => void;
  } | null;
}

export const usePseudonyms = create<PseudonymsState>(() => ({ isOpen: false, leaving: null }));

/** Hands out a file that was made, after asking when a name, or one person alone, would leave with it. */
export async function saveExport(made: Pick<ExportedFile, 'file' | 'name'>): Promise<string | null> {
  const check = await api.pseudonyms.checkExport({ file: made.file });
  const givesAway = check.identifiers.length > 0 || check.singledOut !== null;
  if (givesAway && !(await mayLeave(made.name, check))) return null;
  return host.saveFile(made.file, made.name);
}

function mayLeave(name: string, check: ExportCheck): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (goOn: boolean): void => {
      usePseudonyms.setState({ leaving: null });
      resolve(goOn);
    };
    usePseudonyms.setState({ leaving: { name, check, answer } });
  });
}

export async function putPseudonyms(found: readonly FoundName[]): Promise<void> {
  const { places, transcripts } = await api.pseudonyms.apply({
    places: found.map(({ transcriptId, versionId, start, end, replacement }) => ({
      transcriptId,
      versionId,
      start,
      end,
      replacement,
    })),
  });
  notify(
    `Put pseudonyms at ${places} ${places === 1 ? 'place' : 'places'} of ${transcripts} ${transcripts === 1 ? 'transcript' : 'transcripts'}`,
    { undo: true },
  );
}

export const pseudonymsActions: readonly Action[] = [
  {
    id: 'pseudonyms.open',
    label: 'Pseudonyms: names and what stands in their place…',
    group: 'Transcripts',
    keywords: 'anonymise anonymize privacy names identifiers key',
    enabled: hasProject,
    run: () => usePseudonyms.setState({ isOpen: true }),
  },
];
