import type { ComparedText } from '#shared/comparison/comparison-contract.ts';
import type { SessionId, TranscriptId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';

const texts = new Map<string, Promise<ComparedText>>();
const MOST_KEPT = 8;

/** The text of a session never changes, so going from one difference to the next does not wait for it. */
function readText(id: SessionId, transcriptId: TranscriptId): Promise<ComparedText> {
  const key = `${id} ${transcriptId}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const read = api.comparison.text({ id, transcriptId });
  texts.set(key, read);
  read.catch(() => texts.delete(key));
  const [oldest] = texts.keys();
  if (texts.size > MOST_KEPT && oldest !== undefined) texts.delete(oldest);
  return read;
}

export function forgetTexts(): void {
  texts.clear();
}

export function useComparedText(id: SessionId, transcriptId: TranscriptId): ComparedText | undefined {
  return useLive(() => readText(id, transcriptId), ['comparison_transcript'], [id, transcriptId]).value;
}
