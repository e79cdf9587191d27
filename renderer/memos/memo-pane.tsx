import { useEffect, useState } from 'react';
import { Trash2 } from 'lucide-react';
import { Input } from 'react-aria-components';
import type { MemoId } from '#shared/ids.ts';
import { describeAbout } from '#shared/memos/linked-things.ts';
import { comparisonKinds, memoClasses, type Memo } from '#shared/memos/memos-contract.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Select } from '../ui/select.tsx';
import { reportError, sentenceOf } from '../ui/toasts-store.ts';
import { MemoEditor } from './editor/memo-editor.tsx';
import { fullDate } from './memo-date.ts';
import { classLabels, comparisonLabels } from './memo-labels.ts';
import { AboutName } from './memo-list-item.tsx';
import type { MemoChange, MemoDraft } from './memo-draft.ts';
import { removeMemo } from './memos-actions.ts';
import { useMemos } from './memos-store.ts';
import { openThing } from './open-thing.ts';
import { useMemoDraft } from './use-memo-draft.ts';

/** One memo, to read and to write. Give it the memo's id as its key. */
export function MemoPane({ id }: { readonly id: MemoId }) {
  const { draft, memo, error } = useMemoDraft(id);
  const [isNew] = useState(() => useMemos.getState().made === id);
  useEffect(() => {
    if (isNew) useMemos.setState({ made: null });
  }, [isNew]);
  if (error?.code === 'not-found') return <Gone />;
  if (memo === undefined) return error === null ? null : <Failed error={error} />;
  return (
    <article className="memo-pane" aria-label={memo.heading}>
      <MemoHead memo={memo} draft={draft} />
      <MemoEditor
        draft={draft}
        links={memo.links}
        brokenLinks={memo.brokenLinks}
        isReadOnly={!memo.own}
        hasFocusFirst={isNew}
        onOpen={openThing}
      />
    </article>
  );
}

interface MemoHeadProps {
  readonly memo: Memo;
  readonly draft: MemoDraft;
}

function MemoHead({ memo, draft }: MemoHeadProps) {
  const change = (next: MemoChange): void => {
    draft.edit(next);
    draft.flush();
  };
  return (
    <header className="memo-head">
      <div className="memo-head-line">
        <MemoTitle memo={memo} draft={draft} />
        {memo.own && (
          <IconButton
            label="Remove this memo"
            icon={<Trash2 />}
            onPress={() => void removeMemo(memo.id, memo.heading).catch(reportError)}
          />
        )}
      </div>
      <div className="memo-head-line memo-facts">
        <MemoClassChoice memo={memo} change={change} />
        <span className="memo-head-about">
          About <AboutLink memo={memo} />
        </span>
        <span className="memo-head-author">
          {memo.authorName}, {fullDate(memo.createdAt)}
        </span>
      </div>
    </header>
  );
}

function MemoTitle({ memo, draft }: MemoHeadProps) {
  return (
    <Input
      className="memo-title"
      aria-label="Title"
      placeholder={memo.own ? 'Title' : memo.heading}
      maxLength={500}
      readOnly={!memo.own}
      value={memo.title}
      onChange={(event) => draft.edit({ title: event.target.value })}
      onBlur={draft.flush}
    />
  );
}

const CLASSES = memoClasses.map((value) => ({ value, label: classLabels[value] }));
const NOT_SAID = 'not said';
const COMPARISONS = [
  { value: NOT_SAID, label: 'Compares…' },
  ...comparisonKinds.map((value) => ({ value, label: comparisonLabels[value] })),
] as const;

function MemoClassChoice({
  memo,
  change,
}: {
  readonly memo: Memo;
  readonly change: (next: MemoChange) => void;
}) {
  return (
    <>
      <Select
        label="Class"
        hideLabel
        choices={CLASSES}
        value={memo.class}
        isDisabled={!memo.own}
        onChange={(value) => change({ class: value })}
      />
      {memo.class === 'comparison' && (
        <Select
          label="What it compares"
          hideLabel
          choices={COMPARISONS}
          value={memo.comparison ?? NOT_SAID}
          isDisabled={!memo.own}
          onChange={(value) => change({ comparison: value === NOT_SAID ? null : value })}
        />
      )}
    </>
  );
}

function AboutLink({ memo: { about } }: { readonly memo: Memo }) {
  if (about.state === 'study') return 'the study';
  if (about.state === 'removed') return <AboutName about={about} />;
  return (
    <Button tone="quiet" aria-label={`Go to ${describeAbout(about)}`} onPress={() => openThing(about.thing)}>
      <AboutName about={about} />
    </Button>
  );
}

function Gone() {
  return (
    <EmptyState title="This memo is not there any more">
      It was removed, or its making was undone. Choose another one in the list; Ctrl+Z brings back what was
      removed last.
    </EmptyState>
  );
}

function Failed({ error }: { readonly error: unknown }) {
  const { title, advice } = sentenceOf(error);
  return <EmptyState title={title}>{advice}</EmptyState>;
}
