import type { VersionId } from '#shared/ids.ts';
import { roleRow, sectionRow, type RowKey } from '#shared/matrices/row-keys.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { listSections, listSpeakingTurns, type Stretch } from './rows-sql.ts';

interface PlaceRows {
  readonly names: readonly { readonly key: RowKey; readonly name: string }[];
  /** The row of a coding that begins there; undefined before the first turn or section. */
  rowOf(versionId: VersionId, start: number): RowKey | undefined;
}

const ROLE_NAMES: Readonly<Record<string, string>> = {
  participant: 'Participants',
  interviewer: 'Interviewer',
  other: 'Other speakers',
  none: 'Without a speaker',
};

/** Rows that are speaker roles, or sections of the interviews in the order in which they first come up. */
export function placeRows(
  db: ReadableDb,
  kind: 'roles' | 'sections',
  versions: readonly VersionId[],
): PlaceRows {
  const stretches = kind === 'roles' ? listSpeakingTurns(db, versions) : listSections(db, versions);
  const keyOf = kind === 'roles' ? roleRow : sectionRow;
  const ofVersion = Map.groupBy(stretches, ({ versionId }) => versionId);
  const names = new Map<RowKey, string>();
  if (kind === 'roles') {
    const present = new Set(stretches.map(({ name }) => name));
    for (const [role, name] of Object.entries(ROLE_NAMES))
      if (present.has(role)) names.set(roleRow(role), name);
  } else {
    const byPlace = stretches.toSorted((a, b) => a.start - b.start);
    for (const { name } of byPlace)
      if (!names.has(sectionRow(name))) names.set(sectionRow(name), name.trim());
  }
  return {
    names: [...names].map(([key, name]) => ({ key, name })),
    rowOf(versionId, start) {
      const stretch = lastBefore(ofVersion.get(versionId) ?? [], start);
      return stretch === undefined ? undefined : keyOf(stretch.name);
    },
  };
}

/** The stretch in which a position lies. They are in order, and each ends where the next begins. */
function lastBefore(stretches: readonly Stretch[], start: number): Stretch | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  return stretches[low - 1];
}
