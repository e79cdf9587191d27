import { create } from 'zustand';
import type { AttributeId, FileRef } from '#shared/ids.ts';
import type {
  Attribute,
  AttributeDetails,
  AttributeType,
  CsvPreview,
  Participant,
} from '#shared/participants/participants-contract.ts';
import type { Action } from '../actions/action.ts';
import { api, host } from '../api/api.ts';
import { navigate } from '../app/navigation.ts';
import { hasProject } from '../app/session-store.ts';
import { chooseFiles } from '../ui/file-chooser.ts';
import { saveExport } from '../pseudonyms/pseudonyms-actions.ts';
import { notify } from '../ui/toasts-store.ts';

type Removal = Awaited<ReturnType<typeof api.participants.removalPreview>>;

/** What the Participants screen is asking just now. */
type ParticipantsDialog =
  | { readonly kind: 'attribute'; readonly attribute: AttributeDetails | null }
  | { readonly kind: 'consent'; readonly participant: Participant }
  | { readonly kind: 'consent-for-several'; readonly participants: readonly Participant[] }
  | { readonly kind: 'sites' }
  | { readonly kind: 'remove'; readonly participant: Participant; readonly goes: Removal }
  | { readonly kind: 'remove-attribute'; readonly attribute: Attribute; readonly filled: number }
  | { readonly kind: 'import'; readonly file: FileRef; readonly preview: CsvPreview };

interface ParticipantsDialogState {
  readonly dialog: ParticipantsDialog | null;
  /** Somebody asked for a new participant: the table goes to its empty row, and then has begun. */
  readonly adding: 'asked' | 'begun' | null;
}

export const useParticipantsDialog = create<ParticipantsDialogState>(() => ({
  dialog: null,
  adding: null,
}));

export function closeParticipantsDialog(): void {
  useParticipantsDialog.setState({ dialog: null });
}

export function askForConsent(participant: Participant): void {
  useParticipantsDialog.setState({ dialog: { kind: 'consent', participant } });
}

export async function askForConsentOfSeveral(): Promise<void> {
  const { participants } = await api.participants.table({});
  navigate({ screen: 'participants' });
  useParticipantsDialog.setState({ dialog: { kind: 'consent-for-several', participants } });
}

export function askForSites(): void {
  navigate({ screen: 'participants' });
  useParticipantsDialog.setState({ dialog: { kind: 'sites' } });
}

export function askForAttribute(attribute: AttributeDetails | null): void {
  navigate({ screen: 'participants' });
  useParticipantsDialog.setState({ dialog: { kind: 'attribute', attribute } });
}

export async function addAttribute({ name, type, ...rules }: Omit<AttributeDetails, 'id'>): Promise<void> {
  const id = await api.participants.addAttribute({ name, type });
  const { rangeMin, rangeMax, choices } = rules;
  if (rangeMin !== '' || rangeMax !== '' || choices.length > 0) await changeAttribute(id, rules);
}

/** Saves the table as a file. */
export async function exportTable(format: 'xlsx' | 'csv'): Promise<void> {
  await saveExport(await api.participants.export({ format }));
}

export async function changeAttribute(
  id: AttributeId,
  change: Partial<Omit<AttributeDetails, 'id'>>,
): Promise<void> {
  const { choices, ...plain } = change;
  await api.participants.changeAttribute({
    id,
    ...plain,
    ...(choices === undefined ? {} : { choices: [...choices] }),
  });
}

/** Asks first when anything but the code itself would go. */
export async function askToRemove(participant: Participant): Promise<void> {
  const goes = await api.participants.removalPreview({ id: participant.id });
  const alone = goes.cells === 0 && goes.transcripts === 0 && Object.keys(participant.values).length === 0;
  if (alone) await removeParticipant(participant);
  else useParticipantsDialog.setState({ dialog: { kind: 'remove', participant, goes } });
}

export async function removeParticipant({ id, code }: Participant): Promise<void> {
  await api.participants.remove({ id });
  notify(`Removed participant ${code}`, { undo: true });
}

