import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Plus, Trash2 } from 'lucide-react';
import { codeKinds, type Code } from '#shared/codebook/codebook-contract.ts';
import { idsBelow } from '#shared/codebook/code-tree.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { CodeColorButton } from './code-color-button.tsx';
import { CodeCues } from './code-cues.tsx';
import { CodePoles } from './code-poles.tsx';
import { askForNewCode, askToRemove, changeCode, useRenaming } from './codebook-actions.ts';
import { placeName, useCodebook } from './codebook-store.ts';
import { focusTree } from './tree-focus.ts';
import { useSavedText } from './use-saved-text.ts';

const kindChoices = codeKinds.map((kind) => ({ value: kind, label: capitalised(kind) }));

/** Everything that is known of one code, to be read and changed in place. */
export function CodeDetails({ code }: { readonly code: Code }) {
  const { id } = code;
  const byId = useCodebook((state) => state.byId);
  const place = placeName(byId, id);
  const definition = useSavedText(code.definition, (text) => changeCode({ id, definition: text }), {
    whileTyping: true,
  });
  return (
    <div className="code-details">
      {place !== '' && <p className="code-details-place">{place}</p>}
      <div className="code-details-head">
        <CodeColorButton code={code} />
        <CodeName code={code} />
      </div>
      <Counts code={code} />
      <Select
        label="Kind"
        choices={kindChoices}
        value={code.kind}
        onChange={(kind) => void changeCode({ id, kind }).catch(reportError)}
      />
      <TextField
        label="Definition"
        rows={5}
        placeholder="What belongs here, and what does not?"
        {...definition}
      />
      <CodePoles code={code} />
      <CodeCues code={code} />
      <div className="code-details-actions">
        <Button icon={<Plus />} onPress={() => askForNewCode(id)}>
          New code below this one
        </Button>
        <Button icon={<Trash2 />} tone="danger" onPress={() => void askToRemove(id).catch(reportError)}>
          Remove…
        </Button>
      </div>
    </div>
  );
}

/** F2 in the tree comes here, and Enter goes back. */
function CodeName({ code }: { readonly code: Code }) {
  const asked = useRenaming((state) => state.asked);
  const askedAtFirst = useRef(asked);
  const field = useRef<HTMLDivElement>(null);
  const name = useSavedText(code.name, (text) => changeCode({ id: code.id, name: text }));
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
  const below = idsBelow(codes, code.id);
  const codingsBelow = codes.reduce((sum, { id, codings }) => (below.has(id) ? sum + codings : sum), 0);
  const own =
    code.codings === 0 ? 'No codings' : `${counted(code.codings, 'coding')}, ${code.ownCodings} yours`;
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
