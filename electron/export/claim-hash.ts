import { createHash } from 'node:crypto';
import { normalised } from '#shared/read-back/compare-returned.ts';
import { spreadsheetText } from './spreadsheet-text.ts';

/** A claim as a spreadsheet gives it back. */
export function asExported(text: string): string {
  return normalised(spreadsheetText(text));
}

/** Tells one claim from another, and says nothing about it. */
export function claimHash(text: string): string {
  return createHash('sha256').update(asExported(text)).digest('hex').slice(0, 24);
}
