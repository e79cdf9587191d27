import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { shorten } from '#shared/text/graphemes.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import type { Turn } from '#shared/transcripts/transcripts-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { announce, type OpenTranscript } from '../coding/coding-store.ts';
import { focusTranscript } from '../coding/current-view.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { notify, sentenceOf } from '../ui/toasts-store.ts';
import { exclude, stopAsking, useStructure } from './structure-actions.ts';

interface OfOpen {
  readonly open: OpenTranscript;
}

/** Above the text, while something is asked about its structure: the text stays in view, with what was selected. */
export function StructureBar({ open }: OfOpen) {
  const asking = useStructure((state) => state.asking);
  if (asking === null) return null;
  switch (asking.kind) {
    case 'exclude':
      return <ExcludeBar key={asking.passage.start} open={open} passage={asking.passage} />;
    case 'part':
      return <PartBar key={asking.turn.number} open={open} turn={asking.turn} />;
    case 'question':
      return <QuestionBar key={asking.turn.number} open={open} turn={asking.turn} />;
  }
}

function close(): void {
  stopAsking();
  focusTranscript();
}

interface BarProps {
  readonly label: string;
  readonly confirm: string;
  readonly save: () => Promise<void>;
  readonly children: ReactNode;
}

/** One question in one line; Enter answers it, Escape leaves it, and what is refused is said beside it. */
function Bar({ label, confirm, save, children }: BarProps) {
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save().then(close, (error: unknown) => {
      const { title, advice } = sentenceOf(error);
      setProblem(`${title} ${advice}`);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape has a button too
    <form className="text-bar structure-bar" aria-label={label} onSubmit={submit} onKeyDown={onKeyDown}>
      <span className="structure-bar-label">{label}</span>
      {children}
      <Button tone="primary" type="submit">
        {confirm}
      </Button>
      {problem !== undefined && (
        <span className="field-error" role="alert">
          {problem}
        </span>
      )}
      <span className="structure-bar-end">
        <IconButton label="Close (Esc)" icon={<X />} onPress={close} />
      </span>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Field({ label, placeholder, value, onChange }: FieldProps) {
  return (
    <input
      className="input text-bar-field"
      aria-label={label}
      placeholder={placeholder}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person asked to type here
      autoFocus
      value={value}
      onFocus={(event) => event.target.select()}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function ExcludeBar({ open, passage }: OfOpen & { readonly passage: TextRange }) {
  const [note, setNote] = useState('');
  return (
    <Bar
      label="Leave this passage out of matrices and agreement"
      confirm="Leave out"
      save={() => exclude(open, passage, note)}
    >
      <Field label="Why" placeholder="Why" value={note} onChange={setNote} />
    </Bar>
  );
}

function PartBar({ open, turn }: OfOpen & { readonly turn: Turn }) {
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
    <Bar
      label={
        here === undefined
          ? `A part begins at turn ${turn.number}`
          : `The part at turn ${turn.number}; empty takes it away`
      }
      confirm="Set"
      save={() => set(title)}
    >
      <Field label="Title of the part" placeholder="Its title" value={title} onChange={setTitle} />
    </Bar>
  );
}

const NONE = 0;

function QuestionBar({ open, turn }: OfOpen & { readonly turn: Turn }) {
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
    <Bar label={`Turn ${turn.number} asks`} confirm="Set" save={save}>
      <Select
        label="Question of the guide"
        hideLabel
        autoFocus
        choices={[
          { value: NONE, label: 'None of the guide' },
          ...all.map(({ part, question }) => ({
            value: Number(question.id),
            label: shorten(part.title === '' ? question.text : `${part.title}: ${question.text}`, 110),
          })),
        ]}
        value={chosen}
        onChange={setChosen}
      />
    </Bar>
  );
}
