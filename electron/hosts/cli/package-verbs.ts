import path from 'node:path';
import type { Client } from '#shared/contract/api.ts';
import type { TranscriptId } from '#shared/ids.ts';
import type { MergeReport } from '#shared/packages/merge-report.ts';
import type { Core } from '#electron/core/core.ts';
import { named, openFor } from './open-for.ts';
import { aligned, counted, type Report } from './report.ts';
import { saveFile } from './save-file.ts';

export interface PackageOptions {
  readonly coder?: string;
  readonly for?: string;
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly passphrase?: string;
  readonly attributes?: boolean;
  readonly transcripts?: readonly string[];
  /** Whose units go along. */
  readonly session?: string;
  readonly memos?: boolean;
}

export async function exportPackage(
  core: Core,
  api: Client,
  project: string,
  options: PackageOptions,
): Promise<Report> {
  await openFor(api, project, options.coder);
  const coders = await api.project.coders({});
  const coder = options.for === undefined ? null : named('coder', options.for, coders, ({ name }) => name);
  const made = await api.packages.exportTask({
    coderId: coder?.id ?? null,
    sessionId:
      options.session === undefined
        ? null
        : named('comparison session', options.session, await api.comparison.sessions({}), ({ name }) => name)
            .id,
    transcriptIds:
      options.transcripts === undefined ? null : await transcriptsNamed(api, options.transcripts),
    attributes: options.attributes ?? false,
    passphrase: options.passphrase ?? null,
  });
  return saved(core, made, options);
}

async function transcriptsNamed(api: Client, titles: readonly string[]): Promise<TranscriptId[]> {
  const known = await api.transcripts.list({});
  return titles.map((title) => named('transcript', title, known, (transcript) => transcript.title).id);
}

export async function returnPackage(
  core: Core,
  api: Client,
  project: string,
  options: PackageOptions,
): Promise<Report> {
  await openFor(api, project, options.coder);
  const made = await api.packages.exportWork({
    memos: options.memos ?? true,
    passphrase: options.passphrase ?? null,
  });
  return saved(core, made, options);
}

async function saved(
  core: Core,
  made: Awaited<ReturnType<Client['packages']['exportWork']>>,
  { out = '.', overwrite = false }: PackageOptions,
): Promise<Report> {
  const target = await saveFile(core, made, out, overwrite);
  return {
    lines: [
      `Wrote ${target.path} (${counted(target.bytes, 'byte')}), fingerprint ${made.fingerprint}`,
      ...(target.warnings ?? []),
    ],
    result: { ...target, fingerprint: made.fingerprint },
  };
}

export async function openPackage(
  core: Core,
  api: Client,
  file: string,
  target: string,
  { coder = '', passphrase }: PackageOptions,
): Promise<Report> {
  const opened = await api.packages.openTask({
    file: core.files.offer(path.resolve(file)),
    passphrase: passphrase ?? null,
    path: path.resolve(target),
    coderName: coder,
  });
  return {
    lines: [`Made “${opened.title}”: ${opened.path}`],
    result: { path: opened.path, title: opened.title },
  };
}

export interface MergeOptions {
  readonly coder?: string;
  readonly passphrase?: string;
  readonly dryRun?: boolean;
  /** “Theirs=Ours”, any number of times. */
  readonly same?: readonly string[];
}

export async function merge(
  core: Core,
  api: Client,
  project: string,
  source: string,
  { coder, passphrase, dryRun = false, same = [] }: MergeOptions,
): Promise<Report> {
  await openFor(api, project, coder);
  const file = core.files.offer(path.resolve(source));
  const asked = { file, passphrase: passphrase ?? null };
  const decided = same.length === 0 ? {} : decisions(await api.packages.preview(asked), same);
  const request = { ...asked, same: decided };
  const report = dryRun ? await api.packages.preview(request) : await api.packages.merge(request);
  return { lines: linesOf(report, dryRun), result: { dryRun, ...report } };
}

function decisions({ choices, ourCodes }: MergeReport, same: readonly string[]): Record<string, string> {
  const found = same.map((pair) => {
    const [theirs = '', ours = ''] = pair.split('=');
    const choice = named('thing of theirs', theirs, choices, ({ theirName }) => theirName);
    const candidates = choice.table === 'code' ? [...choice.candidates, ...ourCodes] : choice.candidates;
    return [choice.theirUid, named(choice.noun, ours, candidates, ({ name }) => name).uid] as const;
  });
  return Object.fromEntries(found);
}

function linesOf(
  { tables, items, choices, changes, unseen, withdrawnThere }: MergeReport,
  dryRun: boolean,
): readonly string[] {
  const rows = tables
    .filter(({ part }) => part !== 'merging')
    .map(({ noun, counts, rows: all }) => [
      noun,
      ...Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([outcome, count]) => `${count.toLocaleString('en')} ${outcome}`),
      `of ${all.toLocaleString('en')}`,
    ]);
  const longest = Math.max(0, ...rows.map((row) => row.length));
  return [
    ...aligned(rows.map((row) => [...row, ...Array.from({ length: longest - row.length }, () => '')])),
    ...items
      .filter(({ outcome }) => outcome === 'conflict' || outcome === 'not placed')
      .map(({ outcome, label }) => `${outcome}: ${label}`),
    ...choices
      .filter(({ candidates, sameAs }) => candidates.length > 0 && sameAs === null)
      .map(({ noun, theirName }) => `added as another ${noun}, or the same with --same: ${theirName}`),
    ...withdrawnThere.map(
      (code) => `${code} withdrew in that copy and is still here: withdraw this participant here too.`,
    ),
    ...(unseen ? ['The study is coded blind: what is not shown yet is merged, and not counted here.'] : []),
    changes
      ? dryRun
        ? 'Nothing was stored: this was a dry run.'
        : 'Merged.'
      : 'Nothing to merge: all of it is here.',
  ];
}
