import { Plus } from 'lucide-react';
import { Checkbox } from 'react-aria-components';
import { poles, type FragmentQuery } from '#shared/retrieval/fragment-query.ts';
import type { RetrievalChoices } from '#shared/retrieval/retrieval-contract.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { AttributeRow, emptyTest } from './attribute-row.tsx';
import { CodeChoice } from './code-choice.tsx';
import { MultiChoice } from './multi-choice.tsx';
import { QueryRow } from './query-row.tsx';
import { RelationRow } from './relation-row.tsx';
import { changeQuery, rememberName, useRetrieval, withItem } from './retrieval-store.ts';

interface QueryBuilderProps {
  readonly choices: RetrievalChoices;
}

/** The question as a sentence whose parts can be chosen. */
export function QueryBuilder({ choices }: QueryBuilderProps) {
  const query = useRetrieval((state) => state.query);
  const { relations, attributes } = query;
  const [firstAttribute] = choices.attributes;
  return (
    <div className="query-builder" role="group" aria-label="Which fragments">
      <CodesRow query={query} />
      {relations.map((relation, index) => (
        <RelationRow
          // Rows have no other name than their place.
          // oxlint-disable-next-line react/no-array-index-key -- every input in a row shows what the store holds
          key={`relation ${index}`}
          relation={relation}
          onChange={(changed) => changeQuery({ relations: withItem(relations, index, changed) })}
        />
      ))}
      {attributes.map((condition, index) => (
        <AttributeRow
          // oxlint-disable-next-line react/no-array-index-key -- as above
          key={`attribute ${index}`}
          attributes={choices.attributes}
          condition={condition}
          onChange={(changed) => changeQuery({ attributes: withItem(attributes, index, changed) })}
        />
      ))}
      <div className="query-more">
        <Button
          tone="quiet"
          icon={<Plus />}
          onPress={() =>
            changeQuery({
              relations: [
                ...relations,
                { kind: 'overlaps', not: false, codeIds: [], distance: { by: 'characters', most: 200 } },
              ],
            })
          }
        >
          Relation to other codes
        </Button>
        <Button
          tone="quiet"
          icon={<Plus />}
          isDisabled={firstAttribute === undefined}
          onPress={() => {
            if (firstAttribute === undefined) return;
            changeQuery({
              attributes: [...attributes, { attributeId: firstAttribute.id, test: emptyTest('is') }],
            });
            rememberName('attribute', firstAttribute.id, firstAttribute.name);
          }}
        >
          Attribute of the case
        </Button>
      </div>
      <Narrowing query={query} choices={choices} />
    </div>
  );
}

function CodesRow({ query }: { readonly query: FragmentQuery }) {
  const { codes, descendants } = query;
  return (
    <QueryRow what="Codes">
      Fragments coded
      {codes.ids.length > 1 && (
        <Select
          label="How many of the codes"
          hideLabel
          choices={[
            { value: 'any', label: 'any of' },
            { value: 'all', label: 'all at once' },
          ]}
          value={codes.match}
          onChange={(match) => changeQuery({ codes: { ...codes, match } })}
        />
      )}
      <CodeChoice
        label="Codes of the fragments"
        ids={codes.ids}
        none="Any code"
        onChange={(ids) => changeQuery({ codes: { ...codes, ids } })}
      />
      <Checkbox
        className="query-check"
        isSelected={descendants}
        onChange={(isSelected) => changeQuery({ descendants: isSelected })}
      >
        <span className="query-box" aria-hidden />
        each with everything below it
      </Checkbox>
    </QueryRow>
  );
}

const POLES = { low: 'The low pole', high: 'The high pole', none: 'No pole marked' } as const;

/** The parts that are always there, and say “any” until something is chosen. */
function Narrowing({
  query,
  choices,
}: {
  readonly query: FragmentQuery;
  readonly choices: RetrievalChoices;
}) {
  const { sections, speakers, roles, layerIds } = query;
  return (
    <dl className="query-narrowing">
      <dt>in the section</dt>
      <dd>
        <MultiChoice
          label="Sections"
          none="any section"
          choices={choices.sections.map((title) => ({ value: title, label: title }))}
          chosen={sections}
          onChange={(chosen) => changeQuery({ sections: chosen })}
        />
      </dd>
      <dt>said by</dt>
      <dd className="query-words">
        <MultiChoice
          label="Roles"
          none="anyone"
          choices={[
            { value: 'participant', label: 'the participant' },
            { value: 'interviewer', label: 'the interviewer' },
            { value: 'other', label: 'somebody else' },
          ]}
          chosen={roles}
          onChange={(chosen) => changeQuery({ roles: chosen })}
        />
        <MultiChoice
          label="Speakers"
          none="any speaker"
          choices={choices.speakers.map(({ name }) => ({ value: name, label: name }))}
          chosen={speakers}
          onChange={(chosen) => changeQuery({ speakers: chosen })}
        />
      </dd>
      <dt>coded by</dt>
      <dd>
        <MultiChoice
          label="Coders"
          none="any coder"
          choices={choices.layers.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={layerIds}
          onChange={(chosen) => {
            changeQuery({ layerIds: chosen });
            for (const { id, name } of choices.layers) rememberName('coder', id, name);
          }}
        />
      </dd>
      <dt>with</dt>
      <dd>
        <MultiChoice
          label="Poles"
          none="any pole or none"
          choices={poles.map((pole) => ({ value: pole, label: POLES[pole] }))}
          chosen={query.poles}
          onChange={(chosen) => changeQuery({ poles: chosen })}
        />
      </dd>
    </dl>
  );
}
