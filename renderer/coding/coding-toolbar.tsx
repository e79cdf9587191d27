import { ChevronLeft, ChevronRight, ListTree } from 'lucide-react';
import type { TranscriptId } from '#shared/ids.ts';
import type { TranscriptSummary } from '#shared/transcripts/transcripts-contract.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Select } from '../ui/select.tsx';
import { CorrectionsButtons } from '../corrections/corrections-buttons.tsx';
import { useCoding, type OpenTranscript } from './coding-store.ts';
import { currentView, focusTranscript } from './current-view.ts';
import { goToTranscript, neighbour } from './transcript-steps.ts';
import { FilterPopover } from './filter-popover.tsx';
import { FinishedToggle } from './finished-toggle.tsx';
import { LayersMenu } from './layers-menu.tsx';

interface CodingToolbarProps {
  readonly open: OpenTranscript | null;
  readonly transcripts: readonly TranscriptSummary[];
}

export function CodingToolbar({ open, transcripts }: CodingToolbarProps) {
  const id = open?.transcript.id ?? null;
  const me = useCoding(({ layers }) => layers.find(({ own }) => own)?.name ?? null);
  return (
    <>
      {open !== null && <FilterPopover open={open} />}
      {open !== null && <Sections open={open} />}
      <LayersMenu />
      {open !== null && <CorrectionsButtons open={open} />}
      {open !== null && <FinishedToggle open={open} />}
      <span className="transcript-chooser">
        <Step transcripts={transcripts} from={id} step={-1} />
        <Select
          label="Transcript"
          hideLabel
          choices={transcripts.map(({ id: value, title, participantCode, finishedBy }) => ({
            value,
            label: `${
              participantCode === null || participantCode === title ? title : `${participantCode} · ${title}`
            }${me !== null && finishedBy.includes(me) ? ' ✓' : ''}`,
          }))}
          value={id}
          onChange={goToTranscript}
        />
        <Step transcripts={transcripts} from={id} step={1} />
      </span>
    </>
  );
}

interface StepProps {
  readonly transcripts: readonly TranscriptSummary[];
  readonly from: TranscriptId | null;
  readonly step: 1 | -1;
}

function Step({ transcripts, from, step }: StepProps) {
  const next = neighbour(transcripts, from, step);
  const label = step === 1 ? 'Next transcript (Alt+↓)' : 'Previous transcript (Alt+↑)';
  return (
    <IconButton
      label={label}
      icon={step === 1 ? <ChevronRight /> : <ChevronLeft />}
      isDisabled={next === null}
      onPress={() => next !== null && goToTranscript(next)}
    />
  );
}

function Sections({ open }: { readonly open: OpenTranscript }) {
  const { sections } = open.transcript;
  if (sections.length === 0) return null;
  return (
    <Menu
      label="Go to a section"
      trigger={<Button icon={<ListTree />}>Sections</Button>}
      choices={sections.map(({ number, title, headingStart }) => ({
        id: String(number),
        label: title,
        run: () => goToSection(headingStart),
      }))}
    />
  );
}

function goToSection(headingStart: number): void {
  currentView()?.scrollToTop(headingStart);
  currentView()?.putCaret(headingStart);
  focusTranscript();
}
