import { useEffect, useState, type KeyboardEvent } from 'react';
import { Ellipsis, Plus } from 'lucide-react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { pathOf } from '#shared/codebook/code-tree.ts';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import type { Direction } from '#shared/codebook/place-code.ts';
import type { CodeId } from '#shared/ids.ts';
import { runAction } from '../actions/action-registry.ts';
import { useNavigation } from '../app/navigation.ts';
import { CodebookFragments } from '../constant-comparison/codebook-fragments.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Screen } from '../ui/screen.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { AsidePanel } from './aside-panel.tsx';
import { CodeDetails } from './code-details.tsx';
import { CodeFilter } from './code-filter.tsx';
import { CodeTree } from './code-tree.tsx';
import { CodebookDialogs } from './codebook-dialogs.tsx';
import { CodebookFileDrop } from './codebook-file-drop.tsx';
import { CodebookStart } from './codebook-start.tsx';
import { readBeside } from '../coding/coding-panel-store.ts';
import { moveByDrop, moveByKey, selectCode, selectedCode, useCodebookAside } from './codebook-actions.ts';
import { codebookMenu } from './codebook-depth-actions.ts';
import { codebookNow, setCollapsed, useCodebook } from './codebook-store.ts';
import './codebook.css';
import './codebook-depth.css';

export function CodebookScreen() {
  const codes = useCodebook((state) => state.codes);
  const loaded = useCodebook((state) => state.loaded);
  const isEmpty = loaded && codes.length === 0;
  return (
    <Screen
      title="Codebook"
      note={
        loaded &&
        !isEmpty &&
        `${codes.length.toLocaleString('en-GB')} ${codes.length === 1 ? 'code' : 'codes'}`
      }
      toolbar={isEmpty ? undefined : <Toolbar />}
    >
      <CodebookFileDrop>
        {isEmpty && <CodebookStart />}
        {loaded && !isEmpty && <Workplace codes={codes} />}
      </CodebookFileDrop>
      <CodebookDialogs />
    </Screen>
  );
}

function Toolbar() {
  return (
    <>
      <Button icon={<Plus />} onPress={() => runAction('codebook.add')}>
        New code
      </Button>
      <Menu
        label="More for the codebook"
        trigger={<IconButton label="More" icon={<Ellipsis />} />}
        choices={codebookMenu()}
      />
    </>
  );
}

/** The tree, the code that is selected in it, and the fragments of that code. */
function Workplace({ codes }: { readonly codes: readonly Code[] }) {
  const [filter, setFilter] = useState('');
  const byId = useCodebook((state) => state.byId);
  const selectedId = useSelection(codes);
  const selected = selectedId === null ? undefined : byId.get(selectedId);
  return (
    <Group orientation="horizontal" className="codebook">
      <Panel className="codebook-tree" defaultSize="340px" minSize="220px" maxSize="60%">
        <CodeFilter value={filter} onChange={setFilter} />
        <CodeTree
          label="Codebook"
          codes={codes}
          filter={filter}
          selectedId={selectedId}
          onSelect={selectCode}
          onActivate={() => runAction('codebook.rename')}
          onMove={(id, target, position) => void moveByDrop(id, target, position).catch(reportError)}
          onKey={onTreeKey}
        />
      </Panel>
      <Separator className="panel-separator" aria-label="Width of the tree" />
      <Panel className="codebook-code" minSize="360px">
        {selected !== undefined && (
          <div className="codebook-code-columns">
            <CodeDetails key={selected.id} code={selected} />
            <div className="codebook-aside">
              <Aside />
              <section className="codebook-fragments" aria-label={`Fragments of ${selected.name}`}>
                <CodebookFragments key={selected.id} code={selected} codes={byId} />
              </section>
            </div>
          </div>
        )}
      </Panel>
    </Group>
  );
}

/** Above the fragments, which can be read while it is there. */
function Aside() {
  const aside = useCodebookAside((state) => state.aside);
  if (aside === null) return null;
  return <AsidePanel aside={aside} onShow={readBeside} />;
}

/** The code that the address names, or else the first; what it stands below is opened so that it is seen. */
function useSelection(codes: readonly Code[]): CodeId | null {
  const wanted = useNavigation((state) =>
    state.place.screen === 'codebook' ? state.place.codeId : undefined,
  );
  const isThere = wanted !== undefined && codes.some(({ id }) => id === wanted);
  const first = codes[0]?.id;
  useEffect(() => {
    if (!isThere && first !== undefined) selectCode(first);
  }, [isThere, first]);
  useEffect(() => {
    if (wanted !== undefined) reveal(wanted);
  }, [wanted]);
  return isThere ? wanted : null;
}

function reveal(id: CodeId): void {
  const { collapsed, byId } = codebookNow();
  const above = pathOf(byId, id).slice(0, -1);
  if (!above.some((code) => collapsed.has(code.id))) return;
  const next = new Set(collapsed);
  for (const code of above) next.delete(code.id);
  setCollapsed(next);
}

const MOVES: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};
const ACTIONS: Readonly<Record<string, string>> = {
  F2: 'codebook.rename',
  Delete: 'codebook.remove',
  Insert: 'codebook.add-below',
};

function onTreeKey(event: KeyboardEvent): void {
  const id = selectedCode();
  const direction = event.altKey ? MOVES[event.key] : undefined;
  const action = ACTIONS[event.key];
  if (id !== null && direction !== undefined) moveByKey(id, direction).catch(reportError);
  else if (action !== undefined) runAction(action);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
