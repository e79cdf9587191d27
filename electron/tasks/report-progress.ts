/** Reports how far a task is, in units of its own. */
export type ReportProgress = (done: number, total: number) => void;
