import { useState } from 'react';
import type { CodeId, MatrixId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { navigate } from '../app/navigation.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useCodebook } from '../codebook/codebook-store.ts';
import { CodeTicks } from './code-ticks.tsx';
import { closeDialog } from './matrices-store.ts';
import { useProblem } from './use-problem.ts';

/** Asks for the codes of one more column. */
export function AddColumnDialog({ matrixId }: { readonly matrixId: MatrixId }) {
  const byId = useCodebook((state) => state.byId);
  const [chosen, setChosen] = useState<readonly CodeId[]>([]);
  const [title, setTitle] = useState('');
  const { problem, attempt } = useProblem();
  const add = async (): Promise<void> => {
    const columnId = await api.matrices.addColumn({ matrixId, title, codeIds: [...chosen] });
    navigate({ screen: 'matrices', matrixId, columnId });
  };
  const submit = (): void => {
    if (chosen.length > 0) attempt(add(), closeDialog);
  };
  const names = chosen.map((id) => byId.get(id)?.name ?? '').join(' + ');
  return (
    <Dialog
      title="Add a column"
      isOpen
      size="medium"
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>Cancel</Button>
          <Button tone="primary" isDisabled={chosen.length === 0} onPress={submit}>
            Add column
          </Button>
        </>
      }
    >
      <CodeTicks label="Codes of the column" chosen={chosen} onChange={setChosen} onDone={submit} />
      <TextField
        label="Title"
        value={title}
        onChange={setTitle}
        placeholder={names === '' ? 'The names of the codes' : names}
        errorMessage={problem}
      />
    </Dialog>
  );
}
