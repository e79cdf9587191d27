/** A moment as people read it: `5 Jan 2026, 10:00`. */
export function spokenTime(at: string): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
