import { isCodeName, isInterviewer } from './speaker-roles.ts';
import type { Turn } from './transcripts-contract.ts';

export function titleFromFileName(fileName: string): string {
  return fileName.replace(/\.[^.]+$/, '').trim() || fileName;
}

/**
 * Whose interview this is: a participant that the project knows and that the file is named after; else the participant
 * in the text, when that name is a code; else a code in the file's name. Null when nothing says so.
 */
export function guessParticipantCode(
  fileName: string,
  turns: readonly Turn[],
  knownCodes: readonly string[],
): string | null {
  const title = titleFromFileName(fileName);
  const words = title.split(/[\s_.,()–-]+/).filter((word) => word !== '');
  const known = (name: string): string | undefined =>
    knownCodes.find((code) => code.toLowerCase() === name.toLowerCase());
  const named = known(title) ?? words.map(known).find((code) => code !== undefined);
  if (named !== undefined) return named;
  const speaker = turns.find(({ role }) => role === 'participant')?.speaker ?? null;
  if (speaker !== null && (known(speaker) !== undefined || isCodeName(speaker)))
    return known(speaker) ?? speaker;
  return words.find((word) => isCodeName(word) && !isInterviewer(word)) ?? null;
}
