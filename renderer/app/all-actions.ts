import { registerActions } from '../actions/action-registry.ts';
import { checkingActions } from '../checking/checking-actions.ts';
import { codebookActions } from '../codebook/codebook-actions.ts';
import { codebookDepthActions } from '../codebook/codebook-depth-actions.ts';
import { codingActions } from '../coding/transcript-steps.ts';
import { retrievalActions } from '../retrieval/retrieval-actions.ts';
import { searchActions } from '../search/search-actions.ts';
import { correctionsActions } from '../corrections/corrections-actions.ts';
import { constantComparisonActions } from '../constant-comparison/constant-comparison-actions.ts';
import { cuesActions } from '../cues/cues-actions.ts';
import { guideActions } from '../guide/guide-actions.ts';
import { historyActions } from '../history/history-actions.ts';
import { comparisonActions } from '../comparison/comparison-actions.ts';
import { matricesActions } from '../matrices/matrices-actions.ts';
import { memosActions } from '../memos/memos-actions.ts';
import { reportsActions } from '../reports/reports-actions.ts';
import { exchangeActions } from '../exchange/exchange-actions.ts';
import { packagesActions } from '../packages/packages-actions.ts';
import { projectActions } from '../project/project-actions.ts';
import { pseudonymsActions } from '../pseudonyms/pseudonyms-actions.ts';
import { settingsActions } from '../settings/settings-actions.ts';
import { participantsActions } from '../participants/participants-actions.ts';
import { typologiesActions } from '../typologies/typologies-actions.ts';
import { structureActions } from '../transcripts/structure-actions.ts';
import { transcriptsActions } from '../transcripts/transcripts-actions.ts';
import { withinCaseActions } from '../within-case/within-case-actions.ts';
import { appActions } from './app-actions.ts';

/** Every action of the program. A capability adds its list here. */
export function registerAllActions(): void {
  registerActions([
    ...appActions,
    ...projectActions,
    ...exchangeActions,
    ...packagesActions,
    ...reportsActions,
    ...participantsActions,
    ...transcriptsActions,
    ...structureActions,
    ...guideActions,
    ...memosActions,
    ...withinCaseActions,
    ...matricesActions,
    ...checkingActions,
    ...typologiesActions,
    ...codebookActions,
    ...codebookDepthActions,
    ...codingActions,
    ...correctionsActions,
    ...pseudonymsActions,
    ...cuesActions,
    ...constantComparisonActions,
    ...comparisonActions,
    ...searchActions,
    ...retrievalActions,
    ...historyActions,
    ...settingsActions,
  ]);
}
