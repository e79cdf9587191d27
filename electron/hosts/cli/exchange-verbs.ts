import path from 'node:path';
import type { Client } from '#shared/contract/api.ts';
import type { ExchangeFormat } from '#shared/exchange/exchange-contract.ts';
import type { Finding } from '#shared/exchange/findings.ts';
import type { ImportReport, TextReport } from '#shared/exchange/import-report.ts';
import { describeConvention } from '#shared/exchange/position-convention.ts';
import type { Core } from '#electron/core/core.ts';
import { openFor } from './open-for.ts';
import { aligned, counted, type Report } from './report.ts';
import { saveFile } from './save-file.ts';

export interface ExchangeImportOptions {
  readonly coder?: string;
  readonly new?: boolean;
  readonly dryRun?: boolean;
  readonly keepApart?: boolean;
}

/** Into a project that is there, or as a new one. Twice the same file changes nothing. */
export async function importExchange(
  core: Core,
  api: Client,
  project: string,
  file: string,
  options: ExchangeImportOptions,
): Promise<Report> {
  const offered = core.files.offer(path.resolve(file));
  if (options.new === true) {
    const { project: made, report } = await api.exchange.importAsNew({
      file: offered,
      path: path.resolve(project),
      coderName: options.coder ?? 'Researcher',
    });
    return { lines: [`Made ${made.path}`, ...describe(report)], result: { project: made.path, ...report } };
  }
  await openFor(api, project, options.coder);
  const sameNames = options.keepApart === true ? 'keep apart' : 'join';
  const isDry = options.dryRun === true;
  const report = isDry
    ? await api.exchange.preview({ file: offered, sameNames })
    : await api.exchange.import({ file: offered, sameNames });
  return {
    lines: [...describe(report), ...(isDry ? ['Nothing was stored: this was a dry run.'] : [])],
    result: { dryRun: isDry, ...report },
  };
}

export interface ExchangeExportOptions {
  readonly format: ExchangeFormat;
  readonly sidecar?: boolean;
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly coder?: string;
}

export async function exportExchange(
  core: Core,
  api: Client,
  project: string,
  { format, sidecar = true, out, overwrite = false, coder }: ExchangeExportOptions,
): Promise<Report> {
  await openFor(api, project, coder);
  const exported = await api.exchange.export({ format, sidecar });
  const saved = await saveFile(core, exported, out ?? '.', overwrite);
  return {
    lines: [
      `Wrote ${saved.path} (${counted(saved.bytes, 'byte')})`,
      ...(saved.warnings ?? []),
      ...findingLines(exported.losses),
    ],
    result: { ...saved, losses: exported.losses },
  };
}

export interface SegmentOptions {
  readonly coder?: string;
  readonly near?: boolean;
  readonly dryRun?: boolean;
}

/** Only what was found word for word in one place, unless `near` asks for the rest that was found. */
export async function importSegments(
  core: Core,
  api: Client,
  project: string,
  file: string,
  { coder, near = false, dryRun = false }: SegmentOptions,
): Promise<Report> {
  await openFor(api, project, coder);
  const offered = core.files.offer(path.resolve(file));
  const { columns, rows, newCodes } = await api.exchange.previewSegments({ file: offered });
  const taken = rows.filter(
    ({ outcome }) => outcome === 'exact' || (near && (outcome === 'near' || outcome === 'several')),
  );
  const done = dryRun
    ? { added: 0, present: 0, notFound: 0 }
    : await api.exchange.importSegments({ file: offered, columns, lines: taken.map(({ line }) => line) });
  const left = rows.filter((row) => !taken.includes(row));
  return {
    lines: [
      `${counted(taken.length, 'segment')} found, ${counted(done.added, 'coding')} added.`,
      ...left.map(({ line, outcome, source, code }) => `line ${line}: ${outcome} (${source}, ${code})`),
      ...(dryRun ? ['Nothing was stored: this was a dry run.'] : []),
    ],
    result: { dryRun, columns, newCodes, ...done, rows },
  };
}

export async function reportLosses(
  api: Client,
  project: string,
  { format, coder }: ExchangeExportOptions,
): Promise<Report> {
  await openFor(api, project, coder);
  const losses = await api.exchange.losses({ format });
  return {
    lines: losses.length === 0 ? [`A .${format} holds all of it.`] : findingLines(losses),
    result: { format, losses },
  };
}

function describe({ program, name, counts, texts, restored, findings }: ImportReport): readonly string[] {
  return [
    `“${name}”, made by ${program}`,
    ...aligned([
      ['', 'in the file', 'added', 'here already', 'joined', 'left out'],
      ...counts.map(({ kind, inFile, added, present, joined, leftOut }) =>
        [kind, inFile, added, present, joined, leftOut].map(String),
      ),
    ]),
    ...restored.map(({ noun, count }) => `restored: ${noun} (${count})`),
    ...texts.map(textLine),
    ...findingLines(findings),
  ];
}

function textLine({ title, decision, byPosition, byWords, doubtful, nowhere }: TextReport): string {
  const places = `${byPosition} by position, ${byWords} by their words, ${doubtful} doubtful, ${nowhere} not found`;
  return `${title}: ${decision.certainty}, ${describeConvention(decision.convention)}; ${places}`;
}

function findingLines(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap(({ fate, what, count, examples }) => [
    `${fate}: ${what} (${count})`,
    ...examples.slice(0, 5).map((example) => `  ${example}`),
  ]);
}
