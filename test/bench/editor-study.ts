import fs from 'node:fs';
import path from 'node:path';
import { must } from '#shared/assert.ts';
import type { CodeId } from '#shared/ids.ts';
import { storeCodebook } from '#electron/codebook/store-codebook.ts';
import { storeCoding } from '#electron/coding/store-coding.ts';
import { createProject } from '#electron/project/open-project.ts';
import { listCoders } from '#electron/project/project-sql.ts';
import { storeTranscript } from '#electron/transcripts/store-transcript.ts';
import { BENCH_DATA, benchServices } from './bench-core.ts';
import { removeProject } from './build-project.ts';
import { plainFileCode } from './file-codes.ts';
import { codeInterview } from './workload-codings.ts';
import { rankPicker, seededRandom } from './workload-random.ts';
import { makeInterview, type InterviewText } from './workload-text.ts';
import { makeVocabulary } from './workload-words.ts';

const CHARACTERS = 80_000;
const CODINGS = 3_000;
const CODES = 60;

export interface EditorStudy {
  readonly file: string;
  readonly uid: string;
  readonly text: string;
  readonly codings: readonly { readonly code: number; readonly start: number; readonly end: number }[];
  /** By the number of the code, from 1. */
  readonly colors: readonly string[];
  /** No coding has it yet. */
  readonly unusedCode: CodeId;
}

/** A study of one long, densely coded interview, and a short one to come from. */
export function buildEditorStudy(): EditorStudy {
  const random = seededRandom(80_000);
  const interview = longInterview(random);
  const pickCode = rankPicker(random, CODES, 4, 0.8);
  const codings = codeInterview(random, () => pickCode() + 1, interview, [0], CODINGS);
  const colors = Array.from({ length: CODES }, (_, index) => `hsl(${(index * 137) % 360} 60% 60%)`);
  return { ...store(interview.text, codings), text: interview.text, codings, colors };
}

/** Cut off after the last sentence that fits. */
function longInterview(random: ReturnType<typeof seededRandom>): InterviewText {
  const vocabulary = makeVocabulary(random);
  const pickRank = rankPicker(random, vocabulary.length, 2.7, 1);
  const whole = makeInterview(random, () => must(vocabulary[pickRank()], 'a rank below its size'), 25_000);
  const sentences = whole.sentences.filter(({ end }) => end <= CHARACTERS);
  const { end } = must(sentences.at(-1), 'an interview has sentences');
  return { ...whole, sentences, text: `${whole.text.slice(0, end)}\n` };
}

function store(
  text: string,
  codings: EditorStudy['codings'],
): Pick<EditorStudy, 'file' | 'uid' | 'unusedCode'> {
  const file = path.join(BENCH_DATA, 'editor.crosscase');
  fs.mkdirSync(BENCH_DATA, { recursive: true });
  removeProject(file);
  const services = benchServices();
  const { uid } = createProject(services, { path: file, title: 'Editor', coderName: 'Anna' });
  const unusedCode = services.mutate('Fill the study', 'bench.build', (context) => {
    const [coder] = listCoders(context.db);
    const { layerId } = must(coder, 'the project was made with a coder');
    const codes = storeCodebook(context, {
      name: 'Codes',
      source: '',
      codes: Array.from({ length: CODES + 1 }, (_, index) =>
        plainFileCode({ id: `C${index + 1}`, kind: 'code', name: `Code ${index + 1}` }),
      ),
      exclusive: [],
    });
    const codeOf = (code: number): CodeId => must(codes.get(`C${code}`), 'every code was stored');
    const short = 'I: And now?\n\nR: Now it is better.\n';
    storeTranscript(context, { title: 'A short one', fileName: 'a.txt', text: short, participantCode: '' });
    const { versionId } = storeTranscript(context, {
      title: 'The long one',
      fileName: 'b.txt',
      text,
      participantCode: '',
    });
    for (const { code, start, end } of codings) {
      storeCoding(context, { layerId, versionId, codeId: codeOf(code), start, end });
    }
    return codeOf(CODES + 1);
  });
  services.session.end();
  return { file, uid, unusedCode };
}
