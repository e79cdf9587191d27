import type { AttributeTest } from '#shared/retrieval/fragment-query.ts';
import type { RetrievalChoices } from '#shared/retrieval/retrieval-contract.ts';
import { Select } from '../ui/select.tsx';
import { MultiChoice } from './multi-choice.tsx';
import { QueryRow } from './query-row.tsx';
import { rememberName } from './retrieval-store.ts';

type Test = AttributeTest['test'];

const KINDS = [
  { value: 'is', label: 'is' },
  { value: 'range', label: 'lies between' },
  { value: 'missing', label: 'is not filled in' },
] as const;

interface AttributeRowProps {
  readonly attributes: RetrievalChoices['attributes'];
  readonly condition: AttributeTest;
  readonly onChange: (condition: AttributeTest | null) => void;
}

/** “of cases where School is Town” */
export function AttributeRow({ attributes, condition, onChange }: AttributeRowProps) {
  const attribute = attributes.find(({ id }) => id === condition.attributeId);
  const { test } = condition;
  return (
    <QueryRow what="Attribute of the case" onRemove={() => onChange(null)}>
      of cases where
      <Select
        label="Attribute"
        hideLabel
        choices={attributes.map(({ id, name }) => ({ value: id, label: name }))}
        value={attribute?.id ?? null}
        placeholder="Removed"
        onChange={(attributeId) => {
          rememberName('attribute', attributeId, attributes.find(({ id }) => id === attributeId)?.name ?? '');
          onChange({ attributeId, test: emptyTest(test.kind) });
        }}
      />
      <Select
        label="Condition"
        hideLabel
        choices={KINDS}
        value={test.kind}
        onChange={(kind) => onChange({ ...condition, test: emptyTest(kind) })}
      />
      {test.kind === 'is' && (
        <MultiChoice
          label="Values"
          choices={(attribute?.values ?? []).map((value) => ({ value, label: value }))}
          chosen={test.values}
          none="Choose values"
          onChange={(values) => onChange({ ...condition, test: { kind: 'is', values } })}
        />
      )}
      {test.kind === 'range' && (
        <>
          <EndInput
            label="From"
            value={test.from}
            onChange={(from) => onChange({ ...condition, test: { ...test, from } })}
          />
          and
          <EndInput
            label="To"
            value={test.to}
            onChange={(to) => onChange({ ...condition, test: { ...test, to } })}
          />
        </>
      )}
    </QueryRow>
  );
}

export function emptyTest(kind: Test['kind']): Test {
  if (kind === 'is') return { kind, values: [] };
  return kind === 'range' ? { kind, from: null, to: null } : { kind };
}

interface EndInputProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

function EndInput({ label, value, onChange }: EndInputProps) {
  return (
    <input
      className="input query-number"
      aria-label={label}
      placeholder="any"
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
    />
  );
}
