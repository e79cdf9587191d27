import { NO_FILTER } from './coding-filter.ts';
import { announce, useCoding, type CodingState } from './coding-store.ts';

export function isFiltered({ onlyCode, filter }: CodingState): boolean {
  return onlyCode !== null || filter.section !== null || filter.speaker !== null || filter.goodQuotations;
}

/** Shows the codings of every code, section and speaker again; whose codings are shown stays as it is. */
export function clearFilter(): void {
  if (!isFiltered(useCoding.getState())) return;
  useCoding.setState({ onlyCode: null, filter: NO_FILTER });
  announce('All codings are shown');
}
