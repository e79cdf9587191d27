import { Ellipsis } from 'lucide-react';
import type { ExampleKind } from '#shared/codebook/code-depth-contract.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu, type MenuChoice } from '../ui/menu.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { selectedCoding, useCoding } from './coding-store.ts';
import { keepAsExample } from './fragment-commands.ts';
import { removeSelected } from './coding-actions.ts';
import { askForCode, extendTo, mergeAdjacent, splitHere } from './reshape-actions.ts';

const choice = (id: string, label: string, shortcut: string, run: () => Promise<void>): MenuChoice => ({
  id,
  label,
  ...(shortcut === '' ? {} : { shortcut }),
  // The menu gives the focus back to its button first; what opens next must not lose it again.
  run: () => void setTimeout(() => void run().catch(reportError), 60),
});

function exampleHere(kind: ExampleKind): Promise<void> {
  const coding = selectedCoding(useCoding.getState());
  return keepAsExample(coding === null ? [] : [coding], kind);
}

/** What can be done with the selected coding, with the key that does it in the text. */
const CHOICES: readonly MenuChoice[] = [
  choice('recode', 'Recode…', 'R', () => askForCode('recode')),
  choice('copy', 'Code as another code too…', 'C', () => askForCode('copy')),
  choice('sentence', 'Extend to the sentence', 'E', () => extendTo('sentence')),
  choice('turn', 'Extend to the turn', 'Shift+E', () => extendTo('turn')),
  choice('merge', 'Merge with adjacent codings', 'J', mergeAdjacent),
  choice('split', 'Split at the caret', 'X', splitHere),
  choice('example', 'Use as an example of its code', '', () => exampleHere('example')),
  choice('near-miss', 'Use as a near miss of its code', '', () => exampleHere('near miss')),
  { ...choice('remove', 'Remove', 'Delete', removeSelected), tone: 'danger' },
];

export function CodingMenu() {
  return (
    <Menu
      label="What to do with this coding"
      trigger={<IconButton label="More for this coding" icon={<Ellipsis />} />}
      choices={CHOICES}
    />
  );
}
