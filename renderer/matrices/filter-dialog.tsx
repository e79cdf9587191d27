import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import type { AttributeId } from '#shared/ids.ts';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import { useCodebook } from '../codebook/codebook-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { changeView } from './matrices-actions.ts';
import { closeDialog } from './matrices-store.ts';
import { useDisplayStudy } from './use-display-study.ts';
import { useProblem } from './use-problem.ts';

/** Which cases count: those with the ticked values of one attribute. */
export function FilterDialog({ matrix }: { readonly matrix: Matrix }) {
  const codes = useCodebook((state) => state.codes);
  const study = useDisplayStudy(codes);
  const [before] = matrix.view.filters;
  const [attributeId, setAttribute] = useState<AttributeId | null>(before?.attributeId ?? null);
  const [values, setValues] = useState<readonly string[]>(before?.values ?? []);
  const { problem, attempt } = useProblem();
  const apply = (filters: { attributeId: number; values: string[] }[]): void =>
    attempt(changeView(matrix.id, { filters }), closeDialog);
  return (
    <Dialog
      title="Which cases count"
      isOpen
      size="small"
      onClose={closeDialog}
      footer={
        <>
          {matrix.view.filters.length > 0 && <Button onPress={() => apply([])}>All cases</Button>}
          <Button onPress={closeDialog}>Cancel</Button>
          <Button
            tone="primary"
            isDisabled={attributeId === null || values.length === 0}
            onPress={() => {
              if (attributeId !== null) apply([{ attributeId, values: [...values] }]);
            }}
          >
            Filter
          </Button>
        </>
      }
    >
      <Select
        label="Attribute"
        choices={study.attributes.map(({ id, name }) => ({ value: id as number, label: name }))}
        value={attributeId}
        onChange={(id) => {
          setAttribute(id as AttributeId);
          setValues([]);
        }}
      />
      {attributeId !== null && (
        <div className="matrix-ticks" role="group" aria-label="Values that stay">
          {study.valuesOf(attributeId).map((value) => (
            <Checkbox
              key={value}
              className="matrix-tick"
              isSelected={values.includes(value)}
              onChange={(isTicked) =>
                setValues(isTicked ? [...values, value] : values.filter((other) => other !== value))
              }
            >
              <span className="matrix-tick-box" aria-hidden />
              {value === '' ? <em>no value</em> : value}
            </Checkbox>
          ))}
        </div>
      )}
      {problem !== undefined && <p role="alert">{problem}</p>}
    </Dialog>
  );
}
