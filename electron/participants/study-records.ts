import { AppError } from '#shared/contract/errors.ts';
import type { ParticipantId, SiteId } from '#shared/ids.ts';
import type { Consent, participantsContract } from '#shared/participants/participants-contract.ts';
import type { HandlersOf, MutationContext } from '#electron/core/handlers.ts';
import { keepCellsOfSite } from '#electron/matrices/rows-sql.ts';
import { requireParticipant } from './participants-sql.ts';
import {
  deleteSite,
  insertSite,
  listConsents,
  requireSite,
  siteWithCode,
  updateSite,
  updateSiteOf,
  upsertConsent,
} from './study-records-sql.ts';

const NOTHING: Consent = {
  principalApprovedOn: '',
  informationGivenOn: '',
  purposeExplained: false,
  anonymityPromised: false,
  withdrawalExplained: false,
  note: '',
};

type Methods = 'setSite' | 'changeSite' | 'removeSite' | 'setConsent';

/** Where participants come from, and what was agreed with them. */
export const studyRecordsHandlers: Pick<HandlersOf<typeof participantsContract>, Methods> = {
  setSite(context, { participantId, site }) {
    const { code } = requireParticipant(context.db, participantId);
    context.label(site.trim() === '' ? `${code} belongs to no site` : `${code} belongs to ${site.trim()}`);
    placeAtSite(context, participantId, site);
  },

  changeSite({ db, label }, { id, code, note }) {
    const before = requireSite(db, id);
    const after = code?.trim() ?? before.code;
    if (after === '') throw new AppError('name-empty', { what: 'site' });
    const known = siteWithCode(db, after);
    if (known !== undefined && known !== id) throw new AppError('name-taken', { what: 'site', name: after });
    label(`Change the site ${before.code}`);
    updateSite(db, id, after, note?.trim() ?? before.note);
  },

  removeSite({ db, label }, { id }) {
    const { code } = requireSite(db, id);
    label(`Remove the site ${code}`);
    keepCellsOfSite(db, id, code);
    deleteSite(db, id);
  },

  setConsent({ db, label }, { participantIds, ...change }) {
    const codes = participantIds.map((id) => requireParticipant(db, id).code);
    label(
      codes.length === 1
        ? `Record the consent of ${codes[0]}`
        : `Record the consent of ${codes.length} participants`,
    );
    const before = listConsents(db);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    for (const id of participantIds) upsertConsent(db, id, { ...(before.get(id) ?? NOTHING), ...given });
  },
};

/** An empty code: at none. */
export function placeAtSite(context: MutationContext, participantId: ParticipantId, code: string): void {
  const name = code.trim();
  updateSiteOf(context.db, participantId, name === '' ? null : ensureSite(context, name));
}

function ensureSite({ db, newUid }: MutationContext, code: string): SiteId {
  return siteWithCode(db, code) ?? insertSite(db, newUid(), code);
}
