import { ArrowUpRight } from 'lucide-react';
import type { LinkedSentence } from '#shared/checking/checking-contract.ts';
import type { CodingId, ColumnId } from '#shared/ids.ts';
import type { CaseFragment, CaseSheet, CaseTheme } from '#shared/within-case/within-case-contract.ts';
import { navigate } from '../app/navigation.ts';
import { CellClaim, useCellChecking } from '../checking/cell-claim.tsx';
import { JudgementField } from '../matrices/judgement-field.tsx';
import { Button } from '../ui/button.tsx';
import { showInSheet } from './theme-focus.ts';
import { show, ThemeFragments } from './theme-fragments.tsx';
import { ThemeSentences } from './theme-sentences.tsx';

interface OpenThemeProps {
  readonly sheet: CaseSheet;
  readonly theme: CaseTheme;
  readonly byId: ReadonlyMap<CodingId, CaseFragment>;
}

/** A theme in full: how far its claim has come, which sentence rests on what, and the words behind it. */
export function OpenTheme({ sheet, theme, byId }: OpenThemeProps) {
  return theme.columnId === null ? (
    <ThemeFragments sheet={sheet} theme={theme} byId={byId} checking={undefined} />
  ) : (
    <OpenClaim sheet={sheet} theme={theme} byId={byId} columnId={theme.columnId} />
  );
}

function OpenClaim({ sheet, theme, byId, columnId }: OpenThemeProps & { readonly columnId: ColumnId }) {
  const { rowKey, matrixId } = sheet;
  const { judgement, summary } = theme;
  const place = { columnId, rowKey };
  const checking = useCellChecking(place);
  const isWritten =
    summary !== '' ||
    (judgement !== null &&
      (judgement.rating !== null || judgement.symbol !== null || judgement.rationale !== ''));
  function showFirst({ codingIds }: LinkedSentence): void {
    const fragment = codingIds.flatMap((id) => byId.get(id) ?? [])[0];
    if (fragment === undefined) return;
    show(fragment);
    showInSheet(fragment.id);
  }
  return (
    <>
      <div className="theme-claim">
        {checking !== undefined && <CellClaim place={place} checking={checking} isWritten={isWritten} />}
        {matrixId !== null && (
          <Button
            tone="quiet"
            icon={<ArrowUpRight />}
            onPress={() => navigate({ screen: 'matrices', matrixId, columnId, rowKey })}
          >
            In the matrix
          </Button>
        )}
      </div>
      {judgement !== null && <JudgementField place={place} detail={judgement} column={judgement} />}
      {checking !== undefined && checking.cellId !== null && checking.sentences.length > 0 && (
        <ThemeSentences cellId={checking.cellId} checking={checking} onPick={showFirst} />
      )}
      <ThemeFragments sheet={sheet} theme={theme} byId={byId} checking={checking} />
    </>
  );
}
