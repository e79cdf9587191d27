import type { CaseSheet } from '#shared/within-case/within-case-contract.ts';
import { api } from '../api/api.ts';
import { MemosOf } from '../memos/memos-of.tsx';
import { AskedList } from './asked-list.tsx';
import { GrowingField } from './growing-field.tsx';
import { ThemeTable } from './theme-table.tsx';
import { UnusedList } from './unused-list.tsx';
import { writtenBy } from './written-by.ts';

/** What is written and what is left to write about one case. */
export function CaseSheetView({ sheet }: { readonly sheet: CaseSheet }) {
  const { participantId, code, values, narrative } = sheet;
  return (
    <div className="case-sheet">
      {values.length > 0 && (
        <dl className="case-values">
          {values.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <section aria-labelledby="case-narrative">
        <h2 id="case-narrative">
          The case as a whole <span className="muted">{writtenBy(narrative)}</span>
        </h2>
        <GrowingField
          label={`Narrative of ${code}`}
          placeholder={`Who is ${code}, told in a paragraph or two`}
          stored={narrative.text}
          maxLength={200_000}
          save={(text, typing) => api.withinCase.writeNarrative({ participantId, text, typing })}
        />
        <MemosOf target={{ kind: 'participant', id: participantId }} writeLabel="Write a memo on the case" />
      </section>
      <ThemeTable sheet={sheet} />
      <AskedList sheet={sheet} />
      <UnusedList sheet={sheet} />
    </div>
  );
}
