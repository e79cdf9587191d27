import type { Action } from '../actions/action.ts';
import { api } from '../api/api.ts';
import { goToScreen, navigate, useNavigation } from '../app/navigation.ts';
import { hasProject } from '../app/session-store.ts';
import { spotOf, placeAt } from '../matrices/matrix-focus.ts';
import { useMatrices } from '../matrices/matrices-store.ts';
import type { CellPlace } from '../matrices/matrix-model.ts';
import { saveExport } from '../pseudonyms/pseudonyms-actions.ts';
import { notify } from '../ui/toasts-store.ts';
import { openCell } from '../within-case/within-case-store.ts';
import { toggleMark } from './checking-keys.ts';
import { openCheckingDialog } from './checking-store.ts';

/** The cell of the matrix that has the focus, or of the theme that is open in a case; null on another screen. */
function focusedCell(): CellPlace | null {
  const { place } = useNavigation.getState();
  if (place.screen === 'within-case') return openCell();
  const { model, editing } = useMatrices.getState();
  if (place.screen !== 'matrices' || model === null || editing !== null) return null;
  return placeAt(model, spotOf(model, place));
}

const onCell = (): boolean => hasProject() && focusedCell() !== null;

const marking = (id: string, label: string, key: string, mark: Parameters<typeof toggleMark>[1]): Action => ({
  id,
  label,
  group: 'Checking',
  shortcut: `$mod+Shift+${key}`,
  enabled: onCell,
  async run() {
    const place = focusedCell();
    if (place !== null) await toggleMark(place, mark);
  },
});

/** The cell under the focus as checks know it; undefined when nothing is written there. */
async function focusedCellId() {
  const place = focusedCell();
  return place === null ? null : (await api.checking.cell(place)).cellId;
}

export async function sendVerdicts(passphrase: string | null): Promise<void> {
  const made = await api.checking.writeReturn({ passphrase });
  const saved = await saveExport(made);
  if (saved !== null) notify(`Saved ${saved}: send it to the author`);
}

export const checkingActions: readonly Action[] = [
  marking('checking.draft', 'Mark the cell as a draft', 'd', 'draft'),
  marking('checking.ready', 'Mark the cell as ready', 'y', 'ready'),
  marking('checking.not-asked', 'Mark the cell as not asked', 'a', 'not asked'),
  marking('checking.nothing-said', 'Mark the cell as asked, but nothing said', 's', 'nothing said'),
  {
    id: 'checking.still-right',
    label: 'Still right: stand by the stale cell',
    group: 'Checking',
    shortcut: '$mod+Shift+Enter',
    enabled: onCell,
    async run() {
      const place = focusedCell();
      if (place === null) return;
      await api.checking.confirm(place);
      notify('Noted: still right', { undo: true });
    },
  },
  {
    id: 'checking.open',
    label: 'Go to Checking',
    group: 'Checking',
    keywords: 'reciprocal check queue verdict',
    enabled: hasProject,
    run: () => goToScreen('checking'),
  },
  {
    id: 'checking.queue',
    label: 'Cells that wait for you',
    group: 'Checking',
    keywords: 'check queue verdict answer settle',
    enabled: hasProject,
    run: () => navigate({ screen: 'checking', view: 'queue' }),
  },
  {
    id: 'checking.overview',
    label: 'How far the check of the matrix has come',
    group: 'Checking',
    keywords: 'overview checked differences',
    enabled: hasProject,
    run() {
      const matrixId = useMatrices.getState().model?.matrix.id;
      navigate({ screen: 'checking', view: 'overview', ...(matrixId === undefined ? {} : { matrixId }) });
    },
  },
  {
    id: 'checking.ask',
    label: 'Ask for a check…',
    group: 'Checking',
    keywords: 'assign checker',
    enabled: hasProject,
    async run() {
      const matrixId = useMatrices.getState().model?.matrix.id ?? (await api.matrices.list({}))[0]?.id;
      if (matrixId === undefined) {
        goToScreen('matrices');
        return;
      }
      const cellId = await focusedCellId();
      openCheckingDialog({ kind: 'assign', matrixId, cellIds: cellId === null ? null : [cellId] });
    },
  },
  {
    id: 'checking.open-package',
    label: 'Open a check package…',
    group: 'Checking',
    keywords: 'file checker',
    run: () => openCheckingDialog({ kind: 'open-package' }),
  },
  {
    id: 'checking.send-verdicts',
    label: 'Send verdicts back…',
    group: 'Checking',
    keywords: 'file package return own views',
    enabled: hasProject,
    run: () => sendVerdicts(null),
  },
  {
    id: 'checking.read-return',
    label: 'Read verdicts of a checker…',
    group: 'Checking',
    keywords: 'file package return import',
    enabled: hasProject,
    run: () => openCheckingDialog({ kind: 'read-return' }),
  },
];
