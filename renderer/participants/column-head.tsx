import { ArrowDown, ArrowUp } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { AttributeDetails, ParticipantTable } from '#shared/participants/participants-contract.ts';
import { Menu, type MenuChoice } from '../ui/menu.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { askForAttribute, askForSites, askToRemoveAttribute } from './participants-actions.ts';
import { isNumeric, type TableColumn } from './participant-columns.ts';
import { orderAsAdded, orderBy, useParticipantsOrder } from './participants-store.ts';

interface ColumnHeadProps {
  readonly table: ParticipantTable;
  readonly column: TableColumn;
  readonly index: number;
  readonly width: number;
  readonly isSpot: boolean;
}

/** The name of a column; pressing it opens what can be done with the column. */
export function ColumnHead({ table, column, index, width, isSpot }: ColumnHeadProps) {
  const order = useParticipantsOrder();
  const key = column.kind === 'attribute' ? column.attribute.id : column.kind;
  const direction = order?.column !== key ? undefined : order.descending ? 'descending' : 'ascending';
  const name = nameOf(column);
  return (
    <div
      className="participant-head-cell"
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={direction ?? 'none'}
      data-kind={column.kind}
      style={{ flexBasis: width }}
      data-number={isNumeric(column) || undefined}
    >
      <Menu
        label={name}
        trigger={
          <AriaButton
            className="participant-head-button"
            data-spot={`-1:${index}`}
            excludeFromTabOrder={!isSpot}
          >
            <span className="participant-head-name">
              {name}
              {direction === 'ascending' && <ArrowUp aria-hidden />}
              {direction === 'descending' && <ArrowDown aria-hidden />}
            </span>
            {column.kind === 'attribute' && (
              <span className="participant-head-type">{column.attribute.type}</span>
            )}
          </AriaButton>
        }
        choices={[
          { id: 'up', label: 'Sort upwards', run: () => orderBy(table, key, false) },
          { id: 'down', label: 'Sort downwards', run: () => orderBy(table, key, true) },
          { id: 'added', label: 'In the order of adding', isDisabled: order === null, run: orderAsAdded },
          ...(column.kind === 'attribute' ? attributeChoices(column.attribute) : []),
          ...(column.kind === 'site'
            ? [{ id: 'sites', label: 'Names and notes of the sites…', run: askForSites }]
            : []),
        ]}
      />
    </div>
  );
}

function attributeChoices(attribute: AttributeDetails): readonly MenuChoice[] {
  return [
    { id: 'change', label: 'Name, type and range…', run: () => askForAttribute(attribute) },
    {
      id: 'remove',
      label: 'Remove…',
      tone: 'danger',
      run: () => void askToRemoveAttribute(attribute).catch(reportError),
    },
  ];
}

function nameOf(column: TableColumn): string {
  switch (column.kind) {
    case 'code':
      return 'Participant';
    case 'site':
      return 'Site';
    case 'consent':
      return 'Consent';
    case 'transcripts':
      return 'Transcripts';
    case 'attribute':
      return column.attribute.name;
  }
}
