import type { ReportBlock } from './report-document.ts';

export interface Quotation {
  readonly codeId: number;
  readonly participant: string | null;
  readonly transcript: string;
  readonly words: string;
  readonly translation: string;
  readonly memo: string;
  readonly coder: string;
  readonly speaker: string | null;
  readonly turn: number | null;
}

export interface ReportCode {
  readonly id: number;
  readonly path: string;
  readonly depth: number;
  readonly definition: string;
}

/** Where a quotation was said: “T01, turn 12, T01”. The pseudonym, never a name. */
export function placeOf({ participant, transcript, turn, speaker }: Quotation): string {
  return [
    participant === null || participant === transcript ? transcript : `${participant} (${transcript})`,
    turn === null ? '' : `turn ${turn}`,
    speaker ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Every code in the order of the codebook with its quotations; codes without any are listed at the end. */
export function quotationsByCode(
  codes: readonly ReportCode[],
  quotations: readonly Quotation[],
): readonly ReportBlock[] {
  const byCode = Map.groupBy(quotations, ({ codeId }) => codeId);
  const unused = codes.filter(({ id }) => !byCode.has(id));
  const blocks = codes.flatMap((code): readonly ReportBlock[] => {
    const own = byCode.get(code.id);
    if (own === undefined) return [];
    const cases = new Set(own.map(({ participant, transcript }) => participant ?? transcript)).size;
    return [
      { kind: 'heading', level: levelOf(code), text: code.path },
      ...(code.definition === '' ? [] : [{ kind: 'paragraph', text: code.definition } as const]),
      {
        kind: 'paragraph',
        text: `${own.length} ${own.length === 1 ? 'quotation' : 'quotations'} in ${cases} ${cases === 1 ? 'case' : 'cases'}`,
      },
      ...own.map((quotation) => block(quotation, quotation.coder)),
    ];
  });
  if (unused.length === 0) return blocks;
  return [
    ...blocks,
    { kind: 'heading', level: 1, text: 'Codes without a quotation' },
    { kind: 'paragraph', text: unused.map(({ path }) => path).join('\n') },
  ];
}

export function quotationsByCase(
  codes: readonly ReportCode[],
  quotations: readonly Quotation[],
): readonly ReportBlock[] {
  const paths = new Map(codes.map(({ id, path }) => [id, path]));
  const byCase = Map.groupBy(quotations, ({ participant, transcript }) => participant ?? transcript);
  return [...byCase].flatMap(([name, own]): readonly ReportBlock[] => [
    { kind: 'heading', level: 1, text: name },
    ...own.map((quotation) => block(quotation, `${paths.get(quotation.codeId) ?? ''} (${quotation.coder})`)),
  ]);
}

function levelOf({ depth }: ReportCode): 1 | 2 | 3 {
  return depth === 0 ? 1 : depth === 1 ? 2 : 3;
}

function block(quotation: Quotation, note: string): ReportBlock {
  const { words, translation, memo } = quotation;
  return {
    kind: 'quotation',
    text: words,
    translation,
    source: placeOf(quotation),
    note: memo === '' ? note : `${note}: ${memo}`,
  };
}
