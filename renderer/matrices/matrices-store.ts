import { create } from 'zustand';
import type { TraitId, ColumnId } from '#shared/ids.ts';
import type { MatrixListItem } from '#shared/matrices/matrices-contract.ts';
import type { CellKey, CellPlace, MatrixModel } from './matrix-model.ts';

/** What a person has typed into a cell and what has become of it; it is shown until the stored text is. */
export interface Draft {
  readonly text: string;
  readonly state: 'typing' | 'saving' | 'saved' | 'failed';
}

export type MatrixDialog =
  | { readonly kind: 'new' }
  | { readonly kind: 'matrix' }
  | { readonly kind: 'remove-matrix' }
  | { readonly kind: 'add-column' }
  | { readonly kind: 'draw' }
  | { readonly kind: 'filter' }
  | { readonly kind: 'pattern' }
  | { readonly kind: 'by-group'; readonly columnId: ColumnId }
  | { readonly kind: 'reduction-log' }
  | {
      readonly kind: 'column';
      readonly columnId: ColumnId;
      readonly field: 'title' | 'codes' | 'rule' | 'poles';
    }
  | { readonly kind: 'remove-column'; readonly columnId: ColumnId };

interface MatricesState {
  /** The project that all of this is about. */
  readonly project: string | null;
  readonly matrices: readonly MatrixListItem[];
  /** The matrix on the screen. */
  readonly model: MatrixModel | null;
  readonly drafts: Readonly<Record<CellKey, Draft>>;
  readonly editing: CellPlace | null;
  readonly dialog: MatrixDialog | null;
  /** Widths of columns that are being dragged. */
  readonly widths: Readonly<Record<ColumnId, number>>;
  /** Whether the panel of the cell is shown; null leaves it to the width of the window. */
  readonly panel: boolean | null;
  /** Lines of a summary that a cell shows. */
  readonly cellLines: number;
  /** The attribute under the code of a case; null leaves it to the order of the view. */
  readonly secondLine: TraitId | null;
}

const START: MatricesState = {
  project: null,
  matrices: [],
  model: null,
  drafts: {},
  editing: null,
  dialog: null,
  widths: {},
  panel: null,
  cellLines: 4,
  secondLine: null,
};

export const useMatrices = create<MatricesState>(() => START);

/** In another project no cell of before exists; in the same one, what could not be saved is still there. */
export function enterProject(project: string): void {
  useMatrices.setState((state) =>
    state.project === project
      ? state
      : {
          ...START,
          project,
          cellLines: state.cellLines,
          panel: state.panel,
          // The palette may ask for a new matrix before this screen was ever shown.
          dialog: state.project === null ? state.dialog : null,
        },
  );
}

export function openDialog(dialog: MatrixDialog): void {
  useMatrices.setState({ dialog });
}

export function closeDialog(): void {
  useMatrices.setState({ dialog: null });
}

export function setDraft(key: CellKey, draft: Draft): void {
  useMatrices.setState(({ drafts }) => ({ drafts: { ...drafts, [key]: draft } }));
}

export function dropDraft(key: CellKey): void {
  useMatrices.setState(({ drafts }) => {
    const { [key]: _, ...others } = drafts;
    return { drafts: others };
  });
}

/** A matrix has arrived from the core: from here on it, and not what was typed, says what is stored. */
export function showModel(model: MatrixModel | null): void {
  useMatrices.setState(({ drafts }) => ({
    model,
    widths: {},
    drafts: Object.fromEntries(Object.entries(drafts).filter(([, { state }]) => state !== 'saved')),
  }));
}
