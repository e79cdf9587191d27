import fs from 'node:fs';
import { AppError } from '#shared/contract/errors.ts';
import type { ParticipantId } from '#shared/ids.ts';
import { VERSION } from '#shared/version.ts';
import { certificateHtml } from '#shared/withdrawal/certificate.ts';
import type { KnownCopy, withdrawalContract } from '#shared/withdrawal/withdrawal-contract.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import type { Services } from '#electron/core/services.ts';
import { findProject } from '#electron/project/project-sql.ts';
import { eraseParticipant, WITHDRAWAL_LABEL } from './erase-participant.ts';
import { knownCopies } from './known-copies.ts';
import { planWithdrawal } from './plan-withdrawal.ts';
import { previewWithdrawal } from './preview-withdrawal.ts';
import { firstSeen, tableNames } from './withdrawal-sql.ts';

const CERTIFICATE = 'Certificate of withdrawal.html';

export const withdrawalHandlers: HandlersOf<typeof withdrawalContract> = {
  preview: ({ db }, { participantId }) => previewWithdrawal(db, participantId),

  copies: (services, { participantId }) => copiesOf(services, participantId),

  async withdraw(services, { participantId, confirmation }) {
    const { session, deps, files, tasks } = services;
    const project = session.requireProject();
    const preview = previewWithdrawal(project.readable, participantId);
    if (confirmation.trim() !== preview.code) {
      throw new AppError('confirmation-differs', { expected: preview.code });
    }
    const copies = copiesOf(services, participantId);
    const study = findProject(project.readable)?.title ?? '';
    // A thread that reads would keep the old pages in the log.
    await tasks.cancelAll();
    const at = deps.now();
    eraseParticipant(project, participantId, { at, actor: session.actor });
    services.emit({
      type: 'changed',
      label: WITHDRAWAL_LABEL,
      tables: tableNames(project.readable),
      rows: null,
    });
    const { goes, cleaned, steps } = preview;
    const by = session.actor.coderName;
    const content = certificateHtml({ study, at, by, goes, cleaned, steps, copies, version: VERSION });
    const place = files.reserve(CERTIFICATE);
    fs.writeFileSync(place.path, content);
    return { file: place.ref, name: CERTIFICATE, bytes: Buffer.byteLength(content), goes };
  },
};

function copiesOf({ session, localState }: Services, participantId: ParticipantId): readonly KnownCopy[] {
  const { file, readable, uid } = session.requireProject();
  const { gone } = planWithdrawal(readable, participantId);
  const since = firstSeen(readable, [...(gone.get('transcript') ?? [])]) ?? '';
  return knownCopies(file.path, localState.data.exports[uid] ?? [], since);
}
