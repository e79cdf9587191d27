import type { tasksContract } from '#shared/tasks/tasks-contract.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';

export const tasksHandlers: HandlersOf<typeof tasksContract> = {
  cancel: ({ tasks }, { taskId }) => tasks.cancel(taskId),
};
