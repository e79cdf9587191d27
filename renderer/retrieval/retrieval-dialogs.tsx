import { useId, useState } from 'react';
import type { ContextSize } from '#shared/retrieval/fragment-context.ts';
import type { FragmentFormat } from '#shared/retrieval/retrieval-contract.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError, sentenceOf } from '../ui/toasts-store.ts';
import { NumberInput } from './number-input.tsx';
import { exportFragments, renameSaved, saveAs } from './retrieval-actions.ts';
import { closeDialog, useRetrieval } from './retrieval-store.ts';

export function RetrievalDialogs() {
  const dialog = useRetrieval((state) => state.dialog);
  switch (dialog?.kind) {
    case 'save':
      return <NameDialog title="Save this query" name="" confirm="Save" save={saveAs} />;
    case 'rename':
      return (
        <NameDialog
          title="Rename the query"
          name={dialog.saved.name}
          confirm="Rename"
          save={(name) => renameSaved(dialog.saved, name)}
        />
      );
    case 'export':
      return <ExportDialog />;
    case undefined:
      return null;
  }
}

interface NameDialogProps {
  readonly title: string;
  readonly name: string;
  readonly confirm: string;
  readonly save: (name: string) => Promise<void>;
}

function NameDialog({ title, name: before, confirm, save }: NameDialogProps) {
  const [name, setName] = useState(before);
  const [problem, setProblem] = useState<string>();
  const form = useId();
  return (
    <Dialog
      title={title}
      isOpen
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>Cancel</Button>
          <Button tone="primary" type="submit" form={form}>
            {confirm}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          save(name).then(closeDialog, (error: unknown) => {
            const sentence = sentenceOf(error);
            setProblem(`${sentence.title} ${sentence.advice}`);
          });
        }}
      >
        <TextField label="Name" autoFocus value={name} onChange={setName} errorMessage={problem} />
      </form>
    </Dialog>
  );
}

const FORMATS: readonly { readonly value: FragmentFormat; readonly label: string }[] = [
  { value: 'xlsx', label: 'Excel workbook, with counts' },
  { value: 'docx', label: 'Word document' },
  { value: 'html', label: 'Web page (HTML)' },
  { value: 'csv', label: 'CSV file' },
];

const CONTEXTS: readonly { readonly value: ContextSize['by']; readonly label: string }[] = [
  { value: 'none', label: 'nothing around them' },
  { value: 'sentence', label: 'the rest of the sentence' },
  { value: 'turn', label: 'the rest of the turn' },
  { value: 'characters', label: 'so many characters on both sides' },
];

const USUAL_CHARACTERS = 200;

function ExportDialog() {
  const lastContext = useRetrieval((state) => state.context);
  const [format, setFormat] = useState<FragmentFormat>('xlsx');
  const [context, setContext] = useState(lastContext);
  const [name, setName] = useState('Fragments');
  return (
    <Dialog
      title="Export the fragments"
      isOpen
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>Cancel</Button>
          <Button
            tone="primary"
            onPress={() => {
              closeDialog();
              exportFragments(format, context, name).catch(reportError);
            }}
          >
            Export
          </Button>
        </>
      }
    >
      <Select label="As" choices={FORMATS} value={format} onChange={setFormat} />
      <Select
        label="With"
        choices={CONTEXTS}
        value={context.by}
        onChange={(by) => setContext(by === 'characters' ? { by, most: USUAL_CHARACTERS } : { by })}
      />
      {context.by === 'characters' && (
        <NumberInput
          label="Characters on both sides"
          value={context.most}
          least={1}
          most={5000}
          onChange={(most) => setContext({ by: 'characters', most })}
        />
      )}
      <TextField label="Name of the file" value={name} onChange={setName} />
      <p className="muted">
        Each fragment goes with its code, the pseudonym of its case, its translation and memo, and the place
        where it was said.
      </p>
    </Dialog>
  );
}
