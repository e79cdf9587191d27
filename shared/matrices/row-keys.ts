import { z } from 'zod';

/**
 * What a row of a matrix is about, in words that mean the same in every file: uids of cases, codes and coders, and the
 * values, titles and roles themselves. A cell is stored under its column and this.
 */
export const rowKey = z
  .string()
  .regex(/^(case|group|site|code|section|role|coder):|^all$/)
  .max(2_000)
  .brand<'matrix row'>();
export type RowKey = z.infer<typeof rowKey>;

export const rowKinds = ['cases', 'groups', 'sites', 'roles', 'codes', 'sections', 'coders', 'all'] as const;
export type RowKind = (typeof rowKinds)[number];

// The only places where a key is made; what follows the colon is checked nowhere else.
export const caseRow = (uid: string): RowKey => `case:${uid}` as RowKey;
export const codeRow = (uid: string): RowKey => `code:${uid}` as RowKey;
/** Without a uid: the cases that have no site. */
export const siteRow = (uid: string): RowKey => `site:${uid}` as RowKey;
export const coderRow = (uid: string): RowKey => `coder:${uid}` as RowKey;
export const roleRow = (role: string): RowKey => `role:${role}` as RowKey;
export const sectionRow = (title: string): RowKey => `section:${title.trim()}` as RowKey;
export const pooledRow = 'all' as RowKey;

/** Values that differ only in capitals or outer space are one group. Without a value: the group of those that have none. */
export const groupRow = (value: string): RowKey => `group:${value.trim().toLowerCase()}` as RowKey;

/** What a key says by itself, for a row whose thing is not there: the value, the title; a uid says nothing to a person. */
export function nameInKey(key: RowKey): string {
  const [kind = '', ...rest] = key.split(':');
  return ['group', 'section', 'role'].includes(kind) ? rest.join(':') : '';
}
