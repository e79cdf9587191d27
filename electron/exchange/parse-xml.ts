import { SaxesParser } from 'saxes';
import { AppError } from '#shared/contract/errors.ts';
import type { XmlElement } from '#shared/exchange/xml-element.ts';

/** Characters of one tag with its attributes, or of one stretch of text: more than any interview has. */
const LONGEST_RUN = 32 * 2 ** 20;
const DEEPEST = 500;
/** A project of half a million codings has some two million. */
const MOST_ELEMENTS = 3_000_000;
const CHUNK = 64 * 1024;

interface Growing {
  name: string;
  attributes: Record<string, string>;
  children: Growing[];
  text: string;
}

export interface ParsedXml {
  readonly root: XmlElement;
  /** The namespace of the root; empty when it has none. */
  readonly namespace: string;
}

/**
 * Parses an XML file of somebody else. A document type declaration is refused, so there are no entities to expand and no
 * other files to fetch. Throws `xml-invalid` with the line.
 */
export function parseXml(bytes: Buffer, fileName: string): ParsedXml {
  const fail = (line: number, message: string): AppError =>
    new AppError('xml-invalid', { name: fileName, line, message });
  const text = decode(bytes, fileName);
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: Growing[] = [];
  const roots: Growing[] = [];
  let lastEvent = 0;
  let elements = 0;
  parser.on('error', (error) => {
    throw fail(parser.line, error.message.replace(/^[^:]*:?\d+:\d+:\s*/, ''));
  });
  parser.on('doctype', () => {
    throw fail(parser.line, 'It declares a document type, which could hide entities and other files.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    if (elements > MOST_ELEMENTS)
      throw fail(parser.line, `It holds more than ${MOST_ELEMENTS.toLocaleString('en')} elements.`);
    if (open.length >= DEEPEST) throw fail(parser.line, `It is nested more than ${DEEPEST} deep.`);
    const element: Growing = { name: localName(name), attributes, children: [], text: '' };
    (open.at(-1)?.children ?? roots).push(element);
    open.push(element);
    lastEvent = parser.position;
  });
  parser.on('closetag', () => {
    open.pop();
    lastEvent = parser.position;
  });
  const addText = (part: string): void => {
    const parent = open.at(-1);
    if (parent !== undefined) parent.text += part;
    lastEvent = parser.position;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  for (let at = 0; at < text.length; at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK));
    if (parser.position - lastEvent > LONGEST_RUN)
      throw fail(parser.line, 'It holds a tag or a text of more than 32 million characters.');
  }
  parser.close();
  const [root] = roots;
  if (root === undefined) throw fail(1, 'It has no element.');
  return { root, namespace: root.attributes['xmlns'] ?? '' };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decode(bytes: Buffer, fileName: string): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const label = isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError(
      'xml-invalid',
      { name: fileName, line: 1, message: 'Its letters are neither UTF-8 nor UTF-16.' },
      { cause: error },
    );
  }
}
