import { AppError } from '#shared/contract/errors.ts';
import { writeBlocks } from '#shared/transcripts/document-blocks.ts';
import { withoutFurniture } from '#shared/transcripts/pdf-furniture.ts';
import { linesOfPage } from '#shared/transcripts/pdf-lines.ts';
import { paragraphsOfLines } from '#shared/transcripts/pdf-paragraphs.ts';
import { readPdfPages } from './pdf-pages.ts';
import { requireContent } from './recognise-content.ts';
import { taggedParagraphs } from './pdf-tags.ts';
import type { TranscriptFormat } from './transcript-formats.ts';

/** A PDF with a text layer: by its tags where it has them, else by where the letters stand on the page. */
export const pdfTranscript: TranscriptFormat = {
  extensions: ['.pdf'],
  async read(bytes, name) {
    requireContent(bytes, name, '.pdf', 'pdf');
    const pages = await readPdfPages(bytes, name);
    const lines = pages.map((page, index) => linesOfPage(page, index + 1));
    const empty = lines.flatMap((own, index) => (own.length === 0 ? [index + 1] : []));
    if (empty.length === pages.length) throw new AppError('pdf-without-text', { name, pages: pages.length });
    const tagged = taggedParagraphs(pages);
    const blocks = tagged ?? paragraphsOfLines(withoutFurniture(lines));
    const notes = empty.length === 0 ? [] : [withoutText(empty)];
    if (tagged === null)
      notes.push('Paragraphs were rebuilt from the lines of the pages: look at where they begin.');
    return { ...writeBlocks(blocks), format: 'pdf', encoding: null, notes };
  },
};

function withoutText(pages: readonly number[]): string {
  const shown = pages.slice(0, 10).join(', ');
  const more = pages.length > 10 ? ` and ${pages.length - 10} more` : '';
  return pages.length === 1
    ? `Page ${shown} has no text layer: what stands on it is not here.`
    : `Pages ${shown}${more} have no text layer: what stands on them is not here.`;
}
