import { Argument, Option, type Command } from 'commander';
import type { CodedBy } from '#shared/auto-coding/auto-coding-contract.ts';
import type { Client } from '#shared/contract/api.ts';
import { speakerRoles } from '#shared/transcripts/transcripts-contract.ts';
import type { Core } from '#electron/core/core.ts';
import { named, openFor } from './open-for.ts';
import { counted, type Report } from './report.ts';

const KINDS = ['speaker', 'role', 'part', 'question'] as const;

interface CodeByOptions {
  readonly coder?: string;
  readonly dryRun?: boolean;
}

type Run = (verb: (core: Core, api: Client) => Promise<Report>) => Promise<void>;

/** Codes whatever one speaker says, one part of every interview, or the answers to one question. */
export function addCodeByVerb(program: Command, run: Run): void {
  program
    .command('code-by <project> <code>')
    .description(
      'code every turn of a speaker or role, every part with a heading, or every answer to a question',
    )
    .addArgument(new Argument('<what>', 'what the passages have in common').choices([...KINDS]))
    .argument('<name>', 'which speaker, role, part or question')
    .option('--dry-run', 'show how much would be coded and store nothing')
    .addOption(new Option('--coder <name>', 'who does it (default: who sat here last)'))
    .action((project: string, code: string, what: CodedBy['kind'], name: string, options: CodeByOptions) =>
      run((_, api) => codeBy(api, project, { code, what, name }, options)),
    );
}

async function codeBy(
  api: Client,
  project: string,
  { code, what, name }: { readonly code: string; readonly what: CodedBy['kind']; readonly name: string },
  { coder, dryRun = false }: CodeByOptions,
): Promise<Report> {
  await openFor(api, project, coder);
  const codes = await api.codebook.list({});
  const { id: codeId } = named('code', code, codes, (each) => each.name);
  const by = await meant(api, what, name);
  const found = dryRun
    ? await api.autoCoding.preview({ by, codeId })
    : await api.autoCoding.apply({ by, codeId });
  const { passages, transcripts, already, excluded } = found;
  const lines = [`${counted(passages, 'passage')} in ${counted(transcripts, 'transcript')}.`];
  if (already > 0) lines.push(`${counted(already, 'passage')} had the code already.`);
  if (excluded > 0) lines.push(`${counted(excluded, 'passage')} left: a code there excludes it.`);
  if (dryRun) lines.push('Nothing was stored: this was a dry run.');
  return { lines, result: { dryRun, ...found } };
}

async function meant(api: Client, what: CodedBy['kind'], name: string): Promise<CodedBy> {
  const same = (each: string): string => each;
  switch (what) {
    case 'role':
      return { kind: 'role', role: named('role', name, speakerRoles, same) };
    case 'speaker':
      return {
        kind: 'speaker',
        speaker: named('speaker', name, (await api.autoCoding.choices({})).speakers, same),
      };
    case 'part':
      return { kind: 'part', title: named('part', name, (await api.autoCoding.choices({})).parts, same) };
    case 'question': {
      const questions = (await api.guide.get({})).flatMap((part) => part.questions);
      return { kind: 'question', questionId: named('question', name, questions, ({ text }) => text).id };
    }
  }
}
