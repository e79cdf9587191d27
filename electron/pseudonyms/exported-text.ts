import fs from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { projectText } from './project-text.ts';

const TEXT_PART = /\.(xml|html?|csv|tsv|txt|md|json|qde|qdc|rtf)$/i;
/** In a package: what coders get, and what they send back. */
const PROJECT = /\.crosscase$/;
const ENDS_OF_LINES =
  /<\/(?:w:p|p|t|td|th|tr|li|h\d|div|row|si|VariableValue|PlainTextContent)>|<br\s*\/?>/gi;

/** The words of a file that an export made, or null when it is closed to us (encrypted, a picture). */
export function exportedText(file: string): string | null {
  const bytes = fs.readFileSync(file);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return zipText(bytes);
  const text = bytes.toString('utf8');
  if (text.slice(0, 4000).includes('\0') || text.startsWith('age-encryption.org')) return null;
  return readable(text);
}

function zipText(bytes: Buffer): string {
  const parts = unzipSync(bytes, { filter: ({ name }) => TEXT_PART.test(name) || PROJECT.test(name) });
  return Object.entries(parts)
    .map(([name, part]) => (PROJECT.test(name) ? projectText(part) : readable(strFromU8(part))))
    .join('\n');
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
