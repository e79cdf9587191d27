import fs from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { projectWords } from './project-text.ts';

const TEXT_PART = /\.(xml|html?|csv|tsv|txt|md|json|qde|qdc|rtf)$/i;
/** In a package: what coders get, and what they send back. */
const PROJECT = /\.crosscase$/;
const ENDS_OF_LINES =
  /<\/(?:w:p|p|t|td|th|tr|li|h\d|div|row|si|VariableValue|PlainTextContent)>|<br\s*\/?>/gi;

export interface ExportedWords {
  /** Null when the file is closed to us (encrypted, a picture). */
  readonly text: string | null;
  /** False for a package without attributes: it says of each of its words where it stands. */
  readonly mayHoldAttributes: boolean;
}

/** The words of a file that an export made. */
export function exportedText(file: string): ExportedWords {
  const bytes = fs.readFileSync(file);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return zipText(bytes);
  const text = bytes.toString('utf8');
  const isClosed = text.slice(0, 4000).includes('\0') || text.startsWith('age-encryption.org');
  return { text: isClosed ? null : readable(text), mayHoldAttributes: true };
}

function zipText(bytes: Buffer): ExportedWords {
  const parts = unzipSync(bytes, { filter: ({ name }) => TEXT_PART.test(name) || PROJECT.test(name) });
  const projects = Object.entries(parts)
    .filter(([name]) => PROJECT.test(name))
    .map(([, part]) => projectWords(part));
  const texts = Object.entries(parts)
    .filter(([name]) => !PROJECT.test(name))
    .map(([, part]) => readable(strFromU8(part)));
  return {
    text: [...texts, ...projects.map(({ text }) => text)].join('\n'),
    mayHoldAttributes: projects.length === 0 || projects.some(({ hasAttributes }) => hasAttributes),
  };
}

function readable(text: string): string {
  if (!/^\uFEFF?\s*</.test(text)) return text;
  return text
    .replaceAll(ENDS_OF_LINES, '\n')
    .replaceAll(/(?<=\s[\w:]+)="([^"]*)"/g, '>\n$1\n<')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#39;|&apos;/g, "'")
    .replaceAll(/&#x?[0-9a-f]+;/gi, ' ')
    .replaceAll('&amp;', '&');
}
