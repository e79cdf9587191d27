import { memo, useState, type DragEvent, type KeyboardEvent } from 'react';
import { Filter } from 'lucide-react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { CodeId } from '#shared/ids.ts';
import { CodeFilter } from '../codebook/code-filter.tsx';
import { useCodebookAside } from '../codebook/codebook-actions.ts';
import { AsidePanel } from '../codebook/aside-panel.tsx';
import type { ShowCoding } from '../codebook/show-coding.ts';
import { CodeTree } from '../codebook/code-tree.tsx';
import { useCodebook } from '../codebook/codebook-store.ts';
import { goToScreen, settle } from '../app/navigation.ts';
import { CompareTab } from '../constant-comparison/compare-tab.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { applyCode } from './coding-actions.ts';
import { chooseCode, chooseTab, useCodingPanel, type PanelTab } from './coding-panel-store.ts';
import { selectedCoding, useCoding, type OpenTranscript } from './coding-store.ts';
import { CodingsInTurn } from './codings-in-turn.tsx';
import { currentView } from './current-view.ts';
import { SELECTION_MIME } from './editor/read-only-caret.ts';
import { OtherFragments } from './other-fragments.tsx';
import { SelectedCoding } from './selected-coding.tsx';

/** Beside the transcript: the codebook or the fragments of a code, and below it what is coded here. */
export function CodingPanel({ open }: { readonly open: OpenTranscript }) {
  const tab = useCodingPanel((state) => state.tab);
  // A merge asks nothing of the text.
  const aside = useCodebookAside((state) => (state.aside?.kind === 'merge' ? null : state.aside));
  return (
    <Group orientation="vertical" className="coding-panel">
      <Panel defaultSize="58%" minSize="20%" className="coding-panel-part">
        <Tabs
          className="coding-tabs"
          selectedKey={tab === 'aside' && aside === null ? 'codebook' : tab}
          // The keys are the ids of the tabs below.
          onSelectionChange={(key) => chooseTab(key as PanelTab)}
        >
          <TabList
            className="coding-tab-list"
            aria-label="Codebook, fragments, comparison, or work on the codebook"
          >
            <Tab id="codebook">Codebook</Tab>
            <Tab id="fragments">Fragments</Tab>
            <Tab id="compare">Compare</Tab>
            {aside !== null && <Tab id="aside">{ASIDE_NAMES[aside.kind]}</Tab>}
          </TabList>
          <TabPanel id="codebook" className="coding-tab-panel">
            <Codebook />
          </TabPanel>
          <TabPanel id="fragments" className="coding-tab-panel">
            <OtherFragments />
          </TabPanel>
          <TabPanel id="compare" className="coding-tab-panel">
            <CompareTab />
          </TabPanel>
          {aside !== null && (
            <TabPanel id="aside" className="coding-tab-panel">
              <AsidePanel aside={aside} onShow={showInText} isBesideText />
            </TabPanel>
          )}
        </Tabs>
      </Panel>
      <Separator className="coding-separator" aria-label="Size of the lower panel" />
      <Panel minSize="15%" className="coding-panel-part coding-details">
        <Selected />
        <CodingsInTurn open={open} />
      </Panel>
    </Group>
  );
}

const ASIDE_NAMES = { merge: 'Merge', split: 'Split', outdated: 'Re-examine', domain: 'Domain' } as const;

const showInText: ShowCoding = ({ transcriptId, codingId }) => {
  settle({ screen: 'coding', transcriptId, codingId });
};

function Selected() {
  const selected = useCoding(selectedCoding);
  return selected === null ? null : <SelectedCoding coding={selected} />;
}

/** Not drawn again when something is coded: the rows of the tree follow their counts by themselves. */
const Codebook = memo(function Codebook() {
  const [filter, setFilter] = useState('');
  const codes = useCodebook((state) => state.codes);
  const code = useCodingPanel((state) => state.code);
  const onlyCode = useCoding((state) => state.onlyCode);
  if (codes.length === 0) {
    return (
      <div className="coding-no-codes">
        <p className="muted">The codebook is empty. Start from a template, or select words and press I.</p>
        <Button onPress={() => goToScreen('codebook')}>Go to the codebook</Button>
      </div>
    );
  }
  return (
    <div className="coding-codebook" {...selectionDrop()}>
      <div className="coding-codebook-filter">
        <CodeFilter value={filter} onChange={setFilter} />
        <IconButton
          label={
            onlyCode === null
              ? 'Show only the codings of this code and below'
              : 'Show the codings of all codes'
          }
          icon={<Filter />}
          isDisabled={code === null && onlyCode === null}
          onPress={() => useCoding.setState({ onlyCode: onlyCode === null ? code : null })}
        />
      </div>
      <CodeTree
        label="Codebook. Enter codes the selection."
        codes={codes}
        filter={filter}
        selectedId={code}
        onSelect={chooseCode}
        onActivate={(id) => {
          applyCode(id).catch(reportError);
          currentView()?.focus();
        }}
        onKey={toTranscript}
      />
    </div>
  );
});

function toTranscript(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  currentView()?.focus();
}

/** A passage dragged onto a code is coded with it. The tree itself takes only codes, so this listens before it. */
function selectionDrop() {
  const codeUnder = (event: DragEvent): Element | null =>
    event.dataTransfer.types.includes(SELECTION_MIME) && event.target instanceof Element
      ? event.target.closest('[role="row"][data-key]')
      : null;
  const mark = (frame: Element, row: Element | null): void => {
    for (const marked of frame.querySelectorAll('[data-takes-passage]'))
      marked.removeAttribute('data-takes-passage');
    row?.setAttribute('data-takes-passage', '');
  };
  return {
    onDragOverCapture(event: DragEvent) {
      const row = codeUnder(event);
      mark(event.currentTarget, row);
      if (row === null) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDragLeaveCapture: (event: DragEvent) => mark(event.currentTarget, null),
    onDropCapture(event: DragEvent) {
      const row = codeUnder(event);
      mark(event.currentTarget, null);
      if (row === null) return;
      event.preventDefault();
      event.stopPropagation();
      // The keys of the tree's rows are the ids of codes.
      applyCode(Number(row.getAttribute('data-key')) as CodeId).catch(reportError);
      currentView()?.focus();
    },
  };
}
