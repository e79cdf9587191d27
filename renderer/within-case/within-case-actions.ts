import type { ParticipantId } from '#shared/ids.ts';
import type { CaseListItem } from '#shared/within-case/within-case-contract.ts';
import type { Action } from '../actions/action.ts';
import { api } from '../api/api.ts';
import { navigate, useNavigation } from '../app/navigation.ts';
import { notify } from '../ui/toasts-store.ts';
import { useWithinCase } from './within-case-store.ts';

export function openCase(participantId: ParticipantId): void {
  navigate({ screen: 'within-case', participantId });
}

/** The case that many places further; undefined at the ends. */
export function neighbour(
  cases: readonly CaseListItem[],
  from: ParticipantId | undefined,
  step: 1 | -1,
): CaseListItem | undefined {
  const index = cases.findIndex(({ participantId }) => participantId === from);
  return index === -1 ? undefined : cases[index + step];
}

function goToNeighbour(step: 1 | -1): void {
  const { cases, sheet } = useWithinCase.getState();
  const next = neighbour(cases, sheet?.participantId, step);
  if (next !== undefined) openCase(next.participantId);
}

/** A matrix with a column for each theme of the codebook that is shown, so that summaries have a place. */
export async function makeMatrixOfThemes(): Promise<void> {
  const { sheet } = useWithinCase.getState();
  if (sheet === null) return;
  const names = new Set((await api.matrices.list({})).map(({ name }) => name.toLowerCase()));
  const name = freeName('Cases × themes', names);
  const matrixId = await api.matrices.create({
    name,
    layerId: sheet.layerId,
    columns: sheet.themes.map(({ title, codeIds }) => ({ title, codeIds: [...codeIds] })),
  });
  useWithinCase.setState({ source: { kind: 'matrix', matrixId }, theme: null });
  notify(`Made matrix “${name}”`, { undo: true });
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

const onSheet = (): boolean =>
  useNavigation.getState().place.screen === 'within-case' && useWithinCase.getState().sheet !== null;

export const withinCaseActions: readonly Action[] = [
  {
    id: 'within-case.next',
    label: 'Next case',
    group: 'Within-case',
    shortcut: 'Alt+PageDown',
    enabled: onSheet,
    run: () => goToNeighbour(1),
  },
  {
    id: 'within-case.previous',
    label: 'Previous case',
    group: 'Within-case',
    shortcut: 'Alt+PageUp',
    enabled: onSheet,
    run: () => goToNeighbour(-1),
  },
  {
    id: 'within-case.make-matrix',
    label: 'Make a matrix of these themes',
    group: 'Within-case',
    enabled: () => onSheet() && useWithinCase.getState().sheet?.matrixId === null,
    run: makeMatrixOfThemes,
  },
];
