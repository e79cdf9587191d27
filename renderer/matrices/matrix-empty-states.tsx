import { useCodebook } from '../codebook/codebook-store.ts';
import { goToScreen } from '../app/navigation.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { NoParticipants } from '../participants/no-participants.tsx';
import { openDialog } from './matrices-store.ts';

export function NoMatrices() {
  const { codes, loaded } = useCodebook((state) => state);
  if (!loaded) return null;
  if (codes.length === 0) {
    return (
      <EmptyState
        title="There are no codes to compare by"
        actions={
          <Button tone="primary" onPress={() => goToScreen('codebook')}>
            Go to the codebook
          </Button>
        }
      >
        A matrix sets the cases against codes: each cell gathers what one person said about one theme. Start
        with a codebook, your own or a template.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No matrix yet"
      actions={
        <Button tone="primary" onPress={() => openDialog({ kind: 'new' })}>
          New matrix
        </Button>
      }
    >
      A matrix sets the cases against the codes you choose. Each cell gathers the fragments of one case, and
      holds the summary that you write from them.
    </EmptyState>
  );
}

export function NoCases() {
  return (
    <NoParticipants title="There are no cases to put in the rows">
      Every participant is a row. Import transcripts, which brings their participants along, or add
      participants yourself.
    </NoParticipants>
  );
}

export function NoColumns() {
  return (
    <EmptyState
      title="This matrix has no columns yet"
      actions={
        <Button tone="primary" onPress={() => openDialog({ kind: 'add-column' })}>
          Add a column
        </Button>
      }
    >
      A column stands for one code, or for several together; what stands below a code in the codebook counts
      too.
    </EmptyState>
  );
}
