import { assertNever } from '#shared/assert.ts';
import { CheckingScreen } from '../checking/checking-screen.tsx';
import { CodebookScreen } from '../codebook/codebook-screen.tsx';
import { ComparisonScreen } from '../comparison/comparison-screen.tsx';
import { CodingScreen } from '../coding/coding-screen.tsx';
import { CuesScreen } from '../cues/cues-screen.tsx';
import { HistoryScreen } from '../history/history-screen.tsx';
import { MatricesScreen } from '../matrices/matrices-screen.tsx';
import { MemosScreen } from '../memos/memos-screen.tsx';
import { TeamScreen } from '../packages/team-screen.tsx';
import { ParticipantsScreen } from '../participants/participants-screen.tsx';
import { RetrievalScreen } from '../retrieval/retrieval-screen.tsx';
import { SearchScreen } from '../search/search-screen.tsx';
import { StudyScreen } from '../project/study-screen.tsx';
import { TypologiesScreen } from '../typologies/typologies-screen.tsx';
import { TranscriptsScreen } from '../transcripts/transcripts-screen.tsx';
import { WithinCaseScreen } from '../within-case/within-case-screen.tsx';
import { useNavigation, type ScreenName } from './navigation.ts';
import { ScreenBoundary } from './screen-boundary.tsx';

export function CurrentScreen() {
  const screen = useNavigation((state) => state.place.screen);
  return <ScreenBoundary key={screen}>{screenOf(screen)}</ScreenBoundary>;
}

function screenOf(screen: ScreenName) {
  switch (screen) {
    case 'study':
      return <StudyScreen />;
    case 'participants':
      return <ParticipantsScreen />;
    case 'transcripts':
      return <TranscriptsScreen />;
    case 'codebook':
      return <CodebookScreen />;
    case 'coding':
      return <CodingScreen />;
    case 'search':
      return <SearchScreen />;
    case 'retrieval':
      return <RetrievalScreen />;
    case 'cues':
      return <CuesScreen />;
    case 'memos':
      return <MemosScreen />;
    case 'within-case':
      return <WithinCaseScreen />;
    case 'matrices':
      return <MatricesScreen />;
    case 'checking':
      return <CheckingScreen />;
    case 'typologies':
      return <TypologiesScreen />;
    case 'comparison':
      return <ComparisonScreen />;
    case 'team':
      return <TeamScreen />;
    case 'history':
      return <HistoryScreen />;
    default:
      return assertNever(screen);
  }
}
