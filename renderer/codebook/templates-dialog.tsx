import { useState } from 'react';
import type { TemplatePreview } from '#shared/templates/templates-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { closeCodebookDialog } from './codebook-actions.ts';
import { applyTemplate, counted } from './codebook-depth-actions.ts';

/** The kinds of study that Crosscase knows: choose one, see what it holds, tick what is wanted. */
export function TemplatesDialog() {
  const { value: templates = [] } = useLive(() => api.templates.list({}), [], []);
  const [chosen, setChosen] = useState<string | null>(null);
  const id = chosen ?? templates[0]?.id ?? null;
  const { value: preview } = useLive(
    () => (id === null ? Promise.resolve(null) : api.templates.preview({ id })),
    ['code', 'attribute', 'matrix'],
    [id],
  );
  return (
    <Dialog title="Templates of studies" size="large" isOpen onClose={closeCodebookDialog}>
      <div className="templates">
        <ul className="templates-list" aria-label="Templates">
          {templates.map((template) => (
            <li key={template.id}>
              <button
                type="button"
                className="template"
                aria-pressed={template.id === id}
                onClick={() => setChosen(template.id)}
              >
                <strong>{template.name}</strong>
                <span className="muted">
                  {counted(template.codes, 'code')}, {counted(template.attributes, 'attribute')},{' '}
                  {counted(template.matrices, 'matrix', 'matrices')}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {preview !== undefined && preview !== null && <Preview key={preview.id} preview={preview} />}
      </div>
    </Dialog>
  );
}

function Preview({ preview }: { readonly preview: TemplatePreview }) {
  const { codes, attributes, matrices, guide, presentCodes } = preview;
  const newAttributes = attributes
    .map(({ name }) => name)
    .filter((name) => !preview.presentAttributes.includes(name));
  const newMatrices = matrices
    .map(({ name }) => name)
    .filter((name) => !preview.presentMatrices.includes(name));
  const [withCodes, setWithCodes] = useState(presentCodes < codes.length);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set([...newAttributes, ...newMatrices]));
  const toggle = (name: string): void =>
    setTicked(new Set(ticked.has(name) ? [...ticked].filter((other) => other !== name) : [...ticked, name]));
  const chosenAttributes = newAttributes.filter((name) => ticked.has(name));
  const chosenMatrices = newMatrices.filter((name) => ticked.has(name));
  const isNothing = !withCodes && chosenAttributes.length === 0 && chosenMatrices.length === 0;
  const apply = (): void => {
    const choice = { codes: withCodes, attributes: chosenAttributes, matrices: chosenMatrices };
    applyTemplate({ id: preview.id, ...choice }).catch(reportError);
  };
  return (
    <div className="template-preview">
      <p>{preview.about}</p>
      <p className="muted">{preview.source}</p>
      <Tick
        label={`Codebook: ${counted(codes.length - presentCodes, 'new code')}${presentCodes > 0 ? `, ${presentCodes} there already` : ''}`}
        isTicked={withCodes}
        isDisabled={presentCodes === codes.length}
        onToggle={() => setWithCodes(!withCodes)}
      />
      <details>
        <summary>Show the codes</summary>
        <CodeOutline codes={codes} />
      </details>
      <h3>Attributes of participants</h3>
      <div className="template-ticks">
        {attributes.map(({ name, type, note }) => (
          <Tick
            key={name}
            label={name}
            note={[type, note].filter((text) => text !== '').join(' · ')}
            isTicked={ticked.has(name)}
            isDisabled={!newAttributes.includes(name)}
            onToggle={() => toggle(name)}
          />
        ))}
      </div>
      <h3>Matrices</h3>
      {matrices.map(({ name, columns, decisionRules }) => (
        <Tick
          key={name}
          label={name}
          note={`${decisionRules} Columns: ${columns.join(' · ')}`}
          isTicked={ticked.has(name)}
          isDisabled={!newMatrices.includes(name)}
          onToggle={() => toggle(name)}
        />
      ))}
      <details>
        <summary>Show the interview guide</summary>
        {guide.map(({ part, questions }) => (
          <section key={part}>
            <h4>{part}</h4>
            <ol>
              {questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ol>
          </section>
        ))}
      </details>
      <p className="template-actions">
        <Button tone="primary" isDisabled={isNothing} onPress={apply}>
          Add what is ticked
        </Button>
        <span className="muted">One step of undo takes it all back.</span>
      </p>
    </div>
  );
}

interface TickProps {
  readonly label: string;
  readonly note?: string;
  readonly isTicked: boolean;
  /** The project has it already. */
  readonly isDisabled: boolean;
  readonly onToggle: () => void;
}

function Tick({ label, note = '', isTicked, isDisabled, onToggle }: TickProps) {
  return (
    <label className="tick">
      <input type="checkbox" checked={isTicked && !isDisabled} disabled={isDisabled} onChange={onToggle} />
      <span>
        {label}
        {note !== '' && <span className="muted tick-note">{isDisabled ? 'there already' : note}</span>}
      </span>
    </label>
  );
}

function CodeOutline({ codes }: Pick<TemplatePreview, 'codes'>) {
  const levels = new Map<string, number>();
  for (const { key, parent } of codes) levels.set(key, parent === null ? 0 : (levels.get(parent) ?? 0) + 1);
  return (
    <ul className="codebook-preview">
      {codes.map(({ key, name, definition }) => (
        <li key={key} style={{ paddingInlineStart: (levels.get(key) ?? 0) * 16 }}>
          {name} <span className="muted">{definition}</span>
        </li>
      ))}
    </ul>
  );
}
