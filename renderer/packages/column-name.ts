const SPOKEN: Readonly<Record<string, string>> = {
  code_id: 'code',
  parent_id: 'below',
  not_when: 'do not use when',
  use_when: 'use when',
  version_id: 'text',
  participant_id: 'participant',
  good_quotation: 'good quotation',
  pole_low: 'low pole',
  pole_high: 'high pole',
  instead_id: 'use instead',
};

/** How a person calls a column of a row. */
export function columnName(column: string): string {
  return SPOKEN[column] ?? column.replace(/_id$/, '').replaceAll('_', ' ');
}
