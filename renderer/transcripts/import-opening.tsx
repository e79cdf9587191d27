import { encodingNames, encodings, type Encoding } from '#shared/transcripts/encodings.ts';
import { writeTime } from '#shared/transcripts/time-codes.ts';
import type { TranscriptPreview } from '#shared/transcripts/transcripts-contract.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { ImportSpeakers } from './import-speakers.tsx';
import { readAgain, readAllLike, useImport, type ImportRow } from './import-store.ts';
import { StyleChoice } from './style-choice.tsx';

type Readable = Extract<TranscriptPreview, { ok: true }>;

const encodingChoices = encodings.map((value) => ({ value, label: encodingNames[value] }));

/** How a file was read: its letters, who speaks in it, its parts and its first turns; each can be put right here. */
export function ImportOpening({ row }: { readonly row: ImportRow | undefined }) {
  if (row === undefined) {
    return (
      <div className="import-opening">
        <p className="muted import-empty">The file that is chosen at the left is shown here.</p>
      </div>
    );
  }
  const { preview } = row;
  return (
    <div className="import-opening" aria-label={`How ${preview.fileName} is read`} role="region">
      <div className="import-choices">
        <Encodings row={row} />
        {preview.ok && <StyleChoice row={row} found={preview.style} />}
        <LikeThis row={row} />
      </div>
      {preview.ok && (
        <>
          <Notes preview={preview} />
          <ImportSpeakers row={row} preview={preview} />
          <FirstTurns preview={preview} />
        </>
      )}
    </div>
  );
}

/** Also for a file that could not be read: another encoding may be the right one. */
function Encodings({ row }: { readonly row: ImportRow }) {
  const { preview, encoding } = row;
  const shown: Encoding | null = encoding ?? (preview.ok ? preview.encoding : null);
  const isText = preview.ok ? preview.encoding !== null : preview.error.code === 'file-encoding';
  if (!isText) return null;
  return (
    <Select
      label="Letters"
      choices={encodingChoices}
      value={shown}
      placeholder="Choose an encoding"
      onChange={(chosen) => void readAgain(row.file, { encoding: chosen }).catch(reportError)}
    />
  );
}

function LikeThis({ row }: { readonly row: ImportRow }) {
  const others = useImport((state) => state.rows.length) - 1;
  const { style, roles } = row.structure;
  const isChanged = style !== 'auto' || row.encoding !== null || Object.keys(roles).length > 0;
  if (others < 1 || !isChanged) return null;
  return (
    <Button tone="quiet" onPress={() => void readAllLike(row).catch(reportError)}>
      Read all files so
    </Button>
  );
}

function Notes({ preview }: { readonly preview: Readable }) {
  const { notes, sections, frontMatter, timed } = preview;
  const lines = [
    ...notes,
    ...(timed ? ['Turns have time codes.'] : []),
    ...(sections.length > 0 ? [`Parts: ${sections.join(' · ')}`] : []),
    ...(frontMatter !== '' ? [`Said by nobody: ${oneLine(frontMatter)}`] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="import-notes">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}

function FirstTurns({ preview }: { readonly preview: Readable }) {
  const { firstTurns, turns, fileName } = preview;
  return (
    // A list that scrolls takes the focus, so that the keys can scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div className="import-text" role="group" aria-label={`The first turns of ${fileName}`} tabIndex={0}>
      {firstTurns.map(({ speaker, role, startMs, text }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- turns have no other name, and never change places
        <p key={index} className="import-turn" data-role={role} dir="auto">
          {(speaker !== null || startMs !== null) && (
            <span className="import-turn-label" dir="auto">
              {speaker}
              {startMs !== null && <time>{writeTime(startMs)}</time>}
            </span>
          )}
          {text}
        </p>
      ))}
      {turns > firstTurns.length && (
        <p className="muted">…and {(turns - firstTurns.length).toLocaleString('en-GB')} more.</p>
      )}
    </div>
  );
}
