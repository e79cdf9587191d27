import { useState, type FormEvent } from 'react';
import { must } from '#shared/assert.ts';
import {
  displays,
  missingFor,
  otherRows,
  type Display,
  type DisplayChoice,
  type OtherRows,
} from '#shared/matrices/displays.ts';
import type { TraitId } from '#shared/ids.ts';
import { useCodebook } from '../codebook/codebook-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CodeTicks } from './code-ticks.tsx';
import { CodeShortcuts } from './code-shortcuts.tsx';
import { DisplayList } from './display-list.tsx';
import { createMatrix } from './matrices-actions.ts';
import { closeDialog, useMatrices } from './matrices-store.ts';
import { freeMatrixName } from './free-matrix-name.ts';
import { traitChoices } from './trait-choices.ts';
import { useDisplayStudy } from './use-display-study.ts';
import { useProblem } from './use-problem.ts';

const NONE = 0;
const NOTHING: DisplayChoice = { codeIds: [], attributeId: null, otherId: null };

/** Asks for a display, a name, and what of the study goes into it. */
export function NewMatrixDialog() {
  const codes = useCodebook((state) => state.codes);
  const matrices = useMatrices((state) => state.matrices);
  const taken = matrices.map((matrix) => matrix.name);
  const [display, setDisplay] = useState<Display>(must(displays[0], 'there are displays'));
  const [name, setName] = useState(() => freeMatrixName('Cross-case matrix', taken));
  const [choice, setChoice] = useState(NOTHING);
  const [rows, setRows] = useState<OtherRows>('cases');
  const study = useDisplayStudy(codes);
  const { problem, attempt } = useProblem();
  const missing = missingFor(display, choice);

  const take = (next: Display): void => {
    setDisplay(next);
    // A name that the person gave stays; the one that was proposed follows the display.
    if (displays.some((one) => name.startsWith(proposal(one))))
      setName(freeMatrixName(proposal(next), taken));
  };
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    const setUp = isEmptyStart(display, choice) ? { columns: [] } : display.setUp(choice, study);
    const rowKind = display.asks.rows === true ? { rowKind: rows } : {};
    attempt(createMatrix({ ...setUp, ...rowKind, name, display: display.id }), closeDialog);
  };

  return (
    <Dialog
      title="New matrix"
      isOpen
      size="large"
      onClose={closeDialog}
      footer={
        <>
          <span className="matrix-dialog-note muted">{noteOf(display, choice, missing)}</span>
          <Button onPress={closeDialog}>Cancel</Button>
          <Button
            tone="primary"
            type="submit"
            form="new-matrix"
            isDisabled={name.trim() === '' || (missing !== null && !isEmptyStart(display, choice))}
          >
            Make matrix
          </Button>
        </>
      }
    >
      <div className="matrix-new">
        <DisplayList chosen={display} onChoose={take} />
        <div className="matrix-new-form">
          <form id="new-matrix" className="matrix-form" onSubmit={submit}>
            <TextField label="Name" value={name} onChange={setName} autoFocus errorMessage={problem} />
            {display.asks.rows === true && (
              <Select
                label="One row for"
                choices={otherRows.map((value) => ({ value, label: ROWS_ARE[value] }))}
                value={rows}
                onChange={setRows}
              />
            )}
            <Attributes display={display} choice={choice} study={study} onChange={setChoice} />
            {display.asks.codes !== undefined && (
              <CodeShortcuts
                label={CODES_ARE[display.asks.codes]}
                isChosen={choice.codeIds.length > 0}
                onChange={(codeIds) => setChoice({ ...choice, codeIds })}
              />
            )}
          </form>
          {display.asks.codes !== undefined && (
            <CodeTicks
              label={`Codes for the ${CODES_ARE[display.asks.codes].toLowerCase()}`}
              chosen={choice.codeIds}
              onChange={(codeIds) => setChoice({ ...choice, codeIds })}
              onDone={submit}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}

const CODES_ARE = { columns: 'Columns', rows: 'Rows', clusters: 'Columns' } as const;

const ROWS_ARE: Readonly<Record<OtherRows, string>> = {
  cases: 'each case',
  sites: 'each site',
  roles: 'each role of a speaker',
  sections: 'each part of the interview',
  coders: 'each coder',
  all: 'all cases together',
};

interface AttributesProps {
  readonly display: Display;
  readonly choice: DisplayChoice;
  readonly study: ReturnType<typeof useDisplayStudy>;
  readonly onChange: (choice: DisplayChoice) => void;
}

function Attributes({ display: { asks, id }, choice, study, onChange }: AttributesProps) {
  const choices = traitChoices(study.attributes);
  const none = { value: NONE, label: id === 'role-ordered' ? 'the speakers in the transcripts' : 'nothing' };
  if (asks.attribute !== undefined && choices.length === 0 && asks.attribute.isOptional !== true)
    return (
      <p className="muted">
        The participants have no attributes yet, and no types. Add an attribute on the Participants screen, or
        a typology on the Types screen.
      </p>
    );
  return (
    <div className="matrix-new-attributes">
      {asks.attribute !== undefined && (
        <Select
          label={asks.attribute.label}
          choices={asks.attribute.isOptional === true ? [none, ...choices] : choices}
          value={choice.attributeId ?? (asks.attribute.isOptional === true ? NONE : null)}
          onChange={(value) =>
            onChange({ ...choice, attributeId: value === NONE ? null : (value as TraitId) })
          }
        />
      )}
      {asks.other !== undefined && (
        <Select
          label={asks.other.label}
          choices={choices}
          value={choice.otherId}
          onChange={(value) => onChange({ ...choice, otherId: value as TraitId })}
        />
      )}
    </div>
  );
}

/** A matrix of cases may begin without a column; any other display would be nothing without what it asks for. */
function isEmptyStart(display: Display, { codeIds }: DisplayChoice): boolean {
  return display.id === 'content-cases' && codeIds.length === 0;
}

function noteOf(display: Display, choice: DisplayChoice, missing: string | null): string {
  if (isEmptyStart(display, choice)) return 'Columns can be added later';
  return missing ?? '';
}

function proposal({ id, name }: Display): string {
  return id === 'content-cases' ? 'Cross-case matrix' : name;
}