export async function askToRemoveAttribute(attribute: Attribute): Promise<void> {
  const { participants } = await api.participants.table({});
  const filled = participants.filter(({ values }) => values[attribute.id] !== undefined).length;
  if (filled === 0) await removeAttribute(attribute);
  else useParticipantsDialog.setState({ dialog: { kind: 'remove-attribute', attribute, filled } });
}

export async function removeAttribute({ id, name }: Attribute): Promise<void> {
  await api.participants.removeAttribute({ id });
  notify(`Removed attribute ${name}`, { undo: true });
}

export async function chooseTableFile(): Promise<void> {
  const [file] = await chooseFiles('.csv,.tsv,.txt,.xlsx,text/csv', false);
  if (file !== undefined) await previewTableFile(file);
}

/** Shows what a table would become; nothing is stored until the person says so. */
export async function previewTableFile(chosen: File): Promise<void> {
  const file = await host.offerFile(chosen);
  const preview = await api.participants.previewCsv({ file });
  navigate({ screen: 'participants' });
  useParticipantsDialog.setState({ dialog: { kind: 'import', file, preview } });
}

export async function previewWithKey(file: FileRef, keyColumn: string): Promise<CsvPreview> {
  return api.participants.previewCsv({ file, keyColumn });
}

export async function importTable(
  file: FileRef,
  keyColumn: string,
  columns: readonly { readonly name: string; readonly type: AttributeType }[],
  { siteColumn, overwrite }: { readonly siteColumn: string | null; readonly overwrite: boolean },
): Promise<void> {
  const { added, updated, attributes, kept } = await api.participants.importCsv({
    file,
    keyColumn,
    columns: [...columns],
    siteColumn,
    overwrite,
  });
  const said = [
    added > 0 && `${added} ${added === 1 ? 'participant' : 'participants'} added`,
    updated > 0 && `${updated} brought up to date`,
    kept > 0 && `${kept} ${kept === 1 ? 'value' : 'values'} left as they were`,
    attributes > 0 && `${attributes} new ${attributes === 1 ? 'attribute' : 'attributes'}`,
  ].filter((part) => part !== false);
  notify(said.length === 0 ? 'Everything in the table was here already' : said.join(', '), {
    undo: added + updated + attributes > 0,
  });
}

export const participantsActions: readonly Action[] = [
  {
    id: 'participants.add',
    label: 'Add a participant',
    group: 'Participants',
    keywords: 'new case respondent',
    enabled: hasProject,
    run() {
      navigate({ screen: 'participants' });
      useParticipantsDialog.setState({ adding: 'asked' });
    },
  },
  {
    id: 'participants.add-attribute',
    label: 'Add an attribute…',
    group: 'Participants',
    keywords: 'new column variable',
    enabled: hasProject,
    run: () => askForAttribute(null),
  },
  {
    id: 'participants.sites',
    label: 'Sites: names and notes…',
    group: 'Participants',
    keywords: 'school location rename remove',
    enabled: hasProject,
    run: askForSites,
  },
  {
    id: 'participants.consent',
    label: 'Record consent for several participants…',
    group: 'Participants',
    keywords: 'approval information sheet cleared school all',
    enabled: hasProject,
    run: askForConsentOfSeveral,
  },
  {
    id: 'participants.import',
    label: 'Import participants from a table…',
    group: 'Participants',
    keywords: 'csv excel spreadsheet attributes',
    enabled: hasProject,
    run: chooseTableFile,
  },
  {
    id: 'participants.export-xlsx',
    label: 'Export participants as a spreadsheet…',
    group: 'Participants',
    keywords: 'excel xlsx save table attributes',
    enabled: hasProject,
    run: () => exportTable('xlsx'),
  },
  {
    id: 'participants.export-csv',
    label: 'Export participants as CSV…',
    group: 'Participants',
    keywords: 'csv save table attributes',
    enabled: hasProject,
    run: () => exportTable('csv'),
  },
];
