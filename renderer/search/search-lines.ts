import type { SearchField, SearchGroup, SearchHit } from '#shared/search/search-contract.ts';

/** One line of the results: where was searched, what was searched in, or a hit. */
export type SearchLine =
  | { readonly kind: 'group'; readonly group: SearchGroup }
  | { readonly kind: 'heading'; readonly title: string; readonly hits: number }
  | { readonly kind: 'hit'; readonly hit: SearchHit; readonly key: string };

export const fieldNames: Readonly<Record<SearchField, string>> = {
  transcripts: 'Transcripts',
  'coding-memos': 'Memos of codings',
  translations: 'Translations',
  memos: 'Memos',
  codes: 'Codebook',
  cells: 'Matrices and cases',
};

/** Groups without a hit are left out. Hits in a transcript stand under its name. */
export function searchLines(groups: readonly SearchGroup[]): readonly SearchLine[] {
  return groups.flatMap((group) => {
    if (group.hits.length === 0) return [];
    const line: SearchLine = { kind: 'group', group };
    return group.field === 'transcripts'
      ? [line, ...underHeadings(group.hits)]
      : [line, ...group.hits.map((hit): SearchLine => ({ kind: 'hit', hit, key: keyOf(hit) }))];
  });
}

function underHeadings(hits: readonly SearchHit[]): SearchLine[] {
  const byTranscript = Map.groupBy(hits, ({ place }) => (place.kind === 'text' ? place.transcriptId : 0));
  return [...byTranscript.values()].flatMap((ofOne): SearchLine[] => [
    { kind: 'heading', title: ofOne[0]?.heading ?? '', hits: ofOne.length },
    ...ofOne.map((hit): SearchLine => ({ kind: 'hit', hit, key: keyOf(hit) })),
  ]);
}

/** The place of a hit as one word, to remember it by. */
export function keyOf({ place, part }: SearchHit): string {
  return place.kind === 'text'
    ? `text ${place.versionId} ${place.start} ${place.end}`
    : `${JSON.stringify(place)} ${part ?? ''}`;
}

/** Only what was said can be coded. */
export function isCodable(line: SearchLine | undefined): line is Extract<SearchLine, { kind: 'hit' }> {
  return line?.kind === 'hit' && line.hit.place.kind === 'text';
}

/** “1,234 in 20 transcripts”; where not all were counted, “more than 100”. */
export function countLine({ field, total, things, more }: SearchGroup): string {
  const count = `${more ? 'more than ' : ''}${total.toLocaleString('en-GB')}`;
  if (field !== 'transcripts' || more) return count;
  return `${count} in ${things === 1 ? '1 transcript' : `${things.toLocaleString('en-GB')} transcripts`}`;
}
