import { create } from 'zustand';
import type { CodeId } from '#shared/ids.ts';
import { navigate } from '../app/navigation.ts';
import type { ShowCoding } from '../codebook/show-coding.ts';
import { isOwn, selectedCoding, useCoding } from './coding-store.ts';
import { selectNextHere } from './coding-actions.ts';
import { inOrder } from './in-order.ts';

export type PanelTab = 'codebook' | 'fragments' | 'compare' | 'aside';

interface PanelState {
  readonly tab: PanelTab;
  /** The code that has the cursor in the tree. */
  readonly code: CodeId | null;
  /** The memo field was asked for; it is ready when its coding is selected, and then takes the focus. */
  readonly memo: 'not asked' | 'asked' | 'ready';
  /** What was typed between asking for the memo field and getting it. */
  readonly typedAhead: string;
}

/** What the panel at the right shows. */
export const useCodingPanel = create<PanelState>(() => ({
  tab: 'codebook',
  code: null,
  memo: 'not asked',
  typedAhead: '',
}));

export function chooseTab(tab: PanelTab): void {
  useCodingPanel.setState({ tab });
}

/** To the text, where the work on the codebook goes on in the panel at the right. Alt+Left comes back. */
export function readBeside({ transcriptId, codingId }: Parameters<ShowCoding>[0]): void {
  chooseTab('aside');
  navigate({ screen: 'coding', transcriptId, codingId });
}

export function chooseCode(code: CodeId): void {
  useCodingPanel.setState({ code });
}

/** The caret goes to the memo of the selected coding, or of the first coding under it. */
export function writeMemo(): Promise<void> {
  useCodingPanel.setState({ memo: 'asked', typedAhead: '' });
  return inOrder(writeMemoNow);
}

function writeMemoNow(): void {
  const coding = selectedCoding(useCoding.getState());
  const found = (coding !== null || selectNextHere()) && selectedIsOwn();
  useCodingPanel.setState({ memo: found ? 'ready' : 'not asked' });
}

/** Shows what else was said about the code of the selected coding: the other fragments, across cases. */
export function openFragments(): void {
  const coding = selectedCoding(useCoding.getState());
  useCodingPanel.setState(({ code }) => ({ tab: 'fragments', code: coding?.codeId ?? code }));
}

function selectedIsOwn(): boolean {
  const state = useCoding.getState();
  const coding = selectedCoding(state);
  return coding !== null && isOwn(state, coding);
}

/** A key that is pressed while the memo field is on its way belongs to the memo: it must not act as a command. */
export function typeAhead(event: KeyboardEvent): boolean {
  const { memo, typedAhead } = useCodingPanel.getState();
  if (memo === 'not asked') return false;
  event.preventDefault();
  const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
  if (isText) useCodingPanel.setState({ typedAhead: typedAhead + event.key });
  return true;
}

/** Text that comes without a key while the memo field is on its way belongs to the memo as well. */
export function typeTextAhead(text: string): void {
  useCodingPanel.setState(({ memo, typedAhead }) =>
    memo === 'not asked' ? {} : { typedAhead: typedAhead + text },
  );
}

export function takeTypedAhead(): string {
  const { typedAhead } = useCodingPanel.getState();
  useCodingPanel.setState({ memo: 'not asked', typedAhead: '' });
  return typedAhead;
}
