import type { ParticipantId } from '#shared/ids.ts';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import type { CaseListItem } from '#shared/within-case/within-case-contract.ts';
import type { Action } from '../actions/action.ts';
import { api } from '../api/api.ts';
import { navigate, useNavigation } from '../app/navigation.ts';
import { spotOf } from '../matrices/matrix-focus.ts';
import { useMatrices } from '../matrices/matrices-store.ts';
import { notify } from '../ui/toasts-store.ts';
import { enterCase, useWithinCase } from './within-case-store.ts';

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
  // Not of the sheet: pressed twice, it goes two cases on, while the first of them is still on its way.
  const { cases, participantId } = useWithinCase.getState();
  const next = neighbour(cases, participantId ?? undefined, step);
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

/** The case of the matrix row that has the focus; null where the row is none. */
function focusedRow(): { readonly participantId: ParticipantId; readonly matrix: Matrix } | null {
  const { place } = useNavigation.getState();
  const { model, editing } = useMatrices.getState();
  if (place.screen !== 'matrices' || model === null || editing !== null) return null;
  const row = model.matrix.rows[spotOf(model, place).row];
  return row === undefined || row.participantId === null || row.isGone
    ? null
    : { participantId: row.participantId, matrix: model.matrix };
}

/** The case of the row, with the theme of the column open. */
function readRow(): void {
  const row = focusedRow();
  if (row === null) return;
  const { participantId, matrix } = row;
  const { place } = useNavigation.getState();
  const columnId = place.screen === 'matrices' ? place.columnId : undefined;
  enterCase(participantId);
  useWithinCase.setState({
    source: { kind: 'matrix', matrixId: matrix.id },
    theme: columnId === undefined ? null : `column ${columnId}`,
  });
  openCase(participantId);
}

const onCase = (): boolean =>
  useNavigation.getState().place.screen === 'within-case' && useWithinCase.getState().participantId !== null;

const onSheet = (): boolean =>
  useNavigation.getState().place.screen === 'within-case' && useWithinCase.getState().sheet !== null;

export const withinCaseActions: readonly Action[] = [
  {
    id: 'within-case.next',
    label: 'Next case',
    group: 'Within-case',
    shortcut: 'Alt+PageDown',
    enabled: onCase,
    run: () => goToNeighbour(1),
  },
  {
    id: 'within-case.previous',
    label: 'Previous case',
    group: 'Within-case',
    shortcut: 'Alt+PageUp',
    enabled: onCase,
    run: () => goToNeighbour(-1),
  },
  {
    id: 'within-case.of-row',
    label: 'Read the case of this row closely',
    group: 'Within-case',
    shortcut: 'Alt+Shift+W',
    enabled: () => focusedRow() !== null,
    run: readRow,
  },
  {
    id: 'within-case.make-matrix',
    label: 'Make a matrix of these themes',
    group: 'Within-case',
    enabled: () => onSheet() && useWithinCase.getState().sheet?.matrixId === null,
    run: makeMatrixOfThemes,
  },
];
