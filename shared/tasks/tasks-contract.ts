import { z } from 'zod';
import { command } from '../contract/method.ts';
import { taskId } from '../ids.ts';

export const tasksContract = {
  /** Stops a running task and removes what it had written. No error when it has ended meanwhile. */
  cancel: command(z.object({ taskId })).returns<void>(),
};
