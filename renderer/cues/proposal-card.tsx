import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import type { Proposal } from '#shared/cues/cue-queue.ts';
import type { CueOutcome } from '#shared/cues/cues-contract.ts';
import type { Transcript } from '#shared/transcripts/transcripts-contract.ts';
import { CodePicker, type PickerAnchor } from '../codebook/code-picker.tsx';
import { CodeSwatch } from '../codebook/code-swatch.tsx';
import { pathName, useCodebook } from '../codebook/codebook-store.ts';
import { Button } from '../ui/button.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { decide, goBackInQueue, openInText, type Decision } from './cues-actions.ts';
import { proposalText, type ProposalText } from './proposal-text.ts';

interface ProposalCardProps {
  readonly queue: readonly Proposal[];
  readonly proposal: Proposal;
  readonly code: Code;
  readonly transcript: Transcript;
}

/** One proposal in its context, and the keys that decide about it. A new one for each proposal, so that it takes the focus. */
export function ProposalCard({ queue, proposal, code, transcript }: ProposalCardProps) {
  const card = useRef<HTMLElement>(null);
  const [anchor, setAnchor] = useState<PickerAnchor | null>(null);
  const read = proposalText(transcript, proposal);
  const path = useCodebook(({ byId }) => pathName(byId, code.id));
  useEffect(() => {
    card.current?.focus({ preventScroll: true });
    card.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, []);

  const run = (decision: Decision): void => void decide(queue, proposal, decision).catch(reportError);
  const pick = (): void => {
    const place = card.current?.querySelector('mark')?.getBoundingClientRect();
    if (place === undefined) return;
    setAnchor({ left: place.left, top: place.top, width: place.width, height: place.height });
  };
  const keys = {
    s: () => run({ do: 'accept', unit: 'sentence' }),
    t: () => run({ do: 'accept', unit: 'turn' }),
    n: () => run({ do: 'skip' }),
    b: () => goBackInQueue(queue, proposal),
    o: () => openInText(proposal),
    Enter: pick,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || anchor !== null) return;
    // Enter on a button presses the button.
    if (event.key === 'Enter' && event.target !== card.current) return;
    const step = new Map(Object.entries(keys)).get(
      event.key.length === 1 ? event.key.toLowerCase() : event.key,
    );
    if (step === undefined) return;
    event.preventDefault();
    step();
  };

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its keys are those of its buttons */}
      <section
        ref={card}
        className="proposal"
        aria-label={`Proposal for ${code.name}`}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <header className="proposal-head">
          <h2>
            <CodeSwatch color={code.color} />
            {path}
          </h2>
          <p className="muted">
            {sourceOf(transcript, read)}
            {proposal.outcome !== null && (
              <strong className="proposal-outcome">{OUTCOME[proposal.outcome]}</strong>
            )}
          </p>
        </header>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
        <div className="proposal-text" role="group" aria-label="Text" tabIndex={0}>
          <Words read={read} />
        </div>
        <footer className="proposal-keys">
          <Button tone="primary" onPress={keys.s}>
            Code the sentence <kbd>S</kbd>
          </Button>
          <Button onPress={keys.t}>
            Code the turn <kbd>T</kbd>
          </Button>
          <Button onPress={pick}>
            Another code… <kbd>Enter</kbd>
          </Button>
          <Button onPress={keys.n}>
            Skip <kbd>N</kbd>
          </Button>
          <span className="proposal-keys-gap" />
          <Button tone="quiet" isDisabled={queue[0]?.key === proposal.key} onPress={keys.b}>
            Back <kbd>B</kbd>
          </Button>
          <Button tone="quiet" onPress={keys.o}>
            Open in the text <kbd>O</kbd>
          </Button>
        </footer>
      </section>
      {anchor !== null && (
        <CodePicker
          label="Code the sentence as"
          anchor={anchor}
          onPick={(withCodeId) => run({ do: 'accept', unit: 'sentence', withCodeId })}
          onClose={() => {
            setAnchor(null);
            // After the popup has given the focus back.
            requestAnimationFrame(() => card.current?.focus({ preventScroll: true }));
          }}
        />
      )}
    </>
  );
}

const OUTCOME: Readonly<Record<CueOutcome, string>> = {
  sentence: 'Coded (sentence)',
  turn: 'Coded (turn)',
  'other code': 'Coded with another code',
  skipped: 'Skipped',
};

function Words({ read: { before, pieces, after, turn } }: { readonly read: ProposalText }) {
  return (
    <>
      {before !== null && <p className="proposal-neighbour">{before}</p>}
      <p className="proposal-turn">
        {turn?.speaker !== null && turn !== undefined && (
          <span className="proposal-speaker">{turn.speaker}: </span>
        )}
        {pieces.map(({ kind, text }, index) => {
          // The pieces of one proposal never change their order.
          const key = `${index}`;
          if (kind === 'cue') return <mark key={key}>{text}</mark>;
          return kind === 'sentence' ? (
            <span key={key} className="proposal-sentence">
              {text}
            </span>
          ) : (
            <span key={key}>{text}</span>
          );
        })}
      </p>
      {after !== null && <p className="proposal-neighbour">{after}</p>}
    </>
  );
}

function sourceOf({ title, participantCode }: Transcript, { turn }: ProposalText): string {
  const names = participantCode === null || participantCode === title ? [title] : [participantCode, title];
  return [...names, ...(turn === undefined ? [] : [`turn ${turn.number}`])].join(' · ');
}
