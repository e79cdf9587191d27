/** Of a row of which nothing is known any more. */
export const NAMELESS = 'Removed row';

/**
 * What the row of a cell is called, as an SQL expression over a row of matrix_cell under the name `cell`: by the code of
 * its case, the name of its code or coder; when that is gone, as it was called last; and otherwise what its key says.
 */
export function rowNameOf(cell: string): string {
  const after = (prefix: string): string =>
    `CASE WHEN ${cell}.row_key LIKE '${prefix}:%' THEN substr(${cell}.row_key, ${prefix.length + 2}) END`;
  return `coalesce(
    (SELECT code FROM participant WHERE id = ${cell}.participant_id),
    (SELECT name FROM code WHERE uid = ${after('code')}),
    (SELECT code FROM site WHERE uid = ${after('site')}),
    (SELECT name FROM coder WHERE uid = ${after('coder')}),
    nullif(${cell}.row_name, ''),
    CASE ${cell}.row_key WHEN 'all' THEN 'All cases' WHEN 'group:' THEN 'No value' WHEN 'site:' THEN 'No site' END,
    ${after('group')}, ${after('section')}, ${after('role')},
    '${NAMELESS}')`;
}
