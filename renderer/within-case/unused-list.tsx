import { useState } from 'react';
import type { CaseSheet } from '#shared/within-case/within-case-contract.ts';
import { Button } from '../ui/button.tsx';
import { counted } from './asked-list.tsx';
import { FragmentOf, show } from './theme-fragments.tsx';
import { pointTo } from './within-case-store.ts';

/** Below this a stretch that nobody coded is a “yes, well” between two codings. */
const FEWEST_WORDS = 8;
const FIRST = 12;

/** What the case holds and no claim rests on: coded fragments, and words that nobody coded. */
export function UnusedList({ sheet }: { readonly sheet: CaseSheet }) {
  const unused = sheet.fragments.filter(({ uses }) => uses === 0);
  const inThemes = new Set(sheet.themes.flatMap(({ fragmentIds }) => fragmentIds));
  const outside = unused.filter(({ id }) => !inThemes.has(id)).length;
  const uncoded = sheet.uncoded.filter(({ words }) => words >= FEWEST_WORDS);
  const words = sheet.transcripts.reduce((sum, transcript) => sum + transcript.words, 0);
  const coded = sheet.transcripts.reduce((sum, transcript) => sum + transcript.codedWords, 0);
  if (sheet.transcripts.length === 0) return null;
  return (
    <section aria-labelledby="case-unused">
      <h2 id="case-unused">Not used yet</h2>
      <h3>
        Coded, but evidence of no cell{' '}
        <span className="muted">
          {unused.length} of {counted(sheet.fragments.length, 'fragment')}
          {outside > 0 && ` · ${outside} in none of these themes`}
        </span>
      </h3>
      <Some
        items={unused}
        empty="Every coded fragment is evidence somewhere."
        render={(fragment) => (
          <li key={fragment.id}>
            <button type="button" className="case-gap" onClick={() => show(fragment)}>
              <FragmentOf fragment={fragment} />
            </button>
          </li>
        )}
      />
      <h3>
        Said, but coded by nobody{' '}
        <span className="muted">
          {words === 0 ? '' : `${Math.round((100 * coded) / words)} % of ${counted(words, 'word')} coded`}
        </span>
      </h3>
      <Some
        items={uncoded}
        empty={`No stretch of ${FEWEST_WORDS} words or more was left out.`}
        render={({ transcriptId, start, end, turnNumber, text }) => (
          <li key={`${transcriptId} ${start}`}>
            <button
              type="button"
              className="case-gap"
              onClick={() => pointTo({ transcriptId, start, end, codingId: null })}
            >
              <span className="case-gap-text">{text}</span>
              <span className="case-gap-note">turn {turnNumber}</span>
            </button>
          </li>
        )}
      />
    </section>
  );
}

interface SomeProps<Item> {
  readonly items: readonly Item[];
  readonly empty: string;
  readonly render: (item: Item) => React.ReactNode;
}

/** The first of a long list; the rest when it is asked for. */
function Some<Item>({ items, empty, render }: SomeProps<Item>) {
  const [all, setAll] = useState(false);
  if (items.length === 0) return <p className="muted">{empty}</p>;
  return (
    <>
      <ul className="case-gaps">{(all ? items : items.slice(0, FIRST)).map(render)}</ul>
      {!all && items.length > FIRST && (
        <Button tone="quiet" onPress={() => setAll(true)}>
          Show all {items.length.toLocaleString()}
        </Button>
      )}
    </>
  );
}
