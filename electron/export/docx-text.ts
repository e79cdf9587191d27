import { TextRun } from 'docx';

export interface RunStyle {
  readonly bold?: boolean;
  readonly italics?: boolean;
  /** In half points. */
  readonly size?: number;
  /** RRGGBB. */
  readonly color?: string;
}

/** A line feed is no character of a run: the lines of a text are runs with a break between them. */
export function runs(text: string, style: RunStyle = {}): TextRun[] {
  if (text === '') return [];
  return xmlText(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...style, ...(index === 0 ? {} : { break: 1 }) }));
}

/** Characters that XML 1.0 cannot hold: a file with one of them does not open. */
// oxlint-disable-next-line no-control-regex -- these are the characters that are meant
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The text as a document can hold it: one kind of line end, nothing that XML forbids. */
export function xmlText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(NOT_IN_XML, '').toWellFormed();
}
