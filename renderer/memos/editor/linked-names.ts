import { createContext } from 'react';
import type { Thing } from '#shared/memos/linked-things.ts';

interface LinkedNames {
  /** What a link points to, as far as it is there. */
  readonly things: ReadonlyMap<string, Thing>;
  /** The links that were looked up: one of these that is no thing was removed. One that was just typed is neither. */
  readonly lookedUp: ReadonlySet<string>;
  open(thing: Thing): void;
}

/** What the links in the editor show: it changes when something is renamed, without a change of the text. */
export const LinkedNamesContext = createContext<LinkedNames>({
  things: new Map(),
  lookedUp: new Set(),
  open: () => {},
});
