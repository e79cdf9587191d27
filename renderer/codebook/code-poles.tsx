import { useState } from 'react';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { useDraftKeeper } from './code-drafts.ts';
import { changeCode } from './codebook-actions.ts';

/** The two ends that a coding of this code can be marked with. Saved when both have a name, or neither. */
export function CodePoles({ code: { id, poleLow, poleHigh } }: { readonly code: Code }) {
  const stored = `${poleLow ?? ''}\n${poleHigh ?? ''}`;
  const [draft, setDraft] = useState({ stored, low: poleLow ?? '', high: poleHigh ?? '', open: false });
  const now =
    draft.stored === stored ? draft : { stored, low: poleLow ?? '', high: poleHigh ?? '', open: false };
  const [low, high] = [now.low.trim(), now.high.trim()];
  const keepLow = useDraftKeeper(id, 'poleLow');
  const keepHigh = useDraftKeeper(id, 'poleHigh');
  const isHalf = (low === '') !== (high === '');

  const save = (): void => {
    if (isHalf) return;
    keepLow.drop();
    keepHigh.drop();
    if (`${low}\n${high}` === stored) return;
    changeCode({ id, poles: low === '' ? null : [low, high] }).catch(reportError);
  };
  if (poleLow === null && !now.open && low === '' && high === '') {
    return (
      <div className="code-details-line">
        <span className="muted">No poles</span>
        <Button tone="quiet" onPress={() => setDraft({ ...now, open: true })}>
          Give it two poles
        </Button>
      </div>
    );
  }
  return (
    <div className="code-poles-fields">
      <TextField
        label="Low pole"
        value={now.low}
        autoFocus={now.open && low === '' && high === ''}
        onChange={(text) => {
          setDraft({ ...now, low: text, open: true });
          keepLow.keep(text);
        }}
        onBlur={save}
        errorMessage={isHalf && low === '' ? 'Name the low pole too.' : undefined}
      />
      <TextField
        label="High pole"
        value={now.high}
        onChange={(text) => {
          setDraft({ ...now, high: text, open: true });
          keepHigh.keep(text);
        }}
        onBlur={save}
        errorMessage={isHalf && high === '' ? 'Name the high pole too.' : undefined}
      />
    </div>
  );
}
