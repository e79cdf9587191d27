import { AppError } from '#shared/contract/errors.ts';
import type { ParticipantId, SiteId } from '#shared/ids.ts';
import type { Consent, Site } from '#shared/participants/participants-contract.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export function listSites(db: ReadableDb): Site[] {
  return db.all<Site>(
    `SELECT site.id, site.code, site.note, count(participant.id) AS participants
     FROM site LEFT JOIN participant ON participant.site_id = site.id
     GROUP BY site.id ORDER BY site.position, site.id`,
  );
}

export function siteWithCode(db: ReadableDb, code: string): SiteId | undefined {
  return db.column<SiteId>('SELECT id FROM site WHERE code = ?', code)[0];
}

export function siteCodeOf(db: ReadableDb, participantId: ParticipantId): string | null {
  return (
    db.column<string>(
      'SELECT site.code FROM participant JOIN site ON site.id = participant.site_id WHERE participant.id = ?',
      participantId,
    )[0] ?? null
  );
}

export function insertSite(db: WritableDb, uid: string, code: string): SiteId {
  return db.insert<SiteId>(
    'INSERT INTO site (uid, code, position) VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM site))',
    uid,
    code,
  );
}

export function requireSite(db: ReadableDb, id: SiteId): { readonly code: string; readonly note: string } {
  const site = db.get<{ readonly code: string; readonly note: string }>(
    'SELECT code, note FROM site WHERE id = ?',
    id,
  );
  if (site === undefined) throw new AppError('not-found', { what: 'site' });
  return site;
}

export function updateSite(db: WritableDb, id: SiteId, code: string, note: string): void {
  db.runOne('UPDATE site SET code = ?, note = ? WHERE id = ?', code, note, id);
}

export function deleteSite(db: WritableDb, id: SiteId): void {
  db.run('UPDATE participant SET site_id = NULL WHERE site_id = ?', id);
  db.runOne('DELETE FROM site WHERE id = ?', id);
}

export function updateSiteOf(db: WritableDb, participantId: ParticipantId, siteId: SiteId | null): void {
  db.runOne('UPDATE participant SET site_id = ? WHERE id = ?', siteId, participantId);
}

interface ConsentRow extends Omit<Consent, 'purposeExplained' | 'anonymityPromised' | 'withdrawalExplained'> {
  readonly participantId: ParticipantId;
  readonly purposeExplained: number;
  readonly anonymityPromised: number;
  readonly withdrawalExplained: number;
}

export function listConsents(db: ReadableDb): ReadonlyMap<ParticipantId, Consent> {
  const rows = db.all<ConsentRow>(
    `SELECT participant_id AS participantId, principal_approved_on AS principalApprovedOn,
            information_given_on AS informationGivenOn, purpose_explained AS purposeExplained,
            anonymity_promised AS anonymityPromised, withdrawal_explained AS withdrawalExplained, note
     FROM consent`,
  );
  return new Map(
    rows.map(({ participantId, ...row }) => [
      participantId,
      {
        ...row,
        purposeExplained: row.purposeExplained === 1,
        anonymityPromised: row.anonymityPromised === 1,
        withdrawalExplained: row.withdrawalExplained === 1,
      },
    ]),
  );
}

export function upsertConsent(db: WritableDb, participantId: ParticipantId, consent: Consent): void {
  db.run(
    `INSERT INTO consent (participant_id, principal_approved_on, information_given_on, purpose_explained,
                          anonymity_promised, withdrawal_explained, note)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (participant_id) DO UPDATE SET
       principal_approved_on = excluded.principal_approved_on, information_given_on = excluded.information_given_on,
       purpose_explained = excluded.purpose_explained, anonymity_promised = excluded.anonymity_promised,
       withdrawal_explained = excluded.withdrawal_explained, note = excluded.note`,
    participantId,
    consent.principalApprovedOn,
    consent.informationGivenOn,
    Number(consent.purposeExplained),
    Number(consent.anonymityPromised),
    Number(consent.withdrawalExplained),
    consent.note,
  );
}

export function deleteConsentOf(db: WritableDb, id: ParticipantId): void {
  db.run('DELETE FROM consent WHERE participant_id = ?', id);
}
