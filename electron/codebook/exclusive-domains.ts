import { AppError } from '#shared/contract/errors.ts';
import type { CodeId, CodingId, DomainId, LayerId, VersionId } from '#shared/ids.ts';
import { shorten } from '#shared/text/graphemes.ts';
import { quotation } from '#shared/text/text-range.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readVersionText } from '#electron/coding/version-text.ts';
import {
  deleteDomain,
  deleteDomainCode,
  insertDomain,
  insertDomainCode,
  listDomains,
  renameDomain,
  rivalsOf,
} from './code-guidance-sql.ts';
import { requireCode } from './code-rules.ts';

export interface CodedPlace {
  readonly layerId: LayerId;
  readonly versionId: VersionId;
  readonly start: number;
  readonly end: number;
  readonly codeIds: readonly CodeId[];
  /** The coding that is being changed: it is no rival of itself. */
  readonly except?: CodingId;
}

/**
 * For whoever codes a passage, moves its edges or gives it another code. Throws `code-exclusive` when two of the codes,
 * or one of them and a coding that overlaps the passage in the same layer, belong to one exclusive domain.
 */
export function refuseExclusive(db: ReadableDb, place: CodedPlace): void {
  refuseTogether(db, place.codeIds);
  for (const codeId of place.codeIds) {
    const rival = rivalsOf(db, codeId, place).find(({ codingId }) => codingId !== place.except);
    if (rival === undefined) continue;
    const text = readVersionText(db, place.versionId) ?? '';
    throw new AppError('code-exclusive', {
      domain: rival.domain,
      code: requireCode(db, codeId).name,
      other: rival.name,
      words: shorten(quotation(text, rival).replaceAll(/\s+/g, ' '), 60),
    });
  }
}

function refuseTogether(db: ReadableDb, codeIds: readonly CodeId[]): void {
  if (codeIds.length < 2) return;
  for (const { name, codeIds: members } of listDomains(db)) {
    const [one, other] = [...new Set(codeIds)].filter((id) => members.includes(id));
    if (one === undefined || other === undefined) continue;
    throw new AppError('code-exclusive', {
      domain: name,
      code: requireCode(db, one).name,
      other: requireCode(db, other).name,
      words: '',
    });
  }
}

/** Throws `name-empty`, and `name-taken` when another domain has the name. */
export function saveDomain(
  { db, label, newUid }: MutationContext,
  {
    id,
    name,
    codeIds,
  }: { readonly id?: DomainId | undefined; readonly name: string; readonly codeIds: readonly CodeId[] },
): DomainId {
  const kept = name.trim();
  if (kept === '') throw new AppError('name-empty', { what: 'exclusive domain' });
  const domains = listDomains(db);
  const known = domains.find((domain) => domain.id === id);
  if (id !== undefined && known === undefined) throw new AppError('not-found', { what: 'exclusive domain' });
  if (domains.some((domain) => domain.id !== id && domain.name.toLowerCase() === kept.toLowerCase())) {
    throw new AppError('name-taken', { what: 'exclusive domain', name: kept });
  }
  const wanted = new Set(codeIds.map((codeId) => requireCode(db, codeId).id));
  label(
    known === undefined ? `Make the codes of “${kept}” exclusive` : `Change the exclusive domain “${kept}”`,
  );
  const domainId = known?.id ?? insertDomain(db, newUid(), kept);
  if (known !== undefined && known.name !== kept) renameDomain(db, domainId, kept);
  const before = new Set(known?.codeIds ?? []);
  for (const codeId of before) if (!wanted.has(codeId)) deleteDomainCode(db, domainId, codeId);
  for (const codeId of wanted) if (!before.has(codeId)) insertDomainCode(db, domainId, codeId);
  return domainId;
}

export function removeDomain({ db, label }: MutationContext, id: DomainId): void {
  const domain = listDomains(db).find((candidate) => candidate.id === id);
  if (domain === undefined) throw new AppError('not-found', { what: 'exclusive domain' });
  label(`Remove the exclusive domain “${domain.name}”`);
  deleteDomain(db, id);
}
