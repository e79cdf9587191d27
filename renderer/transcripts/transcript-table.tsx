import { useMemo, useState, type KeyboardEvent } from 'react';
import { Ellipsis } from 'lucide-react';
import {
  Cell,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
  type Key,
  type SortDescriptor,
} from 'react-aria-components';
import type { TranscriptId } from '#shared/ids.ts';
import type { TranscriptSummary } from '#shared/transcripts/transcripts-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { runAction } from '../actions/action-registry.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { orderTranscripts, transcriptColumns, type TranscriptColumn } from './transcript-order.ts';
import { openInCoding, selectTranscript, useTranscripts } from './transcripts-actions.ts';

const ROW_HEIGHT = 32;

export function TranscriptTable({ transcripts }: { readonly transcripts: readonly TranscriptSummary[] }) {
  const [sort, setSort] = useState<SortDescriptor | undefined>();
  const rows = useMemo(
    () =>
      orderTranscripts(
        transcripts,
        // The keys of the columns are the ids of `transcriptColumns`.
        (sort?.column as TranscriptColumn | undefined) ?? null,
        sort?.direction === 'descending',
      ),
    [transcripts, sort],
  );
  const saturated = useSaturated();
  const selected = useTranscripts((state) => state.selected);
  const idOf = (key: Key | undefined): TranscriptId | null =>
    transcripts.find(({ id }) => id === key)?.id ?? null;
  return (
    <div className="transcript-table-frame" role="presentation" onKeyDown={onTableKey}>
      <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight: ROW_HEIGHT, headingHeight: ROW_HEIGHT }}>
        <Table
          aria-label="Transcripts"
          className="transcript-table"
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={selected === null ? [] : [selected]}
          onSelectionChange={(keys) => selectTranscript(keys === 'all' ? null : idOf([...keys][0]))}
          onRowAction={(key) => {
            const id = idOf(key);
            if (id !== null) openInCoding(id);
          }}
          {...(sort === undefined ? {} : { sortDescriptor: sort })}
          onSortChange={setSort}
        >
          <TableHeader>
            {transcriptColumns.map(({ id, label }) => (
              <Column
                key={id}
                id={id}
                className="transcript-column"
                isRowHeader={id === 'title'}
                allowsSorting
                data-number={isNumber(id) || undefined}
                {...(id === 'title' ? { minWidth: 200, defaultWidth: '1fr' } : { width: widthOf(id) })}
              >
                {({ sortDirection }) => (
                  <>
                    {label}
                    {sortDirection !== undefined && (
                      <span aria-hidden>{sortDirection === 'ascending' ? '↑' : '↓'}</span>
                    )}
                  </>
                )}
              </Column>
            ))}
            <Column id="more" width={44} className="transcript-column">
              <span className="visually-hidden">More</span>
            </Column>
          </TableHeader>
          <TableBody items={rows} dependencies={[rows, saturated]}>
            {(transcript) => (
              <TranscriptRow transcript={transcript} saturatedBy={saturated.get(transcript.id)} />
            )}
          </TableBody>
        </Table>
      </Virtualizer>
    </div>
  );
}

/** Who noted of which transcripts that they brought no new codes. */
function useSaturated(): ReadonlyMap<TranscriptId, string> {
  const { value } = useLive(() => api.constantComparison.saturation({}), ['saturation_note', 'coder'], []);
  return useMemo(() => {
    const byTranscript = Map.groupBy(value ?? [], ({ transcriptId }) => transcriptId);
    return new Map(
      [...byTranscript].map(([id, notes]) => [id, notes.map((note) => note.coderName).join(', ')]),
    );
  }, [value]);
}

interface TranscriptRowProps {
  readonly transcript: TranscriptSummary;
  readonly saturatedBy: string | undefined;
}

function TranscriptRow({ transcript, saturatedBy }: TranscriptRowProps) {
  return (
    <Row id={transcript.id} textValue={transcript.title} className="transcript-row">
      {transcriptColumns.map(({ id }) => (
        <Cell
          key={id}
          className="transcript-cell"
          data-number={isNumber(id) || undefined}
          data-cleared={id === 'isCleared' ? transcript.isCleared : undefined}
        >
          {written(transcript[id])}
          {id === 'title' && saturatedBy !== undefined && (
            <span className="transcript-saturated">no new codes ({saturatedBy})</span>
          )}
        </Cell>
      ))}
      <Cell className="transcript-cell">
        <Menu
          label={`Actions for ${transcript.title}`}
          trigger={<IconButton label={`More for ${transcript.title}`} icon={<Ellipsis />} />}
          choices={[
            choice(transcript, 'open', 'Open in Coding', 'Enter'),
            choice(transcript, 'rename', 'Rename…', 'F2'),
            choice(transcript, 'link', 'Link to a participant…'),
            choice(transcript, 'speakers', 'Who speaks…'),
            choice(transcript, 'facts', 'About the interview…'),
            saturationChoice(transcript, saturatedBy !== undefined),
            { ...choice(transcript, 'remove', 'Remove…', 'Delete'), tone: 'danger' },
          ]}
        />
      </Cell>
    </Row>
  );
}

function choice(transcript: TranscriptSummary, id: string, label: string, shortcut?: string) {
  return {
    id,
    label,
    ...(shortcut === undefined ? {} : { shortcut }),
    run: () => {
      selectTranscript(transcript.id);
      runAction(`transcripts.${id}`);
    },
  };
}

function saturationChoice(transcript: TranscriptSummary, isNoted: boolean) {
  return {
    id: 'saturation',
    label: isNoted ? 'Take back: no new codes after it' : 'Record: no new codes after it',
    run: () => {
      selectTranscript(transcript.id);
      runAction(isNoted ? 'constant-comparison.new-codes' : 'constant-comparison.no-new-codes');
    },
  };
}

const KEYS: Readonly<Record<string, string>> = { F2: 'transcripts.rename', Delete: 'transcripts.remove' };

function onTableKey(event: KeyboardEvent): void {
  const action = KEYS[event.key];
  if (action === undefined) return;
  event.preventDefault();
  runAction(action);
}

function isNumber(column: TranscriptColumn): boolean {
  return column !== 'title' && column !== 'participantCode' && column !== 'isCleared';
}

function widthOf(column: TranscriptColumn): number {
  return column === 'participantCode' ? 160 : 100;
}

function written(value: string | number | boolean | null): string {
  if (typeof value === 'boolean') return value ? 'cleared' : 'not cleared';
  if (value === null) return '–';
  return typeof value === 'number' ? value.toLocaleString('en-GB') : value;
}
