import { X } from 'lucide-react';
import { errorSentence } from '#shared/contract/error-sentences.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { chooseFiles } from '../ui/file-chooser.ts';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { changeRow, dropRow, replaceFile, showRow, type ImportRow } from './import-store.ts';
import { ParticipantField } from './participant-field.tsx';
import { TRANSCRIPT_FILES } from './transcripts-actions.ts';

interface ImportFileRowProps {
  readonly row: ImportRow;
  readonly isShown: boolean;
}

export function ImportFileRow({ row, isShown }: ImportFileRowProps) {
  const { file, preview } = row;
  return (
    <li className="import-file" data-shown={isShown || undefined} data-left-out={!row.isTaken || undefined}>
      {preview.ok ? (
        <TakenFile row={row} preview={preview} />
      ) : (
        <RefusedFile row={row} error={preview.error} />
      )}
      <IconButton label={`Leave out ${preview.fileName}`} icon={<X />} onPress={() => dropRow(file)} />
    </li>
  );
}

type Readable = Extract<ImportRow['preview'], { ok: true }>;

function TakenFile({ row, preview }: { readonly row: ImportRow; readonly preview: Readable }) {
  const { file, title, participantCode, isTaken } = row;
  const { fileName, duplicateOf } = preview;
  const show = (): void => showRow(file);
  return (
    <>
      <input
        type="checkbox"
        aria-label={`Import ${fileName}`}
        checked={isTaken}
        onFocus={show}
        onChange={(event) => changeRow(file, { isTaken: event.target.checked })}
      />
      <TextField
        label={`Title of ${fileName}`}
        hideLabel
        value={title}
        onFocus={show}
        onChange={(text) => changeRow(file, { title: text })}
        isDisabled={!isTaken}
      />
      <ParticipantField
        label={`Participant of ${fileName}`}
        hideLabel
        value={participantCode}
        onFocus={show}
        onChange={(code) => changeRow(file, { participantCode: code })}
        isDisabled={!isTaken}
      />
      <button type="button" className="import-facts" onClick={show}>
        {factsOf(preview)}
        {duplicateOf !== null && (
          <span className="import-warning"> The same text is here already, as “{duplicateOf}”.</span>
        )}
      </button>
    </>
  );
}

function RefusedFile({
  row,
  error,
}: {
  readonly row: ImportRow;
  readonly error: Extract<ImportRow['preview'], { ok: false }>['error'];
}) {
  const { title, advice } = errorSentence(error);
  const replace = async (): Promise<void> => {
    const [chosen] = await chooseFiles(TRANSCRIPT_FILES, false);
    if (chosen !== undefined) await replaceFile(row.file, chosen);
  };
  return (
    <div className="import-refused" role="alert">
      <p>
        <strong>{title}</strong> {advice}
      </p>
      <Button onPress={() => void replace().catch(reportError)}>Choose another file…</Button>
    </div>
  );
}

function factsOf({ fileName, words, turns, sections, speakers }: Readable): string {
  const count = (number: number, noun: string): string =>
    `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`;
  const facts = [fileName, count(words, 'word')];
  if (speakers.length === 0) facts.push(`no speakers found: ${count(turns, 'paragraph')}`);
  else
    facts.push(count(turns, 'turn'), speakers.map(({ label, turns: own }) => `${label} ${own}`).join(', '));
  if (sections.length > 0) facts.push(count(sections.length, 'section'));
  return facts.join(' · ');
}
