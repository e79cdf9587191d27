import { useState } from 'react';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import { api } from '../api/api.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { closeDialog } from './matrices-store.ts';
import { useProblem } from './use-problem.ts';

/** The name of a matrix, and the rules by which it is filled. */
export function MatrixDialog({ matrix }: { readonly matrix: Matrix }) {
  const [name, setName] = useState(matrix.name);
  const [decisionRules, setRules] = useState(matrix.decisionRules);
  const { problem, attempt } = useProblem();
  const submit = (): void =>
    attempt(api.matrices.change({ id: matrix.id, name, decisionRules }), closeDialog);
  return (
    <Dialog
      title="Name and decision rules"
      isOpen
      size="medium"
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>Cancel</Button>
          <Button tone="primary" isDisabled={name.trim() === ''} onPress={submit}>
            Save
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        autoFocus
        errorMessage={problem}
        onKeyDown={(event) => event.key === 'Enter' && submit()}
      />
      <TextField
        label="Decision rules"
        description="How the summaries of this matrix are made. They go along into every export."
        rows={8}
        value={decisionRules}
        onChange={setRules}
      />
    </Dialog>
  );
}
