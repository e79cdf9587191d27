import { useState } from 'react';
import type { ColumnKind } from '#shared/matrices/cell-kinds.ts';
import { columnKindNames } from '#shared/matrices/judgement-names.ts';
import type { TraitId, CodeId, ColumnId } from '#shared/ids.ts';
import type { Matrix, NewColumnInput } from '#shared/matrices/matrices-contract.ts';
import { wordLabel } from '#shared/matrices/traits.ts';
import { api } from '../api/api.ts';
import { navigate } from '../app/navigation.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useCodebook } from '../codebook/codebook-store.ts';
import { CodeTicks } from './code-ticks.tsx';
import { closeDialog } from './matrices-store.ts';
import { SourceTicks } from './source-ticks.tsx';
import { traitChoices } from './trait-choices.ts';
import { useDisplayStudy } from './use-display-study.ts';
import { useProblem } from './use-problem.ts';

const KINDS: readonly ColumnKind[] = [
  'codes',
  'attribute',
  'rating',
  'checklist',
  'condition',
  'verdict',
  'group',
  'cells',
];

/** Asks what one more column asks of its rows. */
export function AddColumnDialog({ matrix }: { readonly matrix: Matrix }) {
  const codes = useCodebook((state) => state.codes);
  const byId = useCodebook((state) => state.byId);
  const study = useDisplayStudy(codes);
  const [kind, setKind] = useState<ColumnKind>('codes');
  const [chosen, setChosen] = useState<readonly CodeId[]>([]);
  const [sourceIds, setSources] = useState<readonly ColumnId[]>([]);
  const [attributeId, setAttribute] = useState<TraitId | null>(null);
  const [caseValue, setValue] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const { problem, attempt } = useProblem();
  const trait = study.attributes.find(({ id }) => id === attributeId);
  const asksAttribute = kind === 'attribute' || kind === 'group';
  const column: NewColumnInput = asksAttribute
    ? { kind, title, attributeId, caseValue: kind === 'group' ? (caseValue ?? '') : null }
    : {
        kind,
        title,
        codeIds: kind === 'cells' ? [] : [...chosen],
        sourceIds: kind === 'cells' ? [...sourceIds] : [],
      };
  const isComplete = {
    codes: chosen.length > 0 || matrix.rowKind === 'codes',
    attribute: attributeId !== null,
    group: attributeId !== null && caseValue !== null,
    cells: sourceIds.length > 0 && (sourceIds.length === 1 || reason.trim() !== ''),
    rating: true,
    checklist: true,
    condition: true,
    verdict: true,
  }[kind];
  const add = async (): Promise<void> => {
    const columnId = await api.matrices.addColumn({ matrixId: matrix.id, ...column, reason });
    navigate({ screen: 'matrices', matrixId: matrix.id, columnId });
  };
  const submit = (): void => {
    if (isComplete) attempt(add(), closeDialog);
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
          <Button tone="primary" isDisabled={!isComplete} onPress={submit}>
            Add column
          </Button>
        </>
      }
    >
      <Select
        label="The column holds"
        choices={KINDS.map((value) => ({ value, label: `${columnKindNames[value]}: ${ASKS[value]}` }))}
        value={kind}
        onChange={setKind}
      />
      {asksAttribute && (
        <div className="matrix-new-attributes">
          <Select
            label="Attribute or typology"
            choices={traitChoices(study.attributes)}
            value={attributeId}
            onChange={(id) => {
              setAttribute(id as TraitId);
              setValue(null);
            }}
          />
          {kind === 'group' && attributeId !== null && (
            <Select
              label="Cases with"
              choices={study.valuesOf(attributeId).map((value) => ({
                value: value === '' ? ' ' : value,
                label: wordLabel(trait, value),
              }))}
              value={caseValue === '' ? ' ' : caseValue}
              onChange={(value) => setValue(value.trim())}
            />
          )}
        </div>
      )}
      {kind === 'cells' && (
        <>
          <SourceTicks matrixId={matrix.id} chosen={sourceIds} onChange={setSources} />
          <TextField
            label={sourceIds.length > 1 ? 'Why they are merged' : 'Why (optional)'}
            value={reason}
            onChange={setReason}
            rows={2}
          />
        </>
      )}
      {!asksAttribute && kind !== 'cells' && (
        <CodeTicks label="Codes of the column" chosen={chosen} onChange={setChosen} onDone={submit} />
      )}
      <TextField
        label="Title"
        value={title}
        onChange={setTitle}
        placeholder={names === '' ? 'The name of what it holds' : names}
        errorMessage={problem}
      />
    </Dialog>
  );
}

const ASKS: Readonly<Record<ColumnKind, string>> = {
  codes: 'fragments, and a summary of them',
  attribute: 'its value, or the type of the case',
  rating: 'from −2 to +2, mixed, or no data',
  checklist: 'present, absent or unclear',
  condition: 'met, missed or unknown',
  verdict: 'converge, partly or diverge',
  group: 'those with one value of an attribute, or of one type',
  cells: 'a summary of summaries',
};
