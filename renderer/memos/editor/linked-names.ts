import { createContext } from 'react';
import type { Thing } from '#shared/memos/linked-things.ts';

interface LinkedNames {
  /** What a link points to, as far as it is there. */
  readonly things: ReadonlyMap<string, Thing>;
  /** The last names of what was removed. A link that was just pasted is in neither until it is saved. */
  readonly removed: ReadonlyMap<string, string>;
  open(thing: Thing): void;
}

/** What the links in the editor show: it changes when something is renamed, without a change of the text. */
export const LinkedNamesContext = createContext<LinkedNames>({
  things: new Map(),
  removed: new Map(),
  open: () => {},
});
