import { useState } from 'react';
import type {
  ComparedText,
  SessionDifference,
  SessionDifferences,
} from '#shared/comparison/comparison-contract.ts';
import { codeNames, describeDifference } from './difference-words.ts';
import { DifferenceText } from './difference-text.tsx';
import { SettleBar } from './settle-bar.tsx';
import type { NewSpanEditing } from './use-new-span.ts';

interface DifferencePaneProps {
  readonly all: SessionDifferences;
  readonly shown: readonly SessionDifference[];
  readonly difference: SessionDifference;
  readonly compared: ComparedText | undefined;
  readonly newSpan: NewSpanEditing;
  readonly toList: () => void;
}

/** One difference: its text between the margins of the coders, and how to settle it. */
export function DifferencePane({ all, shown, difference, compared, newSpan, toList }: DifferencePaneProps) {
  const title = all.transcripts.find(({ id }) => id === difference.transcriptId)?.title;
  const [typed, setTyped] = useState({ of: difference.key, text: difference.decision?.reason ?? '' });
  const reason = typed.of === difference.key ? typed.text : (difference.decision?.reason ?? '');
  return (
    <div className="difference-pane">
      <header className="difference-head">
        <h2>{codeNames(all, difference.codeUids)}</h2>
        <span className="muted">
          {title} · {describeDifference(difference, all)}
        </span>
      </header>
      {compared === undefined ? (
        <div className="difference-text" />
      ) : (
        <DifferenceText
          key={difference.key}
          all={all}
          compared={compared}
          difference={difference}
          span={newSpan.span}
          onSelect={newSpan.select}
        />
      )}
      <SettleBar
        all={all}
        shown={shown}
        difference={difference}
        newSpan={newSpan}
        reason={reason}
        onReason={(text) => setTyped({ of: difference.key, text })}
        toList={toList}
      />
    </div>
  );
}
