import type { agreementContract } from '#shared/agreement/agreement-contract.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';

export const agreementHandlers: HandlersOf<typeof agreementContract> = {
  between: ({ session, tasks }, request) =>
    tasks.run('measureAgreement', 'Measure agreement', {
      projectPath: session.requireProject().file.path,
      coderId: session.actor.coderId,
      of: { kind: 'live', request },
    }),
};
