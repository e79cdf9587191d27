import { useId, useState } from 'react';
import { overlapRules, unitKinds, type OverlapRule, type UnitKind } from '#shared/agreement/unit-rules.ts';
import type { SessionChoices, SessionDraw, SessionKind } from '#shared/comparison/comparison-contract.ts';
import type { AttributeId, CoderId, SessionId, TranscriptId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError, sentenceOf } from '../ui/toasts-store.ts';
import { CodesCompared } from './codes-compared.tsx';
import { closeDialog, showSession } from './comparison-store.ts';
import { SESSION_TABLES } from './session-tables.ts';

const KINDS: readonly { readonly value: SessionKind; readonly label: string }[] = [
  { value: 'round', label: 'A round that counts' },
  { value: 'practice', label: 'Practice: never counted' },
  { value: 'drift', label: 'Drift: a later check on new text' },
  { value: 'same coder', label: 'Same coder, earlier and now' },
];

const UNITS: Readonly<Record<UnitKind, string>> = {
  turns: 'Turns',
  sentences: 'Sentences',
  answers: 'Answers to a question',
  paragraphs: 'Paragraphs',
  'spans of one person': 'Spans marked by one person',
  'free spans': 'Free spans',
};

const RULES: Readonly<Record<OverlapRule, string>> = {
  'any overlap': 'A code counts with any overlap',
  'at least half': 'A code counts from half of the unit',
};

export function NewSessionDialog() {
  const { value: choices } = useLive(() => api.comparison.choices({}), SESSION_TABLES, []);
  return choices === undefined ? null : <NewSession choices={choices} />;
}

