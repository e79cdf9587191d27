import { useState, type FormEvent } from 'react';
import { assertNever } from '#shared/assert.ts';
import { codeKinds, type CodeKind } from '#shared/codebook/codebook-contract.ts';
import type { CodeId } from '#shared/ids.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog, Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError, sentenceOf } from '../ui/toasts-store.ts';
import {
  closeCodebookDialog,
  createCode,
  removeCode,
  selectCode,
  useCodebookDialog,
} from './codebook-actions.ts';
import { DomainsDialog } from './domains-dialog.tsx';
import { ExampleDialog } from './example-dialog.tsx';
import { SaturationDialog } from './saturation-dialog.tsx';
import { TemplatesDialog } from './templates-dialog.tsx';
import { VersionsDialog } from './versions-dialog.tsx';
import { ImportCodebookDialog } from './import-codebook-dialog.tsx';
import { pathName, useCodebook } from './codebook-store.ts';
import { focusTree } from './tree-focus.ts';

/** Whatever the Codebook screen is asking. */
export function CodebookDialogs() {
  const dialog = useCodebookDialog((state) => state.dialog);
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'new':
      return <NewCodeDialog parentId={dialog.parentId} />;
    case 'remove':
      return (
        <ConfirmDialog
          title={`Remove “${dialog.name}”?`}
          isOpen
          confirmLabel="Remove"
          onConfirm={() => void removeCode(dialog.id).catch(reportError)}
          onClose={closeCodebookDialog}
        >
          <RemovalList {...dialog.goes} />
          <p className="muted">It can be undone.</p>
        </ConfirmDialog>
      );
    case 'import':
      return <ImportCodebookDialog file={dialog.file} preview={dialog.preview} />;
    case 'example':
      return <ExampleDialog id={dialog.id} kind={dialog.as} />;
    case 'templates':
      return <TemplatesDialog />;
    case 'versions':
      return <VersionsDialog />;
    case 'domains':
      return <DomainsDialog />;
    case 'saturation':
      return <SaturationDialog />;
    default:
      return assertNever(dialog);
  }
}

interface RemovalListProps {
  readonly codes: number;
  readonly codings: number;
  readonly coders: readonly string[];
  readonly columns: number;
  readonly evidence: number;
}

function RemovalList({ codes, codings, coders, columns, evidence }: RemovalListProps) {
  const lines = [
    codes > 1 && `${counted(codes - 1, 'code')} below it ${codes === 2 ? 'goes' : 'go'} too.`,
    codings > 0 &&
      `${counted(codings, 'coding')} by ${coders.join(', ')} ${codings === 1 ? 'goes' : 'go'} with it.`,
    evidence > 0 && `Summaries lose ${counted(evidence, 'fragment')} that they rest on.`,
    columns > 0 &&
      `${counted(columns, 'matrix column')} ${columns === 1 ? 'asks' : 'ask'} for it; the summaries written there stay.`,
  ].filter((line) => line !== false);
  return (
    <ul className="removal-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const kindChoices = codeKinds.map((kind) => ({ value: kind, label: kind }));

function NewCodeDialog({ parentId }: { readonly parentId: CodeId | null }) {
  const byId = useCodebook((state) => state.byId);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<CodeKind>('code');
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    createCode({ name, kind, parentId }).then(
      (id) => {
        selectCode(id);
        closeCodebookDialog();
        // After the dialog has given the focus back to where it was.
        setTimeout(focusTree, 50);
      },
      (error: unknown) => {
        const { title, advice } = sentenceOf(error);
        setProblem(`${title} ${advice}`);
      },
    );
  };
  return (
    <Dialog
      title="New code"
      isOpen
      onClose={closeCodebookDialog}
      footer={
        <>
          <Button onPress={closeCodebookDialog}>Cancel</Button>
          <Button tone="primary" type="submit" form="new-code">
            Add code
          </Button>
        </>
      }
    >
      <form id="new-code" className="codebook-form" onSubmit={submit}>
        <TextField
          label="Name"
          autoFocus
          value={name}
          onChange={(text) => {
            setName(text);
            setProblem(undefined);
          }}
          description={
            parentId === null ? 'At the top of the codebook.' : `Below ${pathName(byId, parentId)}.`
          }
          errorMessage={problem}
        />
        <Select label="Kind" choices={kindChoices} value={kind} onChange={setKind} />
      </form>
    </Dialog>
  );
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}
