import type { MergeEvent } from '#shared/packages/packages-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';

export function PastMerges() {
  const { value: merges = [] } = useLive(() => api.packages.merges({}), ['merge_event'], []);
  if (merges.length === 0) return null;
  return (
    <section aria-label="Merged so far">
      <h2>Merged so far</h2>
      <ul className="past-merges">
        {merges.map((event) => (
          <li key={`${event.at} ${event.sourceName}`}>
            <span>{event.sourceName}</span>
            <span className="muted">
              {new Date(event.at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
              {event.coderName !== '' && `, by ${event.coderName}`}
            </span>
            <span>{codings(event)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function codings({ tables }: MergeEvent): string {
  const counts = tables.find(({ table }) => table === 'coding')?.counts;
  if (counts === undefined) return '';
  return `${counts.added.toLocaleString()} new ${counts.added === 1 ? 'coding' : 'codings'}`;
}
