import { reportError } from '../ui/toasts-store.ts';

/** For handlers that cannot wait: what the work throws is shown to the person. */
export function runSafely(work: Promise<unknown>): void {
  work.catch(reportError);
}
