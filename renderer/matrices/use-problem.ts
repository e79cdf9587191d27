import { useState } from 'react';
import { sentenceOf } from '../ui/toasts-store.ts';

/** What went wrong in a dialog, said where it happened; the dialog stays open with all that was typed. */
export function useProblem(): {
  readonly problem: string | undefined;
  readonly attempt: (work: Promise<unknown>, onDone: () => void) => void;
} {
  const [problem, setProblem] = useState<string>();
  return {
    problem,
    attempt(work, onDone) {
      work.then(onDone, (error: unknown) => {
        const { title, advice } = sentenceOf(error);
        setProblem(`${title} ${advice}`);
      });
    },
  };
}
