import { must } from '#shared/assert.ts';
import type { CodeId, TranscriptId } from '#shared/ids.ts';
import type { Transcript } from '#shared/transcripts/transcripts-contract.ts';
import { startStudy, type TestCore } from '#test/support/test-core.ts';

export const INTERVIEW = `# Interview T01

## Background

I: How do you keep up?

T01: She could not keep up, and neither could I. We shared the work.

## Networks

I: And now?

T01: Now it is better. 👩‍👩‍👧‍👦 we are a cafe\u0301.
`;

export interface CodedStudy extends TestCore {
  readonly transcript: Transcript;
  readonly code: Readonly<Record<'work' | 'time' | 'tempo' | 'ties', CodeId>>;
  /** The range of the first place where these words stand. */
  range(words: string): { readonly start: number; readonly end: number };
  addTranscript(name: string, text: string, participantCode: string): Promise<Transcript>;
}

/** Anna's study with one interview and the codes Work › Time › Tempo, and Ties with two poles. */
export async function startCodedStudy(): Promise<CodedStudy> {
  const study = await startStudy();
  const { api } = study;
  const addTranscript = async (name: string, text: string, participantCode: string): Promise<Transcript> => {
    const file = study.offer(`${name}.txt`, text);
    const ids: readonly TranscriptId[] = await api.transcripts.import({
      items: [{ file, title: name, participantCode }],
    });
    return api.transcripts.get({ id: must(ids[0], 'one file was imported') });
  };
  const transcript = await addTranscript('T01', INTERVIEW, 'T01');
  const work = await api.codebook.create({ parentId: null, name: 'Work' });
  const time = await api.codebook.create({ parentId: work, name: 'Time' });
  const tempo = await api.codebook.create({ parentId: time, name: 'Tempo' });
  const ties = await api.codebook.create({ parentId: null, name: 'Ties', poles: ['weak', 'strong'] });
  return {
    ...study,
    transcript,
    code: { work, time, tempo, ties },
    range(words) {
      const start = transcript.text.indexOf(words);
      return { start, end: start + words.length };
    },
    addTranscript,
  };
}
