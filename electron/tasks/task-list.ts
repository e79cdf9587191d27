/** Reports how far a task is, in units of its own. */
export type ReportProgress = (done: number, total: number) => void;

/** Every kind of long work: a function that runs on a worker thread. */
export const taskList = {
  pause: async ({ steps }: { readonly steps: number }, report: ReportProgress): Promise<number> => {
    for (let step = 1; step <= steps; step += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      report(step, steps);
    }
    return steps;
  },
};

export type TaskKind = keyof typeof taskList;
export type TaskInput<Kind extends TaskKind> = Parameters<(typeof taskList)[Kind]>[0];
export type TaskOutput<Kind extends TaskKind> = Awaited<ReturnType<(typeof taskList)[Kind]>>;
