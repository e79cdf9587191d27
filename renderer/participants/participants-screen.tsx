import { useEffect } from 'react';
import { FileInput, FileOutput, Plus } from 'lucide-react';
import type { ParticipantTable } from '#shared/participants/participants-contract.ts';
import { runAction } from '../actions/action-registry.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FileDrop } from '../ui/file-drop.tsx';
import { Menu } from '../ui/menu.tsx';
import { Screen } from '../ui/screen.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { WithdrawalDialog } from '../withdrawal/withdrawal-dialog.tsx';
import { ParticipantDialogs } from './participant-dialogs.tsx';
import { ParticipantGrid } from './participant-grid.tsx';
import { previewTableFile, useParticipantsDialog } from './participants-actions.ts';
import './participants.css';

const SHOWN = ['participant', 'attribute', 'attribute_value', 'transcript', 'site', 'consent'];

export function ParticipantsScreen() {
  const { value: table } = useLive(() => api.participants.table({}), SHOWN, []);
  const adding = useParticipantsDialog((state) => state.adding);
  const isEmpty = table?.participants.length === 0 && table.attributes.length === 0 && adding === null;
  useEffect(() => () => useParticipantsDialog.setState({ adding: null }), []);
  return (
    <Screen
      title="Participants"
      note={table !== undefined && !isEmpty && noteOf(table)}
      toolbar={!isEmpty && <Toolbar />}
    >
      <FileDrop
        note="Drop a table (.csv, .xlsx) to look at it before it is imported"
        onDrop={([file]) => {
          if (file !== undefined) previewTableFile(file).catch(reportError);
        }}
      >
        {isEmpty && <NoParticipants />}
        {table !== undefined && !isEmpty && <ParticipantGrid table={table} />}
      </FileDrop>
      <ParticipantDialogs />
      <WithdrawalDialog />
    </Screen>
  );
}

function Toolbar() {
  return (
    <>
      <Button icon={<Plus />} onPress={() => runAction('participants.add')}>
        Participant
      </Button>
      <Button icon={<Plus />} onPress={() => runAction('participants.add-attribute')}>
        Attribute…
      </Button>
      <Button onPress={() => runAction('participants.consent')}>Consent…</Button>
      <Button icon={<FileInput />} onPress={() => runAction('participants.import')}>
        Import…
      </Button>
      <Menu
        label="Export participants"
        trigger={<Button icon={<FileOutput />}>Export…</Button>}
        choices={[
          { id: 'xlsx', label: 'Spreadsheet (.xlsx)', run: () => runAction('participants.export-xlsx') },
          { id: 'csv', label: 'Text (.csv)', run: () => runAction('participants.export-csv') },
        ]}
      />
    </>
  );
}

function NoParticipants() {
  return (
    <EmptyState
      title="No participants yet"
      actions={
        <>
          <Button tone="primary" icon={<FileInput />} onPress={() => runAction('participants.import')}>
            Import a table…
          </Button>
          <Button icon={<Plus />} onPress={() => runAction('participants.add')}>
            Add a participant
          </Button>
        </>
      }
    >
      Import a table (.csv, .xlsx) with one line for each participant: a pseudonym, and whatever you know of
      them, such as age or school. Or add them here, or let the transcripts name them when you import those.
    </EmptyState>
  );
}

function noteOf({ participants, attributes }: ParticipantTable): string {
  const count = (number: number, noun: string): string =>
    `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`;
  return `${count(participants.length, 'participant')}, ${count(attributes.length, 'attribute')}`;
}
