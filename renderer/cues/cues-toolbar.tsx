import { useRef, useState } from 'react';
import { Checkbox, CheckboxGroup, Dialog, DialogTrigger, Label, Popover } from 'react-aria-components';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { CodesPicker, type PickerAnchor } from '../codebook/code-picker.tsx';
import { Button } from '../ui/button.tsx';
import { chooseCodes } from './cues-actions.ts';
import { useCues } from './cues-store.ts';

/** Which codes, which transcripts, and whose words. */
export function CuesToolbar({ codes }: { readonly codes: readonly Code[] }) {
  const interviewer = useCues((state) => state.interviewer);
  return (
    <>
      <Checkbox
        className="cues-tick"
        isSelected={interviewer}
        onChange={(on) => useCues.setState({ interviewer: on, at: null })}
      >
        <span className="cues-tick-box" aria-hidden />
        The interviewer’s words too
      </Checkbox>
      <TranscriptsButton />
      <CodesButton codes={codes} />
    </>
  );
}

function CodesButton({ codes }: { readonly codes: readonly Code[] }) {
  const button = useRef<HTMLSpanElement>(null);
  const [anchor, setAnchor] = useState<PickerAnchor | null>(null);
  const open = (): void => {
    const place = button.current?.getBoundingClientRect();
    if (place === undefined) return;
    setAnchor({ left: place.left, top: place.top, width: place.width, height: place.height });
  };
  return (
    <>
      <span ref={button}>
        <Button onPress={open}>{codes.length === 1 ? '1 code' : `${codes.length} codes`}…</Button>
      </span>
      {anchor !== null && (
        <CodesPicker
          label="Look for the cues of"
          anchor={anchor}
          chosen={codes.map(({ id }) => id)}
          doneLabel="Look for these"
          onPick={chooseCodes}
          onClose={() => setAnchor(null)}
        />
      )}
    </>
  );
}

function TranscriptsButton() {
  const chosen = useCues((state) => state.transcriptIds);
  const { value: transcripts = [] } = useLive(
    () => api.transcripts.list({}),
    ['transcript', 'participant'],
    [],
  );
  const all = transcripts.map(({ id }) => String(id));
  const choose = (ids: readonly string[]): void =>
    useCues.setState({
      at: null,
      transcriptIds:
        ids.length === all.length
          ? null
          : transcripts.map(({ id }) => id).filter((id) => ids.includes(String(id))),
    });
  return (
    <DialogTrigger>
      <Button>
        {chosen === null ? 'All transcripts' : `${chosen.length} of ${transcripts.length} transcripts`}…
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="cues-transcripts" aria-label="Transcripts to look in">
          <header>
            <Button onPress={() => choose(all)}>All</Button>
            <Button onPress={() => choose([])}>None</Button>
          </header>
          <CheckboxGroup value={chosen === null ? all : chosen.map(String)} onChange={choose}>
            <Label className="visually-hidden">Transcripts to look in</Label>
            {transcripts.map(({ id, title }) => (
              <Checkbox key={id} value={String(id)} className="cues-tick">
                <span className="cues-tick-box" aria-hidden />
                {title}
              </Checkbox>
            ))}
          </CheckboxGroup>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
