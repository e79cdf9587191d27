import { ChevronDown, ChevronRight } from 'lucide-react';
import { Fragment as Rows, useMemo, useState } from 'react';
import type { CodingId } from '#shared/ids.ts';
import type { ThemePole } from '#shared/within-case/theme-poles.ts';
import { ratingName } from '#shared/matrices/judgement-names.ts';
import type {
  CaseFragment,
  CaseSheet,
  CaseTheme,
  ThemeJudgement,
} from '#shared/within-case/within-case-contract.ts';
import { runAction } from '../actions/action-registry.ts';
import { api } from '../api/api.ts';
import { StateMark } from '../checking/state-mark.tsx';
import { Button } from '../ui/button.tsx';
import { GrowingField } from './growing-field.tsx';
import { OpenTheme } from './open-theme.tsx';
import { focusFragmentsOf, focusTheme } from './theme-focus.ts';
import { useWithinCase } from './within-case-store.ts';
import { writtenBy } from './written-by.ts';

/** Themes × fragments, count, poles, summary. */
export function ThemeTable({ sheet }: { readonly sheet: CaseSheet }) {
  const open = useWithinCase((state) => state.theme);
  const byId = useMemo(
    () => new Map<CodingId, CaseFragment>(sheet.fragments.map((fragment) => [fragment.id, fragment])),
    [sheet.fragments],
  );
  const [hides, setHides] = useState(false);
  const empty = sheet.themes.filter((theme) => theme.key !== open && isBlank(theme));
  const shown = hides ? sheet.themes.filter((theme) => !empty.includes(theme)) : sheet.themes;
  return (
    <section aria-labelledby="case-themes">
      <h2 id="case-themes">
        Themes{' '}
        {empty.length >= WORTH_HIDING && (
          <Button tone="quiet" onPress={() => setHides(!hides)}>
            {hides
              ? `Show the ${empty.length} without fragments too`
              : `Hide the ${empty.length} without fragments`}
          </Button>
        )}
      </h2>
      {sheet.matrixId === null && sheet.themes.length > 0 && (
        <p className="case-hint">
          A summary is a cell of a matrix, so that it is written once.
          <Button onPress={() => runAction('within-case.make-matrix')}>Make a matrix of these themes</Button>
        </p>
      )}
      {sheet.themes.length === 0 ? (
        <p className="muted">
          {sheet.matrixId === null
            ? 'There are no codes yet: the themes of a case come from the codebook, or from the columns of a matrix.'
            : 'This matrix has no columns yet. Add some there, or choose other themes above.'}
        </p>
      ) : (
        <table className="theme-table">
          <thead>
            <tr>
              <th scope="col">Theme</th>
              <th scope="col" className="number">
                n
              </th>
              <th scope="col">Poles</th>
              <th scope="col">Summary</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((theme) => (
              <Rows key={theme.key}>
                <ThemeRow sheet={sheet} theme={theme} isOpen={open === theme.key} />
                {open === theme.key && (
                  <tr
                    className="theme-open"
                    onKeyDown={(event) => {
                      if (event.key !== 'F6') return;
                      event.preventDefault();
                      focusTheme(theme.key);
                    }}
                  >
                    <td colSpan={4}>
                      <OpenTheme sheet={sheet} theme={theme} byId={byId} />
                    </td>
                  </tr>
                )}
              </Rows>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Fewer are quickly passed over. */
const WORTH_HIDING = 8;

/** Nothing is coded, and nobody said anything about it. */
function isBlank(theme: CaseTheme): boolean {
  return theme.fragmentIds.length === 0 && theme.evidence.length === 0 && !isSaid(theme);
}

interface ThemeRowProps {
  readonly sheet: CaseSheet;
  readonly theme: CaseTheme;
  readonly isOpen: boolean;
}

function ThemeRow({ sheet, theme, isOpen }: ThemeRowProps) {
  const { columnId } = theme;
  const { rowKey, code } = sheet;
  return (
    <tr
      data-theme-key={theme.key}
      onKeyDown={(event) => {
        if (event.key !== 'F6') return;
        event.preventDefault();
        focusFragmentsOf(theme.key);
      }}
    >
      <th scope="row">
        <button
          type="button"
          className="theme-toggle"
          aria-expanded={isOpen}
          onClick={() => useWithinCase.setState({ theme: isOpen ? null : theme.key })}
        >
          {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          <span>{theme.title}</span>
        </button>
        {theme.decisionRule !== '' && <p className="theme-rule">{theme.decisionRule}</p>}
      </th>
      <td className="number">
        {theme.fragmentIds.length}
        {theme.evidence.length > 0 && (
          <span className="theme-evidence" title="As evidence">
            {theme.evidence.length} <abbr title="as evidence">ev.</abbr>
          </span>
        )}
      </td>
      <td>
        {theme.judgement !== null && <Judgement judgement={theme.judgement} />}
        {(theme.poles.length > 0 || theme.judgement === null) && <Poles poles={theme.poles} />}
      </td>
      <td className="theme-summary">
        {columnId === null ? (
          <span className="muted">–</span>
        ) : (
          <>
            <GrowingField
              key={columnId}
              label={`Summary of ${theme.title}`}
              placeholder={theme.fragmentIds.length === 0 ? 'Nothing is coded here' : 'What the case says'}
              stored={theme.summary}
              maxLength={32_000}
              save={(summary, typing) => api.matrices.writeSummary({ columnId, rowKey, summary, typing })}
            />
            <p className="theme-author" aria-label={`State of the cell of ${code}`}>
              {isSaid(theme) && <StateMark state={theme.state} withWord />} {writtenBy(theme)}
            </p>
          </>
        )}
      </td>
    </tr>
  );
}

/** Nothing to tell of a cell that nobody wrote or marked: the empty field says it. */
function isSaid({ state }: CaseTheme): boolean {
  return state !== 'empty' && state !== 'not summarised';
}

function Judgement({ judgement }: { readonly judgement: ThemeJudgement }) {
  const { rating, symbol } = judgement;
  if (rating === null && symbol === null) return <span className="theme-judgement muted">not judged</span>;
  return <strong className="theme-judgement">{rating === null ? symbol : ratingName(rating)}</strong>;
}

/** One line for each code with two poles: the pole that was marked more comes first. */
function Poles({ poles }: { readonly poles: readonly ThemePole[] }) {
  if (poles.length === 0) return <span className="muted">–</span>;
  return (
    <ul className="theme-poles">
      {poles.map((pole) => (
        <li key={pole.codeId} title={pole.code}>
          {polesInWords(pole)}
        </li>
      ))}
    </ul>
  );
}

export function polesInWords({ lowName, highName, low, high, unmarked, code }: ThemePole): string {
  const marked = [
    { name: highName, count: high },
    { name: lowName, count: low },
  ]
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ name, count }) => `${count} ${name}`);
  const rest = unmarked === 0 ? [] : [`${unmarked} unmarked`];
  return marked.length === 0 ? `${code}: ${rest.join()}` : [...marked, ...rest].join(', ');
}
