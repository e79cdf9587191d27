import fs from 'node:fs';
import path from 'node:path';
import type { Client } from '#shared/contract/api.ts';
import { fromWire } from '#shared/contract/errors.ts';
import type { TranscriptPreview } from '#shared/transcripts/transcripts-contract.ts';
import type { MatchedRow } from '#shared/participants/participants-contract.ts';
import type { Core } from '#electron/core/core.ts';
import { named, openFor } from './open-for.ts';
import { aligned, counted, type Report } from './report.ts';

type GoodPreview = Extract<TranscriptPreview, { ok: true }>;

export interface ImportOptions {
  readonly coder?: string;
  readonly participant?: string;
  readonly dryRun?: boolean;
}

/** All files or none. A file whose text is in the project already is left out, so that the same line can be run twice. */
export async function importTranscripts(
  core: Core,
  api: Client,
  project: string,
  files: readonly string[],
  { coder, participant, dryRun = false }: ImportOptions,
): Promise<Report> {
  await openFor(api, project, coder);
  const previews = await api.transcripts.preview({ files: files.map((file) => offer(core, file)) });
  if (dryRun) return describePreviews(previews, participant);
  const good = previews.map((preview) => {
    if (!preview.ok) throw fromWire(preview.error);
    return preview;
  });
  const fresh = good.filter(({ duplicateOf }) => duplicateOf === null);
  if (fresh.length > 0) {
    await api.transcripts.import({
      items: fresh.map((preview) => ({
        file: preview.file,
        title: preview.title,
        participantCode: participant ?? preview.participant?.code ?? '',
      })),
    });
  }
  const left = good.filter(({ duplicateOf }) => duplicateOf !== null);
  return {
    lines: [
      `Imported ${counted(fresh.length, 'transcript')}.`,
      ...left.map(
        ({ fileName, duplicateOf }) => `Left out ${fileName}: its text is there as “${duplicateOf}”.`,
      ),
    ],
    result: {
      imported: fresh.map((preview) => describe(preview, participant)),
      leftOut: left.map(({ fileName, duplicateOf }) => ({ fileName, duplicateOf })),
    },
  };
}

function describePreviews(previews: readonly TranscriptPreview[], participant: string | undefined): Report {
  const rows = previews.map((preview) =>
    preview.ok
      ? [
          preview.fileName,
          preview.duplicateOf === null
            ? (participant ?? preview.participant?.code ?? 'no participant')
            : `there already: “${preview.duplicateOf}”`,
          counted(preview.words, 'word'),
          counted(preview.turns, 'turn'),
          counted(preview.sections.length, 'section'),
        ]
      : [preview.fileName, `cannot be imported: ${preview.error.code}`, '', '', ''],
  );
  return {
    lines: [...aligned(rows), 'Nothing was stored: this was a dry run.'],
    result: {
      dryRun: true,
      files: previews.map((preview) =>
        preview.ok
          ? { ...describe(preview, participant), duplicateOf: preview.duplicateOf }
          : { fileName: preview.fileName, error: preview.error },
      ),
    },
    unsound: previews.some(({ ok }) => !ok),
  };
}

function describe(preview: GoodPreview, participant: string | undefined): Readonly<Record<string, unknown>> {
  const { fileName, title, words, turns, sections } = preview;
  return {
    fileName,
    title,
    participant: participant ?? preview.participant?.code ?? null,
    words,
    turns,
    sections,
  };
}

/** Every column, with the types that were inferred. */
export async function importParticipants(
  core: Core,
  api: Client,
  project: string,
  csv: string,
  { coder, overwrite = false, site, dryRun = false }: ParticipantOptions,
): Promise<Report> {
  await openFor(api, project, coder);
  const file = offer(core, csv);
  const { keyColumn, columns, problems, rowsMatched } = await api.participants.previewCsv({ file });
  if (dryRun) return describeMatches(rowsMatched, problems);
  const taken = columns
    .filter(({ name }) => name !== keyColumn && name !== site)
    .map(({ name, type }) => ({ name, type }));
  const { added, updated, attributes, kept } = await api.participants.importCsv({
    file,
    keyColumn,
    columns: taken,
    siteColumn: site ?? null,
    overwrite,
  });
  return {
    lines: [
      `${counted(added, 'participant')} added, ${updated} updated, ${counted(attributes, 'attribute')} added.`,
      ...(kept > 0
        ? [`${counted(kept, 'value')} left as in the project; --overwrite takes those of the table.`]
        : []),
      ...problems.map(({ line, message }) => `Left out line ${line}: ${message}`),
    ],
    result: { keyColumn, columns: taken, added, updated, attributes, kept, leftOut: problems },
  };
}

export interface ParticipantOptions {
  readonly coder?: string;
  readonly overwrite?: boolean;
  readonly site?: string;
  readonly dryRun?: boolean;
}

function describeMatches(
  rows: readonly MatchedRow[],
  leftOut: readonly { readonly line: number; readonly message: string }[],
): Report {
  const lines = rows.map(({ line, code, isNew, changes, additions }) => {
    const said = changes.map(({ column, before, after }) => `${column} “${before}” → “${after}”`);
    return [`line ${line}`, code, isNew ? 'new' : 'known', counted(additions, 'addition'), said.join(', ')];
  });
  return {
    lines: [...aligned(lines), 'Nothing was stored: this was a dry run.'],
    result: { dryRun: true, rows, leftOut },
  };
}

/** `source` is a JSON file, or the id or name of a template. */
export async function importCodebook(
  core: Core,
  api: Client,
  project: string,
  source: string,
  coder: string | undefined,
): Promise<Report> {
  await openFor(api, project, coder);
  const { added, kept } =
    path.extname(source).toLowerCase() === '.json' || fs.existsSync(source)
      ? await api.codebook.importFile({ file: offer(core, source) })
      : await api.codebook.importTemplate({ template: await templateId(api, source) });
  return {
    lines: [`${counted(added, 'code')} added, ${kept} left as they were.`],
    result: { added, kept },
  };
}

async function templateId(api: Client, source: string): Promise<string> {
  const templates = await api.codebook.templates({});
  const byId = templates.find(({ id }) => id === source);
  return (byId ?? named('template', source, templates, ({ name }) => name)).id;
}

function offer(core: Core, file: string) {
  return core.files.offer(path.resolve(file));
}
