import { codebookNow } from '../codebook/codebook-store.ts';
import { painted } from '../ui/painted.ts';
import { isOwn, useCoding, type CodingState } from './coding-store.ts';
import { currentView } from './current-view.ts';
import { shownCodings } from './shown-codings.ts';

/**
 * Changes what is on the screen after something was coded: the text at once, and when that is painted the panels beside
 * it, which take longer to draw. `change` is asked twice, each time for what is true then.
 */
export async function showFirst(change: (state: CodingState) => Partial<CodingState>): Promise<void> {
  const now = useCoding.getState();
  const next = { ...now, ...change(now) };
  const shown = shownCodings({ ...next, codes: codebookNow().byId });
  const selected = shown.find(({ id }) => id === next.selected) ?? null;
  currentView()?.show(shown);
  currentView()?.emphasise(selected, selected !== null && isOwn(next, selected));
  await painted();
  useCoding.setState(change);
}
