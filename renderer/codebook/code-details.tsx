import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Ellipsis, Plus } from 'lucide-react';
import { codeKinds, type Code } from '#shared/codebook/codebook-contract.ts';
import { idsBelow } from '#shared/codebook/code-tree.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { CodeColorButton } from './code-color-button.tsx';
import { CodeCues } from './code-cues.tsx';
import { CodeExamples } from './code-examples.tsx';
import { CodeHistory } from './code-history.tsx';
import { CodePoles } from './code-poles.tsx';
import { CodeInstead, CodeRelations } from './code-relations.tsx';
import { CodeSection } from './code-section.tsx';
import { useDraftKeeper } from './code-drafts.ts';
import {
  askForNewCode,
  askToRemove,
  changeCode,
  openCodebookAside,
  useRenaming,
} from './codebook-actions.ts';
import { sortBelow } from './codebook-depth-actions.ts';
import { placeName, useCodebook, useCodeCounts } from './codebook-store.ts';
import { focusTree } from './tree-focus.ts';
import { useSavedText } from './use-saved-text.ts';

const kindChoices = codeKinds.map((kind) => ({ value: kind, label: capitalised(kind) }));

/** Everything that is known of one code, to be read and changed in place. */
export function CodeDetails({ code }: { readonly code: Code }) {
  const { id } = code;
  const byId = useCodebook((state) => state.byId);
  const place = placeName(byId, id);
  return (
    <div className="code-details">
      {place !== '' && <p className="code-details-place">{place}</p>}
      <div className="code-details-head">
        <CodeColorButton code={code} />
        <CodeName code={code} />
      </div>
      <Counts code={code} />
      <CodeSection title="Definition">
        <CodeText code={code} field="definition" label="Definition" rows={4} />
        <Select
          label="Kind"
          choices={kindChoices}
          value={code.kind}
          onChange={(kind) => void changeCode({ id, kind }).catch(reportError)}
        />
        <CodePoles code={code} />
      </CodeSection>
      <CodeSection title="When to use" note={usageNote(code)}>
        <CodeText code={code} field="useWhen" label="Use when" rows={2} />
        <CodeText code={code} field="notWhen" label="Do not use when" rows={2} />
        <CodeInstead code={code} />
      </CodeSection>
      <CodeSection title="Examples" note={numberNote(code.examples.length)}>
        <CodeExamples code={code} />
      </CodeSection>
      <CodeSection title="Cues" note={numberNote(code.cues.length)}>
        <CodeCues code={code} />
      </CodeSection>
      <CodeSection title="Relations" note={numberNote(code.seeAlso.length)}>
        <CodeRelations code={code} />
      </CodeSection>
      <CodeSection title="History">
        <CodeHistory code={code} />
      </CodeSection>
      <div className="code-details-actions">
        <Button icon={<Plus />} onPress={() => askForNewCode(id)}>
          New code below this one
        </Button>
        <Menu
          label={`More for ${code.name}`}
          trigger={<IconButton label="More for this code" icon={<Ellipsis />} />}
          choices={[
            { id: 'merge', label: 'Merge into…', run: () => openCodebookAside({ kind: 'merge', id }) },
            { id: 'split', label: 'Split…', run: () => openCodebookAside({ kind: 'split', id }) },
            { id: 'by-name', label: 'Sort below by name', run: () => sortBelow(id, 'name') },
            { id: 'by-count', label: 'Sort below by count', run: () => sortBelow(id, 'count') },
            {
              id: 'remove',
              label: 'Remove…',
              tone: 'danger',
              run: () => void askToRemove(id).catch(reportError),
            },
          ]}
        />
      </div>
    </div>
  );
}

interface CodeTextProps {
  readonly code: Code;
  readonly field: 'definition' | 'useWhen' | 'notWhen';
  readonly label: string;
  readonly rows: number;
}

function CodeText({ code, field, label, rows }: CodeTextProps) {
  const keeper = useDraftKeeper(code.id, field);
  const text = useSavedText(code[field], (typed) => changeCode({ id: code.id, [field]: typed }), keeper);
  const isDefinition = field === 'definition';
  return (
    <TextField
      label={label}
      hideLabel={isDefinition}
      placeholder={isDefinition ? 'What belongs here, and what does not?' : ''}
      rows={rows}
      {...text}
    />
  );
}

function usageNote({ useWhen, notWhen, insteadId }: Code): string {
  return numberNote([useWhen, notWhen].filter((text) => text !== '').length + (insteadId === null ? 0 : 1));
}

function numberNote(count: number): string {
  return count === 0 ? '' : String(count);
}

/** F2 in the tree comes here, and Enter goes back. */
function CodeName({ code }: { readonly code: Code }) {
  const asked = useRenaming((state) => state.asked);
  const askedAtFirst = useRef(asked);
  const field = useRef<HTMLDivElement>(null);
  const keeper = useDraftKeeper(code.id, 'name');
  const name = useSavedText(code.name, (text) => changeCode({ id: code.id, name: text }), keeper);
  useEffect(() => {
    if (asked !== askedAtFirst.current) field.current?.querySelector('textarea')?.select();
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent): void => {
    name.onKeyDown(event);
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    focusTree();
  };
  return (
    <div className="code-details-name" ref={field}>
      <TextField
        label="Name"
        hideLabel
        rows={2}
        {...name}
        onChange={(text) => name.onChange(text.replaceAll(/\s*\n\s*/g, ' '))}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

function Counts({ code }: { readonly code: Code }) {
  const codes = useCodebook((state) => state.codes);
  const counts = useCodebook((state) => state.counts);
  const { codings, ownCodings } = useCodeCounts(code.id);
  const below = idsBelow(codes, code.id);
  const codingsBelow = [...below].reduce((sum, id) => sum + (counts.get(id)?.codings ?? 0), 0);
  const own = codings === 0 ? 'No codings' : `${counted(codings, 'coding')}, ${ownCodings} yours`;
  return (
    <p className="code-details-counts">
      {own}
      {codingsBelow > 0 &&
        ` · ${codingsBelow.toLocaleString('en-GB')} in the ${counted(below.size, 'code')} below`}
    </p>
  );
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
