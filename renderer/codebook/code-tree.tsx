import { useMemo, type KeyboardEvent, type ReactNode } from 'react';
import { Collection, ListLayout, Tree, Virtualizer, useDragAndDrop, type Key } from 'react-aria-components';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import { childrenByParent } from '#shared/codebook/code-tree.ts';
import { findCodes, withAncestors, type FoundCode } from '#shared/codebook/find-codes.ts';
import type { CodeId } from '#shared/ids.ts';
import { CODE_DRAG_TYPE } from './code-drag.ts';
import { CodeTreeItem } from './code-tree-item.tsx';
import { setCollapsed, useCodebook } from './codebook-store.ts';
import './codebook.css';

export type DropPosition = 'before' | 'after' | 'on';

interface CodeTreeProps {
  /** Read out: what this tree is for. */
  readonly label: string;
  /** In the order of the tree. */
  readonly codes: readonly Code[];
  /** What was typed to find a code; empty shows the whole tree. */
  readonly filter: string;
  readonly selectedId: CodeId | null;
  readonly onSelect: (id: CodeId) => void;
  /** Enter or a double click. */
  readonly onActivate?: (id: CodeId) => void;
  /** At the right end of a row, where the count stands when this is left out. */
  readonly renderTrailing?: (code: Code) => ReactNode;
  /** Codes can be moved within the tree. They can be dragged out of it in any case. */
  readonly onMove?: (id: CodeId, target: CodeId, position: DropPosition) => void;
  /** Before the tree's own keys; a key that is handled calls preventDefault. */
  readonly onKey?: (event: KeyboardEvent) => void;
}

/** Fixed, so that a thousand codes scroll as easily as ten. */
const ROW_HEIGHT = 26;

/** The codebook as a tree: to choose a code, to drag it onto a text, and to put it elsewhere. */
export function CodeTree({
  label,
  codes,
  filter,
  selectedId,
  onSelect,
  onActivate,
  renderTrailing,
  onMove,
  onKey,
}: CodeTreeProps) {
  const { shown, found } = useFiltered(codes, filter);
  const children = useMemo(() => childrenByParent<CodeId, Code>(shown), [shown]);
  const [expanded, setExpanded] = useExpanded(shown, filter !== '');
  const { dragAndDropHooks } = useDragAndDrop<Code>({
    getItems: (keys) => itemsOf(keys, codes),
    acceptedDragTypes: onMove === undefined || filter !== '' ? [] : [CODE_DRAG_TYPE],
    ...(onMove === undefined
      ? {}
      : {
          onMove: ({ keys, target }) => {
            const [id] = keys;
            if (id !== undefined) onMove(asCodeId(id), asCodeId(target.key), target.dropPosition);
          },
        }),
  });

  const renderItem = (code: Code): ReactNode => (
    <CodeTreeItem
      key={code.id}
      code={code}
      ranges={found.get(code.id)?.ranges ?? []}
      trailing={renderTrailing?.(code)}
    >
      <Collection items={children.get(code.id) ?? []} dependencies={[children, found, renderTrailing]}>
        {renderItem}
      </Collection>
    </CodeTreeItem>
  );

  return (
    <div className="code-tree-frame" onKeyDownCapture={onKey}>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: ROW_HEIGHT }}>
        <Tree
          aria-label={label}
          className="code-tree"
          items={children.get(null) ?? []}
          dependencies={[children, found, renderTrailing]}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={selectedId === null ? [] : [selectedId]}
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : keys;
            if (id !== undefined) onSelect(asCodeId(id));
          }}
          expandedKeys={expanded}
          onExpandedChange={setExpanded}
          dragAndDropHooks={dragAndDropHooks}
          {...(onActivate === undefined ? {} : { onAction: (key: Key) => onActivate(asCodeId(key)) })}
          renderEmptyState={() => (
            <p className="code-tree-none">
              {filter === '' ? 'No codes yet.' : `No code is called “${filter}”.`}
            </p>
          )}
        >
          {renderItem}
        </Tree>
      </Virtualizer>
    </div>
  );
}

function useFiltered(
  codes: readonly Code[],
  filter: string,
): { readonly shown: readonly Code[]; readonly found: ReadonlyMap<CodeId, FoundCode> } {
  return useMemo(() => {
    if (filter.trim() === '') return { shown: codes, found: new Map() };
    const found = new Map(findCodes(codes, filter).map((match) => [match.code.id, match]));
    return { shown: withAncestors(codes, found.keys()), found };
  }, [codes, filter]);
}

/** All but the collapsed are open; while one is searching, all are. */
function useExpanded(
  shown: readonly Code[],
  isFiltered: boolean,
): readonly [ReadonlySet<CodeId>, (keys: ReadonlySet<Key>) => void] {
  const collapsed = useCodebook((state) => state.collapsed);
  const expanded = useMemo(
    () => new Set(shown.map(({ id }) => id).filter((id) => isFiltered || !collapsed.has(id))),
    [shown, collapsed, isFiltered],
  );
  const setExpanded = (keys: ReadonlySet<Key>): void => {
    if (!isFiltered) setCollapsed(new Set(shown.map(({ id }) => id).filter((id) => !keys.has(id))));
  };
  return [expanded, setExpanded];
}

function itemsOf(keys: ReadonlySet<Key>, codes: readonly Code[]): Record<string, string>[] {
  return codes
    .filter(({ id }) => keys.has(id))
    .map(({ id, name }) => ({ [CODE_DRAG_TYPE]: JSON.stringify(id), 'text/plain': name }));
}

/** The keys of this tree are the ids of its codes. */
function asCodeId(key: Key): CodeId {
  return key as CodeId;
}
