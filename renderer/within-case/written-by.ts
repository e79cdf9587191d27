/** Who wrote it last, and when; empty where nobody did. */
export function writtenBy({
  authorName,
  updatedAt,
}: {
  readonly authorName: string | null;
  readonly updatedAt: string | null;
}): string {
  if (authorName === null || updatedAt === null) return '';
  const when = new Date(updatedAt).toLocaleDateString(undefined, { dateStyle: 'medium' });
  return `${authorName}, ${when}`;
}
