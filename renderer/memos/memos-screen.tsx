import { useEffect, useMemo } from 'react';
import { Ellipsis, Plus } from 'lucide-react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { MemoId } from '#shared/ids.ts';
import type { MemoListItem } from '#shared/memos/memos-contract.ts';
import { runAction } from '../actions/action-registry.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { settle, useNavigation } from '../app/navigation.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Menu } from '../ui/menu.tsx';
import { Screen } from '../ui/screen.tsx';
import { MemoFilter, MemoList } from './memo-list.tsx';
import { ordered } from './memo-order.ts';
import { MemoPane } from './memo-pane.tsx';
import { isNarrowed, useMemos } from './memos-store.ts';
import { TABLES_OF_MEMOS } from './use-memo-draft.ts';
import './memos.css';

export function MemosScreen() {
  const { text, class: memoClass, about, order } = useMemos();
  const { value: found } = useLive(() => api.memos.list({ text, class: memoClass, about }), TABLES_OF_MEMOS, [
    text,
    memoClass,
    about,
  ]);
  const memos = useMemo(() => (found === undefined ? undefined : ordered(found, order)), [found, order]);
  useEffect(() => {
    useMemos.setState({ shown: memos?.map(({ id }) => id) ?? [] });
  }, [memos]);
  const narrowed = useMemos(isNarrowed);
  const selectedId = useSelection(memos);
  const isEmpty = memos?.length === 0 && !narrowed;
  return (
    <Screen
      title="Memos"
      note={memos !== undefined && !isEmpty && describeCount(memos, narrowed)}
      toolbar={isEmpty ? undefined : <Toolbar />}
    >
      {isEmpty && <NoMemos />}
      {memos !== undefined && !isEmpty && (
        <Group orientation="horizontal" className="memos">
          <Panel className="memos-list" defaultSize="340px" minSize="240px" maxSize="55%">
            <MemoFilter />
            <MemoList memos={memos} selectedId={selectedId} />
          </Panel>
          <Separator className="panel-separator" aria-label="Width of the list" />
          <Panel className="memos-memo" minSize="360px">
            {selectedId !== null && <MemoPane key={selectedId} id={selectedId} />}
          </Panel>
        </Group>
      )}
    </Screen>
  );
}

/** The memo that the place names, or else the first. */
function useSelection(memos: readonly MemoListItem[] | undefined): MemoId | null {
  const named = useNavigation(({ place }) => (place.screen === 'memos' ? (place.memoId ?? null) : null));
  const first = memos?.[0]?.id ?? null;
  useEffect(() => {
    if (named === null && first !== null) settle({ screen: 'memos', memoId: first });
  }, [named, first]);
  return named ?? first;
}

function describeCount(memos: readonly MemoListItem[], narrowed: boolean): string {
  const count = `${memos.length.toLocaleString('en-GB')} ${memos.length === 1 ? 'memo' : 'memos'}`;
  return narrowed ? `${count} shown` : count;
}

function Toolbar() {
  return (
    <>
      <Button icon={<Plus />} onPress={() => runAction('memos.new')}>
        Write a memo
      </Button>
      <Menu
        label="More for the memos"
        trigger={<IconButton label="More" icon={<Ellipsis />} />}
        choices={[
          { id: 'md', label: 'Export these as Markdown', run: () => runAction('memos.export-md') },
          { id: 'html', label: 'Export these as a page (HTML)', run: () => runAction('memos.export-html') },
        ]}
      />
    </>
  );
}

function NoMemos() {
  return (
    <EmptyState
      title="No memos yet"
      actions={
        <Button tone="primary" onPress={() => runAction('memos.new')}>
          Write a memo
        </Button>
      }
    >
      Write down what you begin to see, how you decided, and what you bring to it yourself. A memo can be
      about the study, or about a code, a case, a transcript, a coding or a cell: there, Ctrl+Alt+M writes
      one.
    </EmptyState>
  );
}
