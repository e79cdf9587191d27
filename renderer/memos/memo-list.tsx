import { ListBox, ListBoxItem, type Selection } from 'react-aria-components';
import type { MemoId } from '#shared/ids.ts';
import { kindNames, targetKinds } from '#shared/memos/linked-things.ts';
import { memoClasses, type MemoListItem } from '#shared/memos/memos-contract.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { classLabels } from './memo-labels.ts';
import { MemoSummary } from './memo-list-item.tsx';
import { memoOrders } from './memo-order.ts';
import { selectMemo } from './memos-actions.ts';
import { showAllMemos, useMemos } from './memos-store.ts';

/** A select has no choice without a value. */
const ANY = 'any';

const CLASSES = [
  { value: ANY, label: 'Any class' },
  ...memoClasses.map((value) => ({ value, label: classLabels[value] })),
] as const;

const ABOUTS = [
  { value: ANY, label: 'Anything' },
  { value: 'study', label: 'The study' },
  ...targetKinds.map((value) => ({ value, label: `${kindNames[value]}s` })),
  { value: 'removed', label: 'Removed' },
] as const;

export function MemoFilter() {
  const { text, class: memoClass, about, order } = useMemos();
  return (
    <div className="memo-filter" role="search">
      <TextField
        label="Search memos"
        hideLabel
        placeholder="Search memos"
        value={text}
        onChange={(value) => useMemos.setState({ text: value })}
      />
      <div className="memo-filter-row">
        <Select
          label="Class"
          hideLabel
          choices={CLASSES}
          value={memoClass ?? ANY}
          onChange={(value) => useMemos.setState({ class: value === ANY ? null : value })}
        />
        <Select
          label="About"
          hideLabel
          choices={ABOUTS}
          value={about ?? ANY}
          onChange={(value) => useMemos.setState({ about: value === ANY ? null : value })}
        />
        <Select
          label="Order"
          hideLabel
          choices={memoOrders}
          value={order}
          onChange={(value) => useMemos.setState({ order: value })}
        />
      </div>
    </div>
  );
}

interface MemoListProps {
  readonly memos: readonly MemoListItem[];
  readonly selectedId: MemoId | null;
}

export function MemoList({ memos, selectedId }: MemoListProps) {
  if (memos.length === 0) return <NothingFound />;
  const select = (keys: Selection): void => {
    if (keys === 'all') return;
    // The keys of the list are the ids of memos.
    const [id] = [...keys] as MemoId[];
    if (id !== undefined) selectMemo(id);
  };
  return (
    <ListBox
      className="memo-list"
      aria-label="Memos"
      items={memos}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selectedId === null ? [] : [selectedId]}
      onSelectionChange={select}
    >
      {(memo) => (
        <ListBoxItem id={memo.id} className="memo-list-item" textValue={memo.heading}>
          <MemoSummary memo={memo} />
        </ListBoxItem>
      )}
    </ListBox>
  );
}

function NothingFound() {
  return (
    <div className="memo-nothing">
      <p>No memo fits.</p>
      <Button onPress={showAllMemos}>Show all memos</Button>
    </div>
  );
}
