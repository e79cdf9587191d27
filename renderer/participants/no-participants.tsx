import type { ReactNode } from 'react';
import { goToScreen } from '../app/navigation.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** For a screen that is about cases, in a study without any: the two ways to have some. */
export function NoParticipants({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <EmptyState
      title={title}
      actions={
        <>
          <Button tone="primary" onPress={() => goToScreen('transcripts')}>
            Import transcripts
          </Button>
          <Button onPress={() => goToScreen('participants')}>Add participants</Button>
        </>
      }
    >
      {children}
    </EmptyState>
  );
}
