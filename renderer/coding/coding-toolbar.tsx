import { ChevronLeft, ChevronRight, ListTree, X } from 'lucide-react';
import type { TranscriptId } from '#shared/ids.ts';
import type { TranscriptSummary } from '#shared/transcripts/transcripts-contract.ts';
import { useCodebook } from '../codebook/codebook-store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Select } from '../ui/select.tsx';
import { useCoding, type OpenTranscript } from './coding-store.ts';
import { currentView, focusTranscript } from './current-view.ts';
import { goToTranscript, neighbour } from './transcript-steps.ts';
import { LayersMenu } from './layers-menu.tsx';

interface CodingToolbarProps {
  readonly open: OpenTranscript | null;
  readonly transcripts: readonly TranscriptSummary[];
}

export function CodingToolbar({ open, transcripts }: CodingToolbarProps) {
  const id = open?.transcript.id ?? null;
  return (
    <>
      {open !== null && <OnlyCode />}
      {open !== null && <Sections open={open} />}
      <LayersMenu />
      <span className="transcript-chooser">
        <Step transcripts={transcripts} from={id} step={-1} />
        <Select
          label="Transcript"
          hideLabel
          choices={transcripts.map(({ id: value, title, participantCode }) => ({
            value,
            label:
              participantCode === null || participantCode === title ? title : `${participantCode} · ${title}`,
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

/** Says that not all codings are shown, and shows them again. */
function OnlyCode() {
  const onlyCode = useCoding((state) => state.onlyCode);
  const code = useCodebook((state) => (onlyCode === null ? undefined : state.byId.get(onlyCode)));
  if (code === undefined) return null;
  return (
    <Button icon={<X />} aria-label="Show all codes" onPress={() => useCoding.setState({ onlyCode: null })}>
      Only “{code.name}”
    </Button>
  );
}
