import { useEffect } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { ParticipantId } from '#shared/ids.ts';
import type { MatrixListItem } from '#shared/matrices/matrices-contract.ts';
import type { ThemeSource } from '#shared/within-case/within-case-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { goToScreen, useNavigation } from '../app/navigation.ts';
import { useSession } from '../app/session-store.ts';
import { CHECKING_TABLES } from '../checking/checking-tables.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Screen } from '../ui/screen.tsx';
import { sentenceOf } from '../ui/toasts-store.ts';
import { CaseChooser } from './case-chooser.tsx';
import { CaseSheetView } from './case-sheet.tsx';
import { CaseTranscript } from './case-transcript.tsx';
import { ThemeSourceChoice } from './theme-source-choice.tsx';
import { enterCase, enterProject, useWithinCase } from './within-case-store.ts';
import '../coding/narrow.css';
import './within-case.css';

const TABLES = [...CHECKING_TABLES, 'case_narrative', 'guide_part', 'guide_question'];

/** One case at a time: the sheet on the left, the interview on the right. */
export function WithinCaseScreen() {
  const { value: cases } = useLive(
    () => api.withinCase.cases({}),
    ['participant', 'transcript', 'case_narrative'],
    [],
  );
  const { value: matrices } = useLive(
    () => api.matrices.list({}),
    ['matrix', 'matrix_column', 'matrix_cell'],
    [],
  );
  const project = useSession((state) => state.project?.uid);
  const wanted = useNavigation(({ place }) =>
    place.screen === 'within-case' ? place.participantId : undefined,
  );
  useEffect(() => {
    if (project !== undefined) enterProject(project);
  }, [project]);
  useEffect(() => {
    if (cases !== undefined) useWithinCase.setState({ cases });
  }, [cases]);

  if (cases === undefined || matrices === undefined) return <Screen title="Within-case">{null}</Screen>;
  const shown = cases.find(({ participantId }) => participantId === wanted) ?? cases[0];
  if (shown === undefined) return <NoCases />;
  const ofCases = matrices.filter(({ rowKind }) => rowKind === 'cases');
  return <CaseScreen participantId={shown.participantId} matrices={ofCases} />;
}

interface CaseScreenProps {
  readonly participantId: ParticipantId;
  readonly matrices: readonly MatrixListItem[];
}

function CaseScreen({ participantId, matrices }: CaseScreenProps) {
  const source = useSource(matrices);
  const { value, error } = useLive(() => api.withinCase.sheet({ participantId, source }), TABLES, [
    participantId,
    JSON.stringify(source),
  ]);
  // While the next case is on its way, what was written about the last one is not shown under its name.
  const sheet = value?.participantId === participantId ? value : undefined;
  useEffect(() => {
    useWithinCase.setState({ sheet: sheet ?? null });
    return () => useWithinCase.setState({ sheet: null });
  }, [sheet]);
  useEffect(() => {
    enterCase(participantId);
  }, [participantId]);
  return (
    <Screen
      title="Within-case"
      note={<CaseChooser participantId={participantId} />}
      toolbar={<ThemeSourceChoice matrices={matrices} source={source} />}
    >
      {error !== null && sheet === undefined && <Failed error={error} />}
      {sheet !== undefined && (
        <Group className="case-panes" orientation="horizontal">
          <Panel id="sheet" className="case-pane" minSize="30%">
            <CaseSheetView key={participantId} sheet={sheet} />
          </Panel>
          <Separator className="case-separator" aria-label="Width of the transcript" />
          <Panel id="text" className="case-pane" defaultSize="46%" minSize="25%">
            <CaseTranscript sheet={sheet} />
          </Panel>
        </Group>
      )}
    </Screen>
  );
}

/** What was chosen, as long as it is there. */
function useSource(matrices: readonly MatrixListItem[]): ThemeSource {
  const chosen = useWithinCase((state) => state.source);
  const isThere = chosen?.kind !== 'matrix' || matrices.some(({ id }) => id === chosen.matrixId);
  if (chosen !== null && isThere) return chosen;
  const [first] = matrices;
  return first === undefined
    ? { kind: 'codebook', levels: 1, layerId: null }
    : { kind: 'matrix', matrixId: first.id };
}

function NoCases() {
  return (
    <Screen title="Within-case">
      <EmptyState
        title="There is no case to read closely yet"
        actions={
          <Button tone="primary" onPress={() => goToScreen('transcripts')}>
            Import transcripts
          </Button>
        }
      >
        Every participant is a case. Here you write what one case says about each theme, and tell the case as
        a whole, with the interview beside it.
      </EmptyState>
    </Screen>
  );
}

function Failed({ error }: { readonly error: unknown }) {
  const { title, advice } = sentenceOf(error);
  return <EmptyState title={title}>{advice}</EmptyState>;
}
