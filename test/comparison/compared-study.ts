import type { CoderId, TranscriptId } from '#shared/ids.ts';
import { startStudy, type TestCore } from '#test/support/test-core.ts';

export interface ComparedStudy extends TestCore {
  readonly coders: readonly CoderId[];
  readonly transcripts: readonly TranscriptId[];
  /** Codes words of a transcript as a coder. */
  code(coder: number, transcript: number, words: string, code: string): Promise<void>;
  finish(coder: number, transcript: number): Promise<void>;
  sit(coder: number): Promise<void>;
}

export const INTERVIEW = [
  'I: How do you learn together?',
  'P1: We talk a lot. It costs time. It gives me ideas, and I trust them.',
  'I: And alone?',
  'P1: Alone I read. That is also fine. It costs nothing.',
  'I: What would you change?',
  'P1: More time for it, surely. And less paper.',
].join('\n\n');

/** Three coders, some interviews with the same words, and the codes Time, Trust and Ideas. */
export async function startComparedStudy(interviews = 2): Promise<ComparedStudy> {
  const study = await startStudy();
  const { api, offer } = study;
  const [anna] = await api.project.coders({});
  const ben = await api.project.addCoder({ name: 'Ben' });
  const cleo = await api.project.addCoder({ name: 'Cleo' });
  const coders = [anna!.id, ben.id, cleo.id];
  await api.project.chooseCoder({ coderId: coders[0]! });
  for (const name of ['Time', 'Trust', 'Ideas']) await api.codebook.create({ parentId: null, name });
  const transcripts = await api.transcripts.import({
    items: Array.from({ length: interviews }, (_, index) => ({
      file: offer(`P${index + 1}.txt`, `${INTERVIEW} ${'.'.repeat(index)}`),
      title: `P${index + 1}`,
      participantCode: `P${index + 1}`,
    })),
  });
  const sit = (coder: number) => api.project.chooseCoder({ coderId: coders[coder]! });
  return {
    ...study,
    coders,
    transcripts,
    async sit(coder) {
      await sit(coder);
    },
    async code(coder, transcript, words, name) {
      await sit(coder);
      const { versionId, text } = await api.transcripts.get({ id: transcripts[transcript]! });
      const start = text.indexOf(words);
      const code = (await api.codebook.list({})).find((each) => each.name === name)!;
      await api.coding.apply({ versionId, start, end: start + words.length, codeIds: [code.id] });
    },
    async finish(coder, transcript) {
      await sit(coder);
      await api.coding.markFinished({ transcriptId: transcripts[transcript]! });
    },
  };
}
