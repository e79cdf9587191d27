import type { CodingFieldChange, CodingHistoryEntry } from '#shared/coding/coding-contract.ts';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import type { CodeId, CodingId } from '#shared/ids.ts';
import { shorten } from '#shared/text/graphemes.ts';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { useCodebook } from '../codebook/codebook-store.ts';
import { poleName } from './pole-name.ts';
import { CERTAINTY_NAMES } from './reshape-actions.ts';

/** Who did what to this coding, and when. Asked for only when it is opened. */
export function CodingHistory({ id }: { readonly id: CodingId }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="coding-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>History</summary>
      {isOpen && <Entries id={id} />}
    </details>
  );
}

function Entries({ id }: { readonly id: CodingId }) {
  const { value } = useLive(() => api.coding.historyOf({ id }), ['coding'], [id]);
  const codes = useCodebook((state) => state.byId);
  return (
    <ol>
      {value?.toReversed().map((entry) => (
        <li key={entry.groupId} data-undone={entry.state !== 'done' || undefined}>
          <p>{entry.fields.length === 0 ? whatWasDone(entry) : fieldsOf(entry, codes)}</p>
          <p className="muted">
            {entry.coderName} ·{' '}
            {new Date(entry.at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
            {entry.state !== 'done' && ' · taken back'}
          </p>
        </li>
      ))}
    </ol>
  );
}

function whatWasDone({ kind, label }: CodingHistoryEntry): string {
  return kind === 'made' ? 'Coded' : kind === 'removed' ? 'Removed' : label;
}

function fieldsOf({ fields }: CodingHistoryEntry, codes: ReadonlyMap<CodeId, Code>): string {
  const code = codes.get((fields.find(({ field }) => field === 'codeId')?.after ?? 0) as CodeId);
  const edges = fields.some(({ field }) => field === 'start' || field === 'end') ? ['Edges moved'] : [];
  return [...edges, ...fields.flatMap((change) => describe(change, code))].join('; ');
}

function describe({ field, before, after }: CodingFieldChange, code: Code | undefined): readonly string[] {
  switch (field) {
    case 'start':
    case 'end':
      return [];
    case 'codeId':
      return [`Recoded to ${code?.name ?? 'a code that is gone'}`];
    case 'weight':
      return [after === null ? 'No pole' : `Pole ${poleName(code, Number(after)) ?? ''}`];
    case 'certainty':
      return [after === null ? 'Certainty taken back' : (CERTAINTY_NAMES[Number(after) - 1] ?? '')];
    case 'goodQuotation':
      return [after === 1 ? 'A good quotation' : 'No longer a good quotation'];
    case 'memo':
    case 'translation':
      return [written(field === 'memo' ? 'Memo' : 'Translation', before, after)];
  }
}

function written(name: string, before: string | number | null, after: string | number | null): string {
  if (after === '') return `${name} removed: “${shorten(String(before), 80)}”`;
  return before === ''
    ? `${name}: “${shorten(String(after), 80)}”`
    : `${name} changed to “${shorten(String(after), 80)}”`;
}
