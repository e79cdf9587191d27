import type { SheetCell, SheetRow } from '#shared/export/sheet.ts';

const FONT = { name: 'Calibri', size: 11 };
const TOP = { vertical: 'top', wrapText: true } as const;
const HAIRLINE = { style: 'thin', color: { argb: 'FFBFC4CA' } } as const;

const HEADER = {
  font: { ...FONT, bold: true },
  alignment: { vertical: 'middle', wrapText: true },
  fill: solid('FFE8ECF1'),
  border: { bottom: { style: 'medium', color: { argb: 'FF7B8794' } } },
} as const;

export const STYLES = {
  header: HEADER,
  numberHeader: { ...HEADER, alignment: { ...HEADER.alignment, horizontal: 'right' } },
  group: { font: { ...FONT, bold: true }, alignment: { vertical: 'middle' }, fill: solid('FFF4F6F8') },
  first: { font: { ...FONT, bold: true }, alignment: TOP, border: { bottom: HAIRLINE } },
  text: { font: FONT, alignment: TOP, border: { bottom: HAIRLINE } },
  // Excel reads a cell that is formatted as text as text even when somebody edits it: “=” stays a sign.
  formulaLike: { font: FONT, alignment: TOP, border: { bottom: HAIRLINE }, numFmt: '@' },
  number: { font: FONT, alignment: { vertical: 'top', horizontal: 'right' }, border: { bottom: HAIRLINE } },
  link: {
    font: { ...FONT, color: { argb: 'FF1D5FA8' }, underline: true },
    alignment: { vertical: 'top' },
    border: { bottom: HAIRLINE },
  },
  total: { font: { ...FONT, bold: true }, alignment: { vertical: 'top' }, border: { top: HAIRLINE } },
} as const;

type SwatchStyle = ReturnType<typeof makeSwatch>;
export type CellStyle = (typeof STYLES)[keyof typeof STYLES] | SwatchStyle;

/** How a cell of a row of this kind looks; `index` is its column, from 0. */
export function styleOf(
  kind: SheetRow['kind'],
  { value, swatch, link, isText }: SheetCell,
  index: number,
): CellStyle {
  if (kind === 'group') return STYLES.group;
  if (kind === 'total') return STYLES.total;
  if (link !== undefined) return STYLES.link;
  if (swatch !== undefined) return swatchStyle(swatch);
  if (isText === true) return STYLES.formulaLike;
  if (typeof value === 'string' && /^[=+\-@\t\r]/.test(value)) return STYLES.formulaLike;
  if (index === 0) return STYLES.first;
  return typeof value === 'number' ? STYLES.number : STYLES.text;
}

/** Made once for each colour: a workbook counts its styles by identity. */
const swatches = new Map<string, SwatchStyle>();

function swatchStyle(color: string): SwatchStyle {
  let style = swatches.get(color);
  if (style === undefined) {
    style = makeSwatch(color);
    swatches.set(color, style);
  }
  return style;
}

/** The code's colour, with letters that can be read on it. */
function makeSwatch(color: string) {
  return {
    font: { ...FONT, color: { argb: isDark(color) ? 'FFFFFFFF' : 'FF1F2933' } },
    alignment: { vertical: 'top' },
    fill: solid(`FF${color.slice(1).toUpperCase()}`),
    border: { bottom: HAIRLINE },
  } as const;
}

function isDark(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 140;
}

function solid(argb: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } } as const;
}
