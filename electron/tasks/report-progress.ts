/** Reports how far a task is, in units of its own. Throws `cancelled` when nobody waits for the task any more. */
export type ReportProgress = (done: number, total: number) => void;
