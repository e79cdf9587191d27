import type { KeyboardEvent } from 'react';
import type { SessionDifference, SessionDifferences } from '#shared/comparison/comparison-contract.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { openDialog, useComparison } from './comparison-store.ts';
import { describeDecision } from './difference-words.ts';
import { settle, settleAndGoOn, takeBack, verdictOfKey, type Verdict } from './settle-actions.ts';
import type { NewSpanEditing } from './use-new-span.ts';

interface SettleBarProps {
  readonly all: SessionDifferences;
  readonly shown: readonly SessionDifference[];
  readonly difference: SessionDifference;
  readonly newSpan: NewSpanEditing;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly toList: () => void;
}

export function SettleBar(props: SettleBarProps) {
  const { all, shown, difference, newSpan, reason, onReason, toList } = props;
  const proposedBy = useComparison((state) => state.proposedBy);
  const { coders } = all;
  const decide = (verdict: Omit<Verdict, 'reason'>): void =>
    settleAndGoOn(shown, difference, { ...verdict, reason });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const verdict = verdictOfKey(event.key, all);
    if (newSpan.key(event.key)) event.preventDefault();
    else if (verdict !== null) {
      event.preventDefault();
      decide(verdict);
    }
  };
  /** The reason of what was settled already is kept when the field is left. */
  const keepReason = (): void => {
    const { decision } = difference;
    if (decision === null || decision.reason === reason.trim() || decision.outcome === 'new span') return;
    settle(difference, {
      outcome: decision.outcome,
      ...(decision.position === null ? {} : { position: decision.position }),
      reason,
    }).catch(reportError);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of its buttons, wherever in it the focus is
    <div className="settle-bar" onKeyDown={onKeyDown} role="group" aria-label="Settle this difference">
      <div className="settle-state" role="status">
        {difference.decision === null ? (
          <span className="muted">
            Not settled yet. Own codings stay as they are; this goes into the consensus layer.
          </span>
        ) : (
          <>
            <strong>
              {difference.decision.outcome === 'unresolved'
                ? 'Unresolved'
                : `Settled: ${describeDecision(difference.decision, coders)}`}
            </strong>
            <span className="muted">
              {difference.decision.proposedBy === null
                ? ''
                : ` · proposed by ${coders[difference.decision.proposedBy] ?? ''}`}
              {difference.decision.yielded.length === 0
                ? ''
                : ` · ${difference.decision.yielded.map((place) => coders[place] ?? '').join(', ')} yielded`}
              {` · noted by ${difference.decision.decidedBy}`}
            </span>
            <Button tone="quiet" onPress={() => void takeBack(difference).catch(reportError)}>
              Take back
            </Button>
          </>
        )}
      </div>
      <div className="settle-reason">
        <TextField
          label="Reason"
          hideLabel
          placeholder="Why? (R)"
          value={reason}
          onChange={onReason}
          onBlur={keepReason}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') {
              event.preventDefault();
              toList();
            }
          }}
        />
        <Select
          label="Proposed by"
          hideLabel
          choices={[
            { value: 'nobody', label: 'Proposed by …' },
            ...coders.map((name, place) => ({ value: String(place), label: `Proposed by ${name}` })),
          ]}
          value={proposedBy === null ? 'nobody' : String(proposedBy)}
          onChange={(value) =>
            useComparison.setState({ proposedBy: value === 'nobody' ? null : Number(value) })
          }
        />
      </div>
      <div className="settle-buttons">
        {coders.map((name, place) => (
          <Button key={place} onPress={() => decide({ outcome: 'one coder', position: place })}>
            {name} right <kbd>{place + 1}</kbd>
          </Button>
        ))}
        <Button onPress={() => decide({ outcome: 'all' })}>
          {coders.length === 2 ? 'Both' : 'All'} <kbd>B</kbd>
        </Button>
        <Button onPress={() => decide({ outcome: 'neither' })}>
          {coders.length === 2 ? 'Neither' : 'None'} <kbd>N</kbd>
        </Button>
        <Button onPress={() => decide({ outcome: 'unresolved' })}>
          Unresolved <kbd>U</kbd>
        </Button>
        {newSpan.span === null ? (
          <Button onPress={newSpan.begin}>
            New span <kbd>S</kbd>
          </Button>
        ) : (
          <>
            <Button
              tone="primary"
              onPress={() => {
                const { span } = newSpan;
                if (span !== null) decide({ outcome: 'new span', span });
                newSpan.cancel();
              }}
            >
              Keep this span
            </Button>
            <Button tone="quiet" onPress={newSpan.cancel}>
              Cancel
            </Button>
            <span className="muted settle-hint">
              Select it in the text, or move its end with [ ] and its beginning with {'{ }'}
              {difference.codeUids.length > 1 ? '; C changes the code' : ''}.
            </span>
          </>
        )}
        <Button tone="quiet" onPress={() => openDialog('codebook change')}>
          Codebook…
        </Button>
      </div>
    </div>
  );
}
