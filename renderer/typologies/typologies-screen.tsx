import { Plus, Trash2 } from 'lucide-react';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { settle, useNavigation } from '../app/navigation.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { NoParticipants } from '../participants/no-participants.tsx';
import { Screen } from '../ui/screen.tsx';
import { Select } from '../ui/select.tsx';
import { askForTypology, useTypologiesDialog } from './typologies-actions.ts';
import { TypologiesDialogs } from './typologies-dialogs.tsx';
import { TypeCards } from './type-cards.tsx';
import { TypeTable } from './type-table.tsx';
import './typologies.css';

const SHOWN = ['typology', 'type', 'type_assignment', 'participant', 'coder'];

/** Which case is of which type, and what the types are. */
export function TypologiesScreen() {
  const { value } = useLive(
    async () => ({ typologies: await api.typologies.list({}), table: await api.participants.table({}) }),
    SHOWN,
    [],
  );
  const wanted = useNavigation(({ place }) => (place.screen === 'typologies' ? place.typologyId : undefined));
  if (value === undefined) return <Screen title="Types">{null}</Screen>;
  const { typologies, table } = value;
  const typology = typologies.find(({ id }) => id === wanted) ?? typologies[0];
  if (typology === undefined) {
    return (
      <Screen title="Types">
        <EmptyState
          title="There is no typology yet"
          actions={
            <Button tone="primary" onPress={askForTypology}>
              New typology…
            </Button>
          }
        >
          A typology divides the cases into types, each with a definition; every case gets its type and the
          reason for it. It usually comes after the matrices.
        </EmptyState>
        <TypologiesDialogs typologies={typologies} />
      </Screen>
    );
  }
  const { participants } = table;
  const placed = typology.assignments.filter(({ typeId }) => typeId !== null).length;
  return (
    <Screen
      title="Types"
      {...(participants.length > 0 && { note: `${placed} of ${participants.length} cases have a type` })}
      toolbar={
        <>
          {typologies.length > 1 && (
            <Select
              label="Typology"
              hideLabel
              choices={typologies.map(({ id, name }) => ({ value: id, label: name }))}
              value={typology.id}
              onChange={(typologyId) => settle({ screen: 'typologies', typologyId })}
            />
          )}
          <IconButton
            label={`Remove the typology ${typology.name}`}
            icon={<Trash2 />}
            onPress={() => useTypologiesDialog.setState({ dialog: { kind: 'remove', id: typology.id } })}
          />
          <Button icon={<Plus />} onPress={askForTypology}>
            Typology…
          </Button>
        </>
      }
    >
      <div className="typologies" key={typology.id}>
        {participants.length === 0 ? (
          <NoCases />
        ) : (
          <TypeTable typology={typology} participants={participants} />
        )}
        <TypeCards typology={typology} />
      </div>
      <TypologiesDialogs typologies={typologies} />
    </Screen>
  );
}

/** The types can be written all the same: they stand beside it. */
function NoCases() {
  return (
    <NoParticipants title="There are no cases to give a type">
      Every participant of the study is a case, and has a row here: with its type, and the reason for it.
    </NoParticipants>
  );
}
