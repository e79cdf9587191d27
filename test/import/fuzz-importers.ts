import fs from 'node:fs';
import path from 'node:path';
import { invariant } from '#shared/assert.ts';
import { AppError } from '#shared/contract/errors.ts';
import { errorSentence } from '#shared/contract/error-sentences.ts';
import { parseTranscript } from '#shared/transcripts/parse-transcript.ts';
import { readTranscriptFile } from '#electron/import/transcript-formats.ts';
import { mutateFile, numbersFrom } from './mutate-file.ts';

export interface FuzzResult {
  readonly read: number;
  /** Refusals by their code. */
  readonly refused: ReadonlyMap<string, number>;
  /** What must never happen, with the number that makes it again. */
  readonly failures: readonly string[];
  readonly slowest: { readonly name: string; readonly seconds: number };
}

const MOST_SECONDS = 10;

/** Reads damaged files, `count` of them from a seed on: each is read or refused with a sentence, and nothing else. */
export async function fuzzImporters(
  folder: string,
  scratch: string,
  seed: number,
  count: number,
): Promise<FuzzResult> {
  const files = fs
    .readdirSync(folder)
    .map((name) => ({ name, bytes: fs.readFileSync(path.join(folder, name)) }));
  const refused = new Map<string, number>();
  const failures: string[] = [];
  let read = 0;
  let slowest = { name: '', seconds: 0 };
  for (let number = seed; number < seed + count; number += 1) {
    const random = numbersFrom(number);
    const original = files[Math.floor(random() * files.length)];
    invariant(original !== undefined, 'there are files to damage');
    const name = `${number}-${original.name}`;
    const place = path.join(scratch, name);
    fs.writeFileSync(place, mutateFile(original.bytes, random));
    const begun = performance.now();
    try {
      const source = await readTranscriptFile({ path: place, name });
      checkStructure(source.text, parseTranscript(source).turns);
      read += 1;
    } catch (error) {
      if (error instanceof AppError && error.code !== 'internal') {
        refused.set(error.code, (refused.get(error.code) ?? 0) + 1);
        invariant(errorSentence(error.toWire()).advice !== '', 'every refusal has a way out');
      } else
        failures.push(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    const seconds = (performance.now() - begun) / 1000;
    if (seconds > slowest.seconds) slowest = { name, seconds };
    if (seconds > MOST_SECONDS) failures.push(`${name}: took ${seconds.toFixed(1)} s`);
    else if (!failures.some((failure) => failure.startsWith(name))) fs.rmSync(place);
  }
  return { read, refused, failures, slowest };
}

function checkStructure(
  text: string,
  turns: readonly { readonly labelStart: number; readonly start: number; readonly end: number }[],
): void {
  let before = 0;
  for (const { labelStart, start, end } of turns) {
    invariant(
      before <= labelStart && labelStart <= start && start <= end && end <= text.length,
      'turns are in order',
    );
    before = end;
  }
  invariant(text.isWellFormed() && !text.includes('\r') && !text.includes('\0'), 'a text is whole');
}
