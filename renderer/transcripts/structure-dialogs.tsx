import { useState } from 'react';
import { shorten } from '#shared/text/graphemes.ts';
import { quotation, type TextRange } from '#shared/text/text-range.ts';
import type { Turn } from '#shared/transcripts/transcripts-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { announce, type OpenTranscript } from '../coding/coding-store.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify, reportError } from '../ui/toasts-store.ts';
import { FormDialog } from './form-dialog.tsx';
import { exclude, stopAsking, useStructure } from './structure-actions.ts';

interface OfOpen {
  readonly open: OpenTranscript;
}

/** What is asked about the structure of the transcript that is open. */
export function StructureDialogs({ open }: OfOpen) {
  const asking = useStructure((state) => state.asking);
  if (asking === null) return null;
  switch (asking.kind) {
    case 'exclude':
      return <ExcludeDialog open={open} passage={asking.passage} />;
    case 'part':
      return <PartDialog open={open} turn={asking.turn} />;
    case 'question':
      return <QuestionDialog open={open} turn={asking.turn} />;
  }
}

function ExcludeDialog({ open, passage }: OfOpen & { readonly passage: TextRange }) {
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title="Leave this passage out of the analysis"
      confirm="Leave out"
      save={() => exclude(open, passage, note)}
      onClose={stopAsking}
    >
      {(problem) => (
        <>
          <p className="muted">“{shorten(quotation(open.transcript.text, passage), 200)}”</p>
          <TextField
            label="Why"
            placeholder="Small talk before the interview"
            autoFocus
            value={note}
            onChange={setNote}
            errorMessage={problem}
          />
          <p className="muted">
            It stays readable, and so do its codings; matrices and agreement go without it.
          </p>
        </>
      )}
    </FormDialog>
  );
}

function PartDialog({ open, turn }: OfOpen & { readonly turn: Turn }) {
  const { id, sections } = open.transcript;
  const here = sections.find(
    ({ headingStart, start }) => headingStart === turn.labelStart || start === turn.labelStart,
  );
  const [title, setTitle] = useState(here?.title ?? '');
  const set = async (named: string): Promise<void> => {
    await api.transcripts.setPart({ id, turnNumber: turn.number, title: named });
    const done =
      named.trim() === '' ? 'The part is taken away' : `“${named.trim()}” begins at turn ${turn.number}`;
    notify(done, { undo: true });
    announce(done);
  };
  return (
    <FormDialog
      title={`A part begins at turn ${turn.number}`}
      confirm="Set"
      save={() => set(title)}
      onClose={stopAsking}
      also={
        here !== undefined && (
          <Button onPress={() => void set('').then(stopAsking, reportError)}>Take the part away</Button>
        )
      }
    >
      {(problem) => (
        <TextField
          label="Title of the part"
          placeholder="Background"
          description="Codings can be filtered, found and counted by part. The text itself is not changed."
          autoFocus
          value={title}
          onChange={setTitle}
          errorMessage={problem}
        />
      )}
    </FormDialog>
  );
}

const NONE = 0;

function QuestionDialog({ open, turn }: OfOpen & { readonly turn: Turn }) {
  const { id, questions } = open.transcript;
  const { value: guide } = useLive(() => api.guide.get({}), ['guide_part', 'guide_question'], []);
  const here = questions.find(({ start }) => turn.labelStart <= start && start < turn.end);
  const [chosen, setChosen] = useState<number>(here?.questionId ?? NONE);
  if (guide === undefined) return null;
  const all = guide.flatMap((part) => part.questions.map((question) => ({ part, question })));
  const save = async (): Promise<void> => {
    const question = all.find((one) => one.question.id === chosen)?.question ?? null;
    await api.guide.mark({ transcriptId: id, turnNumber: turn.number, questionId: question?.id ?? null });
    const done =
      question === null
        ? `Turn ${turn.number} asks no question of the guide`
        : `Turn ${turn.number} asks “${question.text}”`;
    notify(shorten(done, 90), { undo: true });
    announce(done);
  };
  return (
    <FormDialog title={`What turn ${turn.number} asks`} confirm="Set" save={save} onClose={stopAsking}>
      {(problem) => (
        <>
          <p className="muted">“{shorten(quotation(open.transcript.text, turn), 160)}”</p>
          <Select
            label="Question of the guide"
            autoFocus
            choices={[
              { value: NONE, label: 'None' },
              ...all.map(({ part, question }) => ({
                value: Number(question.id),
                label: shorten(part.title === '' ? question.text : `${part.title}: ${question.text}`, 110),
              })),
            ]}
            value={chosen}
            onChange={setChosen}
          />
          {problem !== undefined && <p className="field-error">{problem}</p>}
        </>
      )}
    </FormDialog>
  );
}
