import {
  relationKinds,
  type Distance,
  type Relation,
  type RelationKind,
} from '#shared/retrieval/fragment-query.ts';
import { Select } from '../ui/select.tsx';
import { CodeChoice } from './code-choice.tsx';
import { NumberInput } from './number-input.tsx';
import { QueryRow } from './query-row.tsx';

const VERBS: Readonly<Record<RelationKind, readonly [string, string]>> = {
  overlaps: ['overlap', 'do not overlap'],
  within: ['lie within', 'do not lie within'],
  contains: ['contain', 'do not contain'],
  near: ['are near', 'are not near'],
  follows: ['follow', 'do not follow'],
};

const CHOICES = relationKinds.flatMap((kind) =>
  VERBS[kind].map((label, index) => ({ value: `${kind} ${index}`, label, kind, not: index === 1 })),
);

interface RelationRowProps {
  readonly relation: Relation;
  readonly onChange: (relation: Relation | null) => void;
}

/** “that overlap Time, Tempo” */
export function RelationRow({ relation, onChange }: RelationRowProps) {
  const hasDistance = relation.kind === 'near' || relation.kind === 'follows';
  return (
    <QueryRow what="Relation to other codes" onRemove={() => onChange(null)}>
      that
      <Select
        label="Relation"
        hideLabel
        choices={CHOICES}
        value={`${relation.kind} ${relation.not ? 1 : 0}`}
        onChange={(value) => {
          const choice = CHOICES.find((one) => one.value === value);
          if (choice !== undefined) onChange({ ...relation, kind: choice.kind, not: choice.not });
        }}
      />
      <CodeChoice
        label="Codes of the relation"
        ids={relation.codeIds}
        none="Choose codes"
        onChange={(codeIds) => onChange({ ...relation, codeIds })}
      />
      {hasDistance && (
        <DistanceChoice
          distance={relation.distance}
          onChange={(distance) => onChange({ ...relation, distance })}
        />
      )}
    </QueryRow>
  );
}

interface DistanceChoiceProps {
  readonly distance: Distance;
  readonly onChange: (distance: Distance) => void;
}

const USUAL_CHARACTERS = 200;

function DistanceChoice({ distance, onChange }: DistanceChoiceProps) {
  return (
    <>
      <Select
        label="How near"
        hideLabel
        choices={[
          { value: 'characters', label: 'within so many characters' },
          { value: 'turn', label: 'in the same turn' },
        ]}
        value={distance.by}
        onChange={(by) =>
          onChange(by === 'turn' ? { by: 'turn' } : { by: 'characters', most: USUAL_CHARACTERS })
        }
      />
      {distance.by === 'characters' && (
        <NumberInput
          label="Characters"
          value={distance.most}
          least={0}
          most={1_000_000}
          onChange={(most) => onChange({ by: 'characters', most })}
        />
      )}
    </>
  );
}
