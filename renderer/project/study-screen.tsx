import type { StudyOverview } from '#shared/project/project-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { runAction } from '../actions/action-registry.ts';
import { goToScreen, type ScreenName } from '../app/navigation.ts';
import { useSession } from '../app/session-store.ts';
import { Button } from '../ui/button.tsx';
import { Screen } from '../ui/screen.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { useDraft } from '../ui/use-draft.ts';
import './project.css';

const COUNTED = ['project', 'coder', 'participant', 'transcript', 'code', 'coding', 'matrix', 'matrix_cell'];

export function StudyScreen() {
  const { value: study } = useLive(() => api.project.overview({}), COUNTED, []);
  const path = useSession((state) => state.project?.path);
  return (
    <Screen
      title="Study"
      toolbar={
        <>
          <Button onPress={() => runAction('packages.team')}>Team…</Button>
          <Button onPress={() => runAction('codebook.templates')}>Templates…</Button>
          <Button onPress={() => runAction('reports.open')}>Reports…</Button>
          <Button onPress={() => runAction('exchange.import')}>Import from another program…</Button>
          <Button onPress={() => runAction('exchange.export')}>Export for other programs…</Button>
          <Button onPress={() => runAction('project.open')}>Open another…</Button>
          <Button onPress={() => runAction('project.close')}>Close project</Button>
        </>
      }
    >
      {study !== undefined && (
        <div className="study">
          <Description study={study} />
          <Steps counts={study.counts} />
          <dl className="study-facts">
            <div>
              <dt>Coders</dt>
              <dd>{study.coders.map(({ name }) => name).join(', ') || 'nobody yet'}</dd>
            </div>
            <div>
              <dt>Begun</dt>
              <dd>{new Date(study.createdAt).toLocaleDateString(undefined, { dateStyle: 'long' })}</dd>
            </div>
            <div>
              <dt>File</dt>
              <dd className="study-path">{path}</dd>
            </div>
          </dl>
        </div>
      )}
    </Screen>
  );
}

/** Saved when the field is left; until then the field holds what was typed. */
function Description({ study }: { readonly study: StudyOverview }) {
  const [title, setTitle] = useDraft(study.title);
  const [question, setQuestion] = useDraft(study.researchQuestion);

  const save = (): void => {
    if (title === study.title && question === study.researchQuestion) return;
    api.project.describe({ title, researchQuestion: question }).catch((error: unknown) => {
      setTitle(study.title);
      reportError(error);
    });
  };
  return (
    <div className="study-description">
      <TextField label="Title" value={title} onChange={setTitle} onBlur={save} />
      <TextField
        label="Research question"
        rows={3}
        value={question}
        onChange={setQuestion}
        onBlur={save}
        placeholder="What do you want to know?"
      />
    </div>
  );
}

interface Step {
  readonly screen: ScreenName;
  readonly label: string;
  readonly count: string;
  /** What to do while there is nothing yet. */
  readonly begin: string;
  readonly isEmpty: boolean;
}

function Steps({ counts }: { readonly counts: StudyOverview['counts'] }) {
  return (
    <ol className="study-steps" aria-label="The work so far">
      {stepsOf(counts).map(({ screen, label, count, begin, isEmpty }) => (
        <li key={screen}>
          <button type="button" className="study-step" onClick={() => goToScreen(screen)}>
            <strong>{label}</strong>
            <span className={isEmpty ? 'muted' : ''}>{isEmpty ? begin : count}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function stepsOf(counts: StudyOverview['counts']): readonly Step[] {
  const many = (number: number, one: string, more: string): string =>
    `${number.toLocaleString()} ${number === 1 ? one : more}`;
  return [
    {
      screen: 'participants',
      label: 'Participants',
      count: many(counts.participants, 'participant', 'participants'),
      begin: 'Import a table, or let the transcripts name them',
      isEmpty: counts.participants === 0,
    },
    {
      screen: 'transcripts',
      label: 'Transcripts',
      count: many(counts.transcripts, 'transcript', 'transcripts'),
      begin: 'Import interviews from text or Word files',
      isEmpty: counts.transcripts === 0,
    },
    {
      screen: 'codebook',
      label: 'Codebook',
      count: many(counts.codes, 'code', 'codes'),
      begin: 'Start from a template, or make your own codes',
      isEmpty: counts.codes === 0,
    },
    {
      screen: 'coding',
      label: 'Coding',
      count: many(counts.codings, 'coding', 'codings'),
      begin: 'Code the first fragment',
      isEmpty: counts.codings === 0,
    },
    {
      screen: 'matrices',
      label: 'Matrices',
      count: `${many(counts.matrices, 'matrix', 'matrices')}, ${many(counts.cells, 'summary', 'summaries')}`,
      begin: 'Set cases against themes',
      isEmpty: counts.matrices === 0,
    },
  ];
}
