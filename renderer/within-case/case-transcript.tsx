import { useEffect, useMemo, useRef, useState } from 'react';
import type { Coding, Layer } from '#shared/coding/coding-contract.ts';
import type { LayerId } from '#shared/ids.ts';
import { lineStarts } from '#shared/transcripts/line-numbers.ts';
import type { Transcript } from '#shared/transcripts/transcripts-contract.ts';
import type { CaseSheet } from '#shared/within-case/within-case-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { goToScreen, navigate } from '../app/navigation.ts';
import { useCodebook } from '../codebook/codebook-store.ts';
import { NO_FILTER } from '../coding/coding-filter.ts';
import type { OpenTranscript } from '../coding/coding-store.ts';
import { TranscriptEditor } from '../coding/editor/transcript-editor.tsx';
import type { TranscriptView } from '../coding/editor/transcript-view.ts';
import { shownCodings, type ShownCoding } from '../coding/shown-codings.ts';
import { blocksOf } from '../coding/transcript-blocks.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { focusSheet, showInSheet } from './theme-focus.ts';
import { pointTo, useWithinCase } from './within-case-store.ts';

const NOTHING = Promise.resolve(null);

/** The interview beside the sheet, to read; it is coded on the Coding screen. */
export function CaseTranscript({ sheet }: { readonly sheet: CaseSheet }) {
  const chosen = useWithinCase((state) => state.transcriptId);
  const [first] = sheet.transcripts;
  const current = sheet.transcripts.find(({ id }) => id === chosen) ?? first;
  const id = current?.id;
  const { value: transcript } = useLive(
    () => (id === undefined ? NOTHING : api.transcripts.get({ id })),
    ['transcript', 'transcript_version', 'turn', 'section', 'span'],
    [id],
  );
  const { value: codings } = useLive(
    () => (id === undefined ? NOTHING : api.coding.ofTranscript({ transcriptId: id })),
    ['coding', 'transcript_version'],
    [id],
  );
  const { value: layers } = useLive(() => api.coding.layers({}), ['layer'], []);
  if (current === undefined) return <NoTranscript />;
  return (
    <div className="case-text">
      <header className="case-text-header">
        {sheet.transcripts.length > 1 ? (
          <Select
            label="Transcript"
            hideLabel
            choices={sheet.transcripts.map(({ id: value, title }) => ({ value, label: title }))}
            value={current.id}
            onChange={(transcriptId) => useWithinCase.setState({ transcriptId, target: null })}
          />
        ) : (
          <h2>{current.title}</h2>
        )}
        <OpenInCoding transcriptId={current.id} />
      </header>
      {transcript?.id === current.id && (
        <ReadText transcript={transcript} codings={codings ?? []} layers={layers ?? []} sheet={sheet} />
      )}
    </div>
  );
}

function NoTranscript() {
  return (
    <div className="case-no-text">
      <p className="muted">
        This case has no transcript yet. Import one, or say there which one is of this case.
      </p>
      <Button onPress={() => goToScreen('transcripts')}>Go to Transcripts</Button>
    </div>
  );
}

function OpenInCoding({ transcriptId }: { readonly transcriptId: Transcript['id'] }) {
  return (
    <Button
      tone="quiet"
      onPress={() => {
        const { target } = useWithinCase.getState();
        if (target?.transcriptId !== transcriptId) navigate({ screen: 'coding', transcriptId });
        else if (target.codingId !== null)
          navigate({ screen: 'coding', transcriptId, codingId: target.codingId });
        else navigate({ screen: 'coding', transcriptId, position: target.start, end: target.end });
      }}
    >
      Open in Coding
    </Button>
  );
}

interface ReadTextProps {
  readonly transcript: Transcript;
  readonly codings: readonly Coding[];
  readonly layers: readonly Layer[];
  readonly sheet: CaseSheet;
}

function ReadText({ transcript, codings, layers, sheet }: ReadTextProps) {
  const codes = useCodebook((state) => state.byId);
  const target = useWithinCase((state) => state.target);
  const [view, setView] = useState<TranscriptView | null>(null);
  const caret = useRef(0);
  const open = useMemo<OpenTranscript>(
    () => ({
      transcript,
      blocks: blocksOf(transcript),
      lineStarts: lineStarts(transcript.text),
      units: null,
      readAt: null,
      kept: null,
    }),
    [transcript],
  );
  const { layerId } = sheet;
  const shown = useMemo(
    () =>
      shownCodings({
        codings: new Map(codings.map((coding) => [coding.id, coding])),
        codes,
        layers,
        shownLayers: new Set<LayerId>(
          layers.map(({ id }) => id).filter((id) => layerId === null || id === layerId),
        ),
        onlyCode: null,
        filter: NO_FILTER,
        open: null,
      }),
    [codings, codes, layers, layerId],
  );
  useEffect(() => {
    if (view === null || target?.transcriptId !== transcript.id) return;
    view.putCaret(target.start);
    view.showFound(target.codingId === null ? [target] : [], null);
    view.reveal(target);
  }, [view, target, transcript.id]);

  return (
    <div className="transcript-frame">
      <TranscriptEditor
        open={open}
        shown={shown}
        selected={shown.find(({ id }) => id === target?.codingId) ?? null}
        canMoveEdges={false}
        label={`Transcript ${transcript.title}, to read. Enter on coded words shows them in the sheet, Escape goes back to it.`}
        onView={setView}
        onSelection={({ start }) => {
          caret.current = start;
        }}
        onClickText={(position) => select(narrowestAt(shown, position), sheet)}
        onPressCoding={(id) =>
          select(
            shown.find((coding) => coding.id === id),
            sheet,
          )
        }
        onMoveEdges={() => {}}
        onKey={(event) => {
          if (event.key === 'Escape' || event.key === 'F6') focusSheet();
          else if (event.key === 'Enter') select(narrowestAt(shown, caret.current), sheet);
          else return;
          event.preventDefault();
        }}
        onText={() => {}}
        onDropAt={() => {}}
        accepts={() => false}
      />
    </div>
  );
}

/** The coding that is meant by a place: of those that lie over it, the one with the fewest words. */
function narrowestAt(shown: readonly ShownCoding[], position: number): ShownCoding | undefined {
  return shown
    .filter(({ start, end }) => start <= position && position < end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
}

/** Opens the theme that the coding belongs to, and stands on it there. */
function select(coding: ShownCoding | undefined, { themes, fragments }: CaseSheet): void {
  const fragment = fragments.find(({ id }) => id === coding?.id);
  if (fragment === undefined) return;
  const { theme } = useWithinCase.getState();
  const having = themes.filter(({ fragmentIds }) => fragmentIds.includes(fragment.id));
  const next = having.find(({ key }) => key === theme) ?? having[0];
  if (next !== undefined) useWithinCase.setState({ theme: next.key });
  pointTo({ ...fragment, codingId: fragment.id });
  showInSheet(fragment.id);
}