function NewSession({ choices }: { readonly choices: SessionChoices }) {
  const form = useId();
  const [name, setName] = useState(`Round ${choices.nextRound}`);
  const [kind, setKind] = useState<SessionKind>('round');
  const [coderIds, setCoderIds] = useState<readonly CoderId[]>(
    choices.coders.slice(0, 2).map(({ id }) => id),
  );
  const [earlierId, setEarlierId] = useState<SessionId | null>(choices.frozen[0]?.id ?? null);
  const [unit, setUnit] = useState<UnitKind>('turns');
  const [overlap, setOverlap] = useState<OverlapRule>('any overlap');
  const [unitCoderId, setUnitCoderId] = useState<CoderId | null>(choices.coders[0]?.id ?? null);
  const [withInterviewer, setWithInterviewer] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<TranscriptId> | null>(null);
  const [draw, setDraw] = useState<SessionDraw | null>(null);
  const [problem, setProblem] = useState<string>();
  const isSame = kind === 'same coder';
  const transcripts = choices.transcripts.filter(({ discussedIn }) => isSame || discussedIn === null);
  const finishedByAll = transcripts.filter(({ finishedBy }) =>
    coderIds.every((id) => finishedBy.includes(id)),
  );
  const taken = chosen ?? new Set(finishedByAll.map(({ id }) => id));
  const [only] = coderIds;
  const coders =
    isSame && only !== undefined
      ? [{ coderId: only, earlierId }, { coderId: only }]
      : coderIds.map((coderId) => ({ coderId }));

  const create = async (): Promise<void> => {
    const id = await api.comparison.create({
      name,
      kind,
      coders,
      transcriptIds: [...taken],
      unitKind: unit,
      overlap,
      withInterviewer,
      unitCoderId: unit === 'spans of one person' ? unitCoderId : null,
      codes: codes === null ? null : [...codes],
      draw,
    });
    closeDialog();
    showSession(id);
  };
  const toggle = (id: TranscriptId): void => {
    const next = new Set(taken);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
    setDraw(null);
  };
  return (
    <Dialog
      title="New comparison session"
      size="medium"
      isOpen
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>Cancel</Button>
          <Button
            tone="primary"
            type="submit"
            form={form}
            isDisabled={
              taken.size === 0 || codes?.length === 0 || coders.length < 2 || (isSame && earlierId === null)
            }
          >
            Make the session
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="new-session"
        onSubmit={(event) => {
          event.preventDefault();
          create().catch((error: unknown) => {
            const { title, advice } = sentenceOf(error);
            setProblem(`${title} ${advice}`);
          });
        }}
      >
        <div className="new-session-row">
          <TextField label="Name" autoFocus value={name} onChange={setName} errorMessage={problem} />
          <Select label="What for" choices={KINDS} value={kind} onChange={setKind} />
        </div>
        <fieldset>
          <legend>{isSame ? 'Coder' : 'Coders'}</legend>
          <div className="new-session-checks">
            {choices.coders.map(({ id, name: coder }) => (
              <label key={id}>
                <input
                  type={isSame ? 'radio' : 'checkbox'}
                  name={`${form}-coder`}
                  checked={isSame ? only === id : coderIds.includes(id)}
                  onChange={() => {
                    setChosen(null);
                    setCoderIds(
                      isSame
                        ? [id]
                        : coderIds.includes(id)
                          ? coderIds.filter((other) => other !== id)
                          : [...coderIds, id],
                    );
                  }}
                />
                {coder}
              </label>
            ))}
          </div>
          {isSame && (
            <Select
              label="Earlier codings, as they were in"
              placeholder="No session has begun comparing yet"
              choices={choices.frozen
                .filter(({ coderIds: known }) => only !== undefined && known.includes(only))
                .map(({ id, name: session }) => ({ value: id, label: session }))}
              value={earlierId}
              onChange={setEarlierId}
            />
          )}
        </fieldset>
        <div className="new-session-row">
          <Select
            label="Units"
            choices={unitKinds.map((value) => ({ value, label: UNITS[value] }))}
            value={unit}
            onChange={setUnit}
          />
          {unit === 'spans of one person' && (
            <Select
              label="Marked by"
              choices={choices.coders.map(({ id, name: coder }) => ({ value: id, label: coder }))}
              value={unitCoderId}
              onChange={setUnitCoderId}
            />
          )}
          <Select
            label="Rule"
            isDisabled={unit === 'free spans'}
            choices={overlapRules.map((value) => ({ value, label: RULES[value] }))}
            value={overlap}
            onChange={setOverlap}
          />
        </div>
        <label>
          <input
            type="checkbox"
            checked={withInterviewer}
            onChange={({ target }) => setWithInterviewer(target.checked)}
          />
          What the interviewer says counts too
        </label>
        <CodesCompared choices={choices.codes} codes={codes} onChange={setCodes} />
        {!isSame && (
          <Draw
            choices={choices}
            onDraw={(ids, drawn) => {
              setChosen(new Set(ids));
              setDraw(drawn);
            }}
          />
        )}
        <fieldset>
          <legend>
            Transcripts: {taken.size} chosen{draw === null ? '' : `, drawn at random (seed ${draw.seed})`}
          </legend>
          <div className="new-session-transcripts">
            {transcripts.map(({ id, title, finishedBy }) => (
              <label key={id}>
                <input type="checkbox" checked={taken.has(id)} onChange={() => toggle(id)} />
                {title}
                <span className="muted">
                  {coderIds.every((coder) => finishedBy.includes(coder))
                    ? 'finished'
                    : `${finishedBy.filter((coder) => coderIds.includes(coder)).length} of ${coderIds.length} finished`}
                </span>
              </label>
            ))}
            {transcripts.length === 0 && (
              <p className="muted">
                All transcripts were discussed already: they say nothing about agreement any more.
              </p>
            )}
          </div>
        </fieldset>
      </form>
    </Dialog>
  );
}

function Draw({
  choices,
  onDraw,
}: {
  readonly choices: SessionChoices;
  readonly onDraw: (ids: readonly TranscriptId[], draw: SessionDraw) => void;
}) {
  const [count, setCount] = useState('6');
  const [seed, setSeed] = useState(() => String(Math.floor(Math.random() * 100_000)));
  const [attributeId, setAttributeId] = useState<AttributeId | null>(null);
  const draw = (): void => {
    api.comparison
      .draw({ count: Math.max(1, Number(count) || 1), attributeId, seed: Math.max(0, Number(seed) || 0) })
      .then((drawn) => onDraw(drawn.transcriptIds, drawn.draw), reportError);
  };
  return (
    <div className="new-session-row new-session-draw">
      <TextField label="Draw" value={count} onChange={setCount} inputMode="numeric" />
      <Select
        label="From each group of"
        choices={[
          { value: 0, label: 'all alike' },
          ...choices.attributes.map(({ id, name }) => ({ value: id as number, label: name })),
        ]}
        value={attributeId ?? 0}
        onChange={(value) => setAttributeId(choices.attributes.find(({ id }) => id === value)?.id ?? null)}
      />
      <TextField label="Seed" value={seed} onChange={setSeed} inputMode="numeric" />
      <Button onPress={draw}>Draw at random</Button>
    </div>
  );
}
