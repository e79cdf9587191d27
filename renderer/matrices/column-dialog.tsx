import { useState } from 'react';
import type { MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import type { CodeId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CodeTicks } from './code-ticks.tsx';
import { closeDialog } from './matrices-store.ts';
import { useProblem } from './use-problem.ts';

interface ColumnDialogProps {
  readonly column: MatrixColumn;
  /** What the person came to change. */
  readonly field: 'title' | 'codes' | 'rule' | 'poles';
}

const TITLES = { title: 'Rename', codes: 'Codes of', rule: 'Decision rule of', poles: 'Poles of' } as const;

/** Changes one thing of a column. */
export function ColumnDialog({ column, field }: ColumnDialogProps) {
  const [title, setTitle] = useState(column.title);
  const [decisionRule, setRule] = useState(column.decisionRule);
  const [chosen, setChosen] = useState<readonly CodeId[]>(column.codeIds);
  const { problem, attempt } = useProblem();
  const [poleLow, setLow] = useState(column.poleLow);
  const [poleHigh, setHigh] = useState(column.poleHigh);
  const change = {
    title: { title },
    rule: { decisionRule },
    codes: { codeIds: [...chosen] },
    poles: { poleLow, poleHigh },
  }[field];
  const isComplete = field === 'title' ? title.trim() !== '' : field !== 'codes' || chosen.length > 0;
  const submit = (): void => {
    if (isComplete) attempt(api.matrices.changeColumn({ id: column.id, ...change }), closeDialog);
  };
  return (
    <Dialog
      title={`${TITLES[field]} “${column.title}”`}
      isOpen
      size={field === 'title' ? 'small' : 'medium'}
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>Cancel</Button>
          <Button tone="primary" isDisabled={!isComplete} onPress={submit}>
            Save
          </Button>
        </>
      }
    >
      {field === 'title' && (
        <TextField
          label="Title"
          value={title}
          onChange={setTitle}
          autoFocus
          errorMessage={problem}
          onKeyDown={(event) => event.key === 'Enter' && submit()}
        />
      )}
      {field === 'rule' && (
        <TextField
          label="When does a case get which summary here?"
          description="It goes along into every export of the matrix."
          rows={6}
          value={decisionRule}
          onChange={setRule}
          autoFocus
          errorMessage={problem}
        />
      )}
      {field === 'poles' && (
        <>
          <TextField
            label="−2 stands for"
            value={poleLow}
            onChange={setLow}
            autoFocus
            errorMessage={problem}
          />
          <TextField label="+2 stands for" value={poleHigh} onChange={setHigh} />
        </>
      )}
      {field === 'codes' && (
        <>
          <CodeTicks label="Codes of the column" chosen={chosen} onChange={setChosen} onDone={submit} />
          {problem !== undefined && <p role="alert">{problem}</p>}
        </>
      )}
    </Dialog>
  );
}
