import { inTreeOrder, pathOf } from '#shared/codebook/code-tree.ts';
import { auditClasses, auditClassOf } from '#shared/reports/audit-classes.ts';
import {
  quotationsByCase,
  quotationsByCode,
  type Quotation,
  type ReportCode,
} from '#shared/reports/quotation-reports.ts';
import type { ReportBlock, ReportDocument } from '#shared/reports/report-document.ts';
import type { ReportKind } from '#shared/reports/reports-contract.ts';
import { VERSION } from '#shared/version.ts';
import { listCues, listCodes, type CodeRow } from '#electron/codebook/codebook-sql.ts';
import { listExamples } from '#electron/codebook/code-guidance-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { listAttributes, listParticipants, listValues } from '#electron/participants/participants-sql.ts';
import { findProject } from '#electron/project/project-sql.ts';
import { auditTrail, memoBook, quotedCodings, textsOfVersions } from './reports-sql.ts';

const TITLES: Readonly<Record<ReportKind, string>> = {
  'quotations by code': 'Quotations by code',
  'quotations by case': 'Quotations by case',
  codebook: 'Codebook',
  'memo book': 'Memo book',
  participants: 'Participants',
  'audit trail': 'Audit trail',
};

/** Gathers a report from what this reader may see. */
export function buildReport(
  db: ReadableDb,
  kind: ReportKind,
  madeAt: string,
  coder: string | null,
): ReportDocument {
  const study = findProject(db);
  return {
    title: TITLES[kind],
    studyTitle: study?.title ?? '',
    facts: [
      ['Made', madeAt],
      ['By', coder ?? 'nobody in particular'],
      ['With', `Crosscase ${VERSION}`],
    ],
    blocks: orNothing(blocksOf(db, kind)),
  };
}

function orNothing(blocks: readonly ReportBlock[]): readonly ReportBlock[] {
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: 'There is nothing to report yet.' }];
}

function blocksOf(db: ReadableDb, kind: ReportKind): readonly ReportBlock[] {
  switch (kind) {
    case 'quotations by code':
      return quotationsByCode(reportCodes(db), quotations(db));
    case 'quotations by case':
      return quotationsByCase(reportCodes(db), quotations(db));
    case 'codebook':
      return codebook(db);
    case 'memo book':
      return memos(db);
    case 'participants':
      return participants(db);
    case 'audit trail':
      return trail(db);
  }
}

function quotations(db: ReadableDb): readonly Quotation[] {
  const texts = textsOfVersions(db);
  return quotedCodings(db).map((coding) => ({
    ...coding,
    words: texts.get(coding.versionId)?.slice(coding.start, coding.end) ?? '',
  }));
}

function reportCodes(db: ReadableDb): readonly ReportCode[] {
  const rows = inTreeOrder<CodeRow['id'], CodeRow>(listCodes(db));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows.map(({ id, definition }) => {
    const path = pathOf<CodeRow['id'], CodeRow>(byId, id);
    return { id, path: path.map(({ name }) => name).join(' › '), depth: path.length - 1, definition };
  });
}

function codebook(db: ReadableDb): readonly ReportBlock[] {
  const rows = new Map(listCodes(db).map((row) => [row.id as number, row]));
  const cues = Map.groupBy(listCues(db), ({ codeId }) => codeId as number);
  const examples = Map.groupBy(listExamples(db), ({ codeId }) => codeId as number);
  return reportCodes(db).flatMap(({ id, path, depth, definition }): readonly ReportBlock[] => {
    const code = rows.get(id);
    const insteadId = code?.insteadId ?? null;
    const poleLow = code?.poleLow ?? null;
    const lines: readonly (readonly [string, string])[] = [
      ['', definition],
      ['Use when', code?.useWhen ?? ''],
      ['Do not use when', code?.notWhen ?? ''],
      ['Use instead', insteadId === null ? '' : (rows.get(insteadId)?.name ?? '')],
      ['Poles', poleLow === null ? '' : `${poleLow} – ${code?.poleHigh ?? ''}`],
      ['Cues', (cues.get(id) ?? []).map(({ phrase }) => phrase).join(', ')],
    ];
    return [
      { kind: 'heading', level: depth === 0 ? 1 : depth === 1 ? 2 : 3, text: path },
      ...lines
        .filter(([, text]) => text !== '')
        .map(([label, text]) => ({
          kind: 'paragraph' as const,
          text: label === '' ? text : `${label}: ${text}`,
        })),
      ...(examples.get(id) ?? []).map(({ kind, quotation, source }) => ({
        kind: 'quotation' as const,
        text: quotation,
        translation: '',
        source,
        note: kind,
      })),
    ];
  });
}

function memos(db: ReadableDb): readonly ReportBlock[] {
  const bySubject = Map.groupBy(memoBook(db), ({ about }) => about);
  return [...bySubject].flatMap(([about, own]): readonly ReportBlock[] => [
    { kind: 'heading', level: 1, text: about },
    ...own.flatMap(({ title, text, class: kind, author, updatedAt }): readonly ReportBlock[] => [
      { kind: 'heading', level: 2, text: title === '' ? `A ${kind} memo` : title },
      { kind: 'paragraph', text: `${kind} memo by ${author}, ${updatedAt.slice(0, 10)}` },
      { kind: 'paragraph', text },
    ]),
  ]);
}

function participants(db: ReadableDb): readonly ReportBlock[] {
  const attributes = listAttributes(db);
  const values = new Map(listValues(db).map(([who, what, value]) => [`${who} ${what}`, value]));
  return [
    {
      kind: 'table',
      header: ['Participant', 'Transcripts', ...attributes.map(({ name }) => name)],
      rows: listParticipants(db).map(({ id, code, transcripts }) => [
        code,
        String(transcripts),
        ...attributes.map((attribute) => values.get(`${id} ${attribute.id}`) ?? ''),
      ]),
    },
  ];
}

function trail(db: ReadableDb): readonly ReportBlock[] {
  const byClass = Map.groupBy(auditTrail(db), ({ method }) => auditClassOf(method));
  return auditClasses.flatMap((name): readonly ReportBlock[] => {
    const own = byClass.get(name) ?? [];
    if (own.length === 0) return [];
    return [
      { kind: 'heading', level: 1, text: name },
      {
        kind: 'table',
        header: ['When', 'Who', 'What', ''],
        rows: own.map(({ at, coder, label, state }) => [
          at.slice(0, 19).replace('T', ' '),
          coder,
          label,
          state === 'done' ? '' : 'taken back',
        ]),
      },
    ];
  });
}
