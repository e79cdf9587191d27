import { Download, MoreHorizontal, PanelRightClose, PanelRightOpen, Plus } from 'lucide-react';
import { runAction } from '../actions/action-registry.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu, type MenuChoice } from '../ui/menu.tsx';
import { Select } from '../ui/select.tsx';
import { openMatrix } from './matrices-actions.ts';
import { useMatrices } from './matrices-store.ts';
import type { MatrixModel } from './matrix-model.ts';
import { useNarrow } from './use-narrow.ts';

/** Which of the matrices is shown. */
export function MatrixChooser({ model }: { readonly model: MatrixModel }) {
  const matrices = useMatrices((state) => state.matrices);
  return (
    <Select
      label="Matrix"
      hideLabel
      choices={matrices.map(({ id, name }) => ({ value: id, label: name }))}
      value={model.matrix.id}
      onChange={openMatrix}
    />
  );
}

const choice = (id: string, label: string, tone?: 'danger'): MenuChoice => ({
  id,
  label,
  ...(tone === undefined ? {} : { tone }),
  run: () => runAction(id),
});

export function MatrixToolbar() {
  const narrow = useNarrow();
  const panel = useMatrices((state) => state.panel) ?? !narrow;
  return (
    <>
      <IconButton
        label={panel ? 'Hide the panel of the cell' : 'Show the panel of the cell'}
        icon={panel ? <PanelRightClose /> : <PanelRightOpen />}
        onPress={() => useMatrices.setState({ panel: !panel })}
      />
      {!narrow && (
        <Button icon={<Plus />} onPress={() => runAction('matrices.add-column')}>
          Column
        </Button>
      )}
      <Menu
        label="Export"
        trigger={<Button icon={<Download />}>Export</Button>}
        choices={[
          choice('matrices.export-xlsx', 'Excel workbook'),
          choice('matrices.export-docx', 'Word document'),
          choice('matrices.export-cases', 'Word report of each case'),
          choice('matrices.export-html', 'Web page'),
          choice('matrices.export-csv', 'CSV files'),
        ]}
      />
      <Menu
        label="More of this matrix"
        trigger={<IconButton label="More of this matrix" icon={<MoreHorizontal />} />}
        choices={[
          choice('matrices.new', 'New matrix…'),
          choice('matrices.add-column', 'Add a column…'),
          choice('matrices.read-back', 'Take back an edited Excel workbook…'),
          choice('matrices.describe', 'Name and decision rules…'),
          choice('matrices.draw', 'Draw a second matrix from this one…'),
          choice('matrices.reduction-log', 'Reduction log…'),
          choice('checking.ask', 'Ask for a check…'),
          choice('checking.overview', 'How far the check has come'),
          choice('matrices.remove', 'Remove this matrix…', 'danger'),
        ]}
      />
    </>
  );
}
