import { useEffect, useMemo } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { countRows } from '#shared/matrices/judgement-names.ts';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { MatrixStates } from '../checking/matrix-states.tsx';
import { useSession } from '../app/session-store.ts';
import { ReadBackDialog } from '../read-back/read-back-dialog.tsx';
import { Screen } from '../ui/screen.tsx';
import { sentenceOf } from '../ui/toasts-store.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { CellPanel } from './cell-panel.tsx';
import { MatrixDialogs } from './matrix-dialogs.tsx';
import { NoCases, NoColumns, NoMatrices } from './matrix-empty-states.tsx';
import { MatrixGrid } from './matrix-grid.tsx';
import { MatrixChooser, MatrixToolbar } from './matrix-toolbar.tsx';
import { enterProject, showModel, useMatrices } from './matrices-store.ts';
import { useMatrixPlace } from './matrix-focus.ts';
import { matrixModel, type MatrixModel } from './matrix-model.ts';
import { readMatrixAfresh, useReading } from './reading-store.ts';
import { useMatrix } from './use-matrix.ts';
import { ReadingNote } from './reading-note.tsx';
import { useNarrow } from './use-narrow.ts';
import { ViewBar } from './view-bar.tsx';
import './matrices.css';

export function MatricesScreen() {
  const { value: matrices, error } = useLive(
    () => api.matrices.list({}),
    ['matrix', 'matrix_column', 'matrix_cell'],
    [],
  );
  const { matrixId } = useMatrixPlace();
  const project = useSession((state) => state.project?.uid);
  useEffect(() => {
    if (project !== undefined) enterProject(project);
  }, [project]);
  useEffect(() => {
    if (matrices !== undefined) useMatrices.setState({ matrices });
  }, [matrices]);

  const shown = matrices?.find(({ id }) => id === matrixId) ?? matrices?.[0];
  return (
    <>
      {error !== null && <Failed error={error} />}
      {matrices !== undefined && shown === undefined && (
        <Screen title="Matrices">
          <NoMatrices />
        </Screen>
      )}
      {shown !== undefined && <MatrixScreen key={shown.id} id={shown.id} />}
      <MatrixDialogs />
      <ReadBackDialog />
    </>
  );
}

function MatrixScreen({ id }: { readonly id: Matrix['id'] }) {
  const { value: matrix, error } = useMatrix(id);
  // Rows that are pinned only later would change places under the keys.
  const pins = useReading((state) => (state.matrixId === id && state.isKnown ? state.pins : null));
  const reader = useSession(({ project }) => `${project?.uid ?? ''} ${project?.coderId ?? ''}`);
  useEffect(() => readMatrixAfresh(id, reader), [id, reader]);
  const model = useMemo(
    () => (matrix === undefined || pins === null ? null : matrixModel(matrix, pins)),
    [matrix, pins],
  );
  useEffect(() => {
    showModel(model);
    return () => showModel(null);
  }, [model]);
  if (model === null) {
    return <Screen title="Matrices">{error === null ? null : <Failed error={error} />}</Screen>;
  }
  return (
    <Screen
      title="Matrices"
      note={
        <span className="matrix-title">
          <MatrixChooser model={model} />
          <span className="matrix-size">{sizeOf(model)}</span>
        </span>
      }
      toolbar={<MatrixToolbar />}
    >
      <MatrixStates matrixId={id} />
      <MatrixBody model={model} />
    </Screen>
  );
}

function MatrixBody({ model }: { readonly model: MatrixModel }) {
  const narrow = useNarrow();
  const panel = useMatrices((state) => state.panel) ?? !narrow;
  if (model.matrix.rows.length === 0 && model.matrix.hiddenCases === 0) return <NoCases />;
  if (model.columns.length === 0) return <NoColumns />;
  return (
    <div className="matrix-screen">
      <ViewBar matrix={model.matrix} />
      <ReadingNote matrix={model.matrix} />
      <Group className="matrix-panes" orientation="horizontal">
        <Panel id="grid" className="matrix-pane" minSize={200}>
          <MatrixGrid model={model} />
        </Panel>
        {panel && <Separator className="matrix-separator" aria-label="Width of the panel" />}
        {panel && (
          <Panel
            id="cell"
            className="matrix-pane"
            defaultSize={narrow ? '50' : '31'}
            minSize={220}
            maxSize="60"
            groupResizeBehavior="preserve-pixel-size"
          >
            <CellPanel model={model} />
          </Panel>
        )}
      </Group>
    </div>
  );
}

function Failed({ error }: { readonly error: unknown }) {
  const { title, advice } = sentenceOf(error);
  return <EmptyState title={title}>{advice}</EmptyState>;
}

function sizeOf({ matrix, columns, totals }: MatrixModel): string {
  const cells = matrix.rows.length * columns.length;
  if (cells === 0) return '';
  const written = [...totals.values()].reduce((sum, { summaries }) => sum + summaries, 0);
  return `${countRows(matrix.rowKind, matrix.rows.length)} × ${columns.length} · ${written.toLocaleString()} of ${cells.toLocaleString()} cells summarised`;
}
