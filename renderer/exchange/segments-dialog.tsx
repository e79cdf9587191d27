import { useState } from 'react';
import type { SegmentFound, SegmentsPreview } from '#shared/exchange/exchange-contract.ts';
import type { SegmentColumns } from '#shared/exchange/segment-table.ts';
import type { FileRef } from '#shared/ids.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { closeExchangeDialog, importSegments, previewSegments } from './exchange-actions.ts';

interface SegmentsDialogProps {
  readonly file: FileRef;
  readonly preview: SegmentsPreview;
}

const NO_COLUMN = '(none)';

/** Every row with what was found for it. What is certain is ticked; what is not is for the researcher to look at. */
export function SegmentsDialog({ file, preview }: SegmentsDialogProps) {
  const { rows, header, columns, newCodes } = preview;
  const [unticked, setUnticked] = useState<ReadonlySet<number>>(
    () => new Set(rows.filter(({ outcome }) => outcome !== 'exact').map(({ line }) => line)),
  );
  const chosen = rows.filter((row) => canBeCoded(row) && !unticked.has(row.line)).map(({ line }) => line);
  const change = (changed: Partial<SegmentColumns>): void =>
    void previewSegments(file, { ...columns, ...changed }).catch(reportError);
  const toggle = (line: number): void =>
    setUnticked((before) => {
      const after = new Set(before);
      if (!after.delete(line)) after.add(line);
      return after;
    });
  return (
    <Dialog
      title={`Coded segments of “${preview.fileName}”`}
      size="large"
      isOpen
      onClose={closeExchangeDialog}
      footer={
        <>
          <span className="exchange-promise muted">{summary(rows)}</span>
          <Button onPress={closeExchangeDialog}>Cancel</Button>
          <Button
            tone="primary"
            autoFocus
            isDisabled={chosen.length === 0}
            onPress={() => void importSegments(file, columns, chosen).catch(reportError)}
          >
            Code {chosen.length.toLocaleString()} {chosen.length === 1 ? 'segment' : 'segments'}
          </Button>
        </>
      }
    >
      <div className="segment-columns">
        <ColumnChoice
          label="Case or transcript"
          header={header}
          value={columns.source}
          onChange={(source) => change({ source })}
        />
        <ColumnChoice
          label="Code"
          header={header}
          value={columns.code}
          onChange={(code) => change({ code })}
        />
        <ColumnChoice
          label="Quotation"
          header={header}
          value={columns.quotation}
          onChange={(quotation) => change({ quotation })}
        />
        <ColumnChoice
          label="Memo"
          header={[NO_COLUMN, ...header]}
          value={columns.memo ?? NO_COLUMN}
          onChange={(memo) => change({ memo: memo === NO_COLUMN ? null : memo })}
        />
      </div>
      {newCodes.length > 0 && (
        <p>
          {newCodes.length === 1 ? 'One code is' : `${newCodes.length} codes are`} not there yet and will be
          made: {newCodes.slice(0, 10).join(', ')}
          {newCodes.length > 10 && ` and ${newCodes.length - 10} more`}.
        </p>
      )}
      <table className="exchange-table segment-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Take over</span>
            </th>
            <th scope="col">Line</th>
            <th scope="col">Where</th>
            <th scope="col">Code</th>
            <th scope="col">Quotation in the file, and what was found</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SegmentRow
              key={row.line}
              row={row}
              isTicked={!unticked.has(row.line)}
              onToggle={() => toggle(row.line)}
            />
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

function canBeCoded({ outcome }: SegmentFound): boolean {
  return outcome === 'exact' || outcome === 'several' || outcome === 'near';
}

function summary(rows: readonly SegmentFound[]): string {
  const count = (...outcomes: readonly SegmentFound['outcome'][]): number =>
    rows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return `${count('exact')} found, ${count('several', 'near')} to look at, ${count('present')} here already, ${count('nowhere', 'no source', 'empty')} not found`;
}

interface ColumnChoiceProps {
  readonly label: string;
  readonly header: readonly string[];
  readonly value: string;
  readonly onChange: (column: string) => void;
}

function ColumnChoice({ label, header, value, onChange }: ColumnChoiceProps) {
  const choices = header.map((name) => ({ value: name, label: name }));
  return <Select label={label} choices={choices} value={value} onChange={onChange} />;
}

interface SegmentRowProps {
  readonly row: SegmentFound;
  readonly isTicked: boolean;
  readonly onToggle: () => void;
}

function SegmentRow({ row, isTicked, onToggle }: SegmentRowProps) {
  const { line, source, code, quotation, transcript, found } = row;
  return (
    <tr data-outcome={row.outcome}>
      <td>
        {canBeCoded(row) && (
          <input
            type="checkbox"
            aria-label={`Take over line ${line}`}
            checked={isTicked}
            onChange={onToggle}
          />
        )}
      </td>
      <td>{line}</td>
      <td className="exchange-words">{transcript?.title ?? source}</td>
      <td className="exchange-words">{code}</td>
      <td className="exchange-words">
        {quotation}
        <div className="segment-found">
          {describe(row)}
          {found !== null && row.outcome !== 'exact' && (
            <>
              {' '}
              <span className="muted">{found.before}</span>
              <mark>{found.words}</mark>
              <span className="muted">{found.after}</span>
            </>
          )}
        </div>
      </td>
    </tr>
  );
}

function describe({ outcome, places, likeness, source }: SegmentFound): string {
  switch (outcome) {
    case 'exact':
      return 'Found word for word.';
    case 'several':
      return `Stands in ${places} places; the first is taken:`;
    case 'near':
      return `Nearly: ${Math.round(likeness * 100)} % of the words.`;
    case 'present':
      return 'Coded so already.';
    case 'nowhere':
      return 'Not in this text.';
    case 'no source':
      return source === '' ? 'The row names no case.' : `No transcript or participant is called “${source}”.`;
    case 'empty':
      return 'The row has no code or no quotation.';
  }
}
