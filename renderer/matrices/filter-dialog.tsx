import { useState } from 'react';
import { Plus, X } from 'lucide-react';
import { Checkbox } from 'react-aria-components';
import type { TraitId } from '#shared/ids.ts';
import type { CaseFilter } from '#shared/matrices/case-filter.ts';
import type { DisplayStudy } from '#shared/matrices/displays.ts';
import { groupRow } from '#shared/matrices/row-keys.ts';
import { wordLabel } from '#shared/matrices/traits.ts';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import { useCodebook } from '../codebook/codebook-store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { changeView } from './matrices-actions.ts';
import { closeDialog } from './matrices-store.ts';
import { traitChoices } from './trait-choices.ts';
import { useDisplayStudy } from './use-display-study.ts';
import { useProblem } from './use-problem.ts';

interface Condition {
  readonly attributeId: TraitId | null;
  readonly values: readonly string[];
}

const EMPTY: Condition = { attributeId: null, values: [] };

/** Which cases count: those that have one of the ticked values in every attribute that was chosen. */
export function FilterDialog({ matrix }: { readonly matrix: Matrix }) {
  const codes = useCodebook((state) => state.codes);
  const study = useDisplayStudy(codes);
  const { filters } = matrix.view;
  const [conditions, setConditions] = useState<readonly Condition[]>(filters.length > 0 ? filters : [EMPTY]);
  const { problem, attempt } = useProblem();
  const apply = (next: CaseFilter[]): void => attempt(changeView(matrix.id, { filters: next }), closeDialog);
  const complete = conditions.flatMap(({ attributeId, values }): CaseFilter[] =>
    attributeId === null || values.length === 0 ? [] : [{ attributeId, values: [...values] }],
  );
  return (
    <Dialog
      title="Which cases count"
      isOpen
      size="small"
      onClose={closeDialog}
      footer={
        <>
          {filters.length > 0 && <Button onPress={() => apply([])}>All cases</Button>}
          <Button onPress={closeDialog}>Cancel</Button>
          <Button
            tone="primary"
            isDisabled={complete.length === 0 || complete.length < conditions.length}
            onPress={() => apply(complete)}
          >
            Filter
          </Button>
        </>
      }
    >
      {conditions.map((condition, index) => (
        <ConditionFields
          // Conditions have no name of their own, and stand in the order in which they were added.
          key={index}
          condition={condition}
          study={study}
          number={index + 1}
          taken={conditions.flatMap(({ attributeId }, other) => (other === index ? [] : (attributeId ?? [])))}
          onChange={(next) => setConditions(conditions.with(index, next))}
          {...(conditions.length > 1 && {
            onRemove: () => setConditions(conditions.toSpliced(index, 1)),
          })}
        />
      ))}
      {conditions.length < study.attributes.length && (
        <Button tone="quiet" onPress={() => setConditions([...conditions, EMPTY])}>
          <Plus aria-hidden />
          And another condition
        </Button>
      )}
      {problem !== undefined && <p role="alert">{problem}</p>}
    </Dialog>
  );
}

interface ConditionFieldsProps {
  readonly condition: Condition;
  readonly study: DisplayStudy;
  readonly number: number;
  /** Attributes of the other conditions. */
  readonly taken: readonly TraitId[];
  readonly onChange: (next: Condition) => void;
  readonly onRemove?: () => void;
}

function ConditionFields({ condition, study, number, taken, onChange, onRemove }: ConditionFieldsProps) {
  const { attributeId, values } = condition;
  const trait = study.attributes.find(({ id }) => id === attributeId);
  return (
    <div className="matrix-condition">
      <div className="matrix-condition-head">
        <Select
          label={number === 1 ? 'Attribute or typology' : 'And attribute or typology'}
          choices={traitChoices(study.attributes.filter(({ id }) => !taken.includes(id)))}
          value={attributeId}
          onChange={(id) => onChange({ attributeId: id as TraitId, values: [] })}
        />
        {onRemove !== undefined && (
          <IconButton label={`Leave out condition ${number}`} icon={<X />} onPress={onRemove} />
        )}
      </div>
      {attributeId !== null && (
        <div className="matrix-ticks" role="group" aria-label={`Values that stay, condition ${number}`}>
          {withKept(study.valuesOf(attributeId), values).map((value) => (
            <Checkbox
              key={value}
              className="matrix-tick"
              isSelected={values.includes(value)}
              onChange={(isTicked) =>
                onChange({
                  attributeId,
                  values: isTicked ? [...values, value] : values.filter((other) => other !== value),
                })
              }
            >
              <span className="matrix-tick-box" aria-hidden />
              {value === '' ? <em>{wordLabel(trait, value)}</em> : value}
            </Checkbox>
          ))}
        </div>
      )}
    </div>
  );
}

/** A value that was ticked stays in the list when no case has it any more: it can be unticked. */
function withKept(values: readonly string[], ticked: readonly string[]): readonly string[] {
  const known = new Set(values.map(groupRow));
  return [...values, ...ticked.filter((value) => !known.has(groupRow(value)))];
}
