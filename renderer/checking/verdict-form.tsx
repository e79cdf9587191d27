import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Verdict } from '#shared/checking/cell-state.ts';
import type { CellToCheck } from '#shared/checking/checking-contract.ts';
import { api } from '../api/api.ts';
import { useProblem } from '../matrices/use-problem.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';

const CHOICES: readonly (readonly [Verdict, string, string])[] = [
  ['agree', 'Agree', 'A'],
  ['minor', 'Minor difference', 'M'],
  ['major', 'Major difference', 'J'],
];

interface VerdictFormProps {
  readonly cell: CellToCheck;
  /** Its keys are the form's, as long as nobody types. */
  readonly card: RefObject<HTMLElement | null>;
  readonly onNext: (() => void) | null;
}

/** The verdict: A goes on to the next cell at once; M and J ask what differs. */
export function VerdictForm({ cell, card, onNext }: VerdictFormProps) {
  const { cellUid, verdict: given, refusal } = cell;
  const [picked, setPicked] = useState<Verdict | null>(given?.verdict ?? null);
  const [note, setNote] = useState(given?.note ?? '');
  const { problem, attempt } = useProblem();
  const field = useRef<HTMLDivElement>(null);

  function give(verdict: Verdict): void {
    setPicked(verdict);
    if (verdict !== 'agree' && note.trim() === '') {
      field.current?.querySelector('textarea')?.focus();
      return;
    }
    attempt(api.checking.giveVerdict({ cellUid, verdict, note }), () => onNext?.());
  }
  const giveNow = useRef(give);
  useEffect(() => {
    giveNow.current = give;
  });
  useEffect(() => {
    const element = card.current;
    if (element === null || refusal !== null) return;
    const onKey = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const verdict = CHOICES.find(([, , key]) => key === event.key.toUpperCase())?.[0];
      if (verdict === undefined) return;
      event.preventDefault();
      giveNow.current(verdict);
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [card, refusal]);

  if (refusal !== null) {
    return (
      <p className="check-section muted">
        {refusal === 'author'
          ? 'You wrote this cell: somebody else checks it.'
          : 'Nothing is written here to check.'}
      </p>
    );
  }
  return (
    <section className="check-section check-verdict" aria-label="Your verdict">
      <h3>Your verdict</h3>
      <p className="check-buttons">
        {CHOICES.map(([verdict, label, key]) => (
          <Button key={verdict} tone={verdict === picked ? 'primary' : 'plain'} onPress={() => give(verdict)}>
            {label} <kbd>{key}</kbd>
          </Button>
        ))}
      </p>
      <div ref={field}>
        <TextField
          label={picked === null || picked === 'agree' ? 'Note' : 'What differs'}
          rows={3}
          value={note}
          onChange={setNote}
          errorMessage={problem}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || picked === null) return;
            event.preventDefault();
            give(picked);
          }}
        />
      </div>
      {picked !== null && (picked !== given?.verdict || note !== given.note) && (
        <p className="check-buttons">
          <Button
            tone="primary"
            isDisabled={picked !== 'agree' && note.trim() === ''}
            onPress={() => give(picked)}
          >
            Save the verdict <kbd>Ctrl+Enter</kbd>
          </Button>
        </p>
      )}
    </section>
  );
}
