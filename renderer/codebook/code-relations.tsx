import { Plus, X } from 'lucide-react';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import type { CodeId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { CodeChoice } from './code-choice.tsx';
import { CodeSwatch } from './code-swatch.tsx';
import { changeCode, openCodebookDialog, selectCode } from './codebook-actions.ts';
import { useCodebook } from './codebook-store.ts';

/** The code to use where this one does not apply. */
export function CodeInstead({ code }: { readonly code: Code }) {
  const save = (insteadId: CodeId | null): void => {
    changeCode({ id: code.id, insteadId }).catch(reportError);
  };
  return (
    <div className="code-relation">
      <span className="code-relation-label">Use instead</span>
      {code.insteadId !== null && (
        <CodeLink id={code.insteadId} onRemove={() => save(null)} what="Use instead" />
      )}
      {code.insteadId === null && <CodeChoice label="Choose a code" onPick={save} />}
    </div>
  );
}

export function CodeRelations({ code }: { readonly code: Code }) {
  const { value: domains = [] } = useLive(
    () => api.codebook.domains({}),
    ['exclusive_domain', 'exclusive_domain_code'],
    [],
  );
  const own = domains.filter(({ codeIds }) => codeIds.includes(code.id));
  const save = (seeAlso: readonly CodeId[]): void => {
    changeCode({ id: code.id, seeAlso: [...seeAlso] }).catch(reportError);
  };
  return (
    <>
      <div className="code-relation">
        <span className="code-relation-label">See also</span>
        {code.seeAlso.map((id) => (
          <CodeLink
            key={id}
            id={id}
            what="See also"
            onRemove={() => save(code.seeAlso.filter((other) => other !== id))}
          />
        ))}
        <CodeChoice label="Add" icon={<Plus />} onPick={(id) => save([...code.seeAlso, id])} />
      </div>
      <div className="code-relation">
        <span className="code-relation-label">Excludes</span>
        {own.map(({ id, name, codeIds }) => (
          <span key={id}>
            {name}: {codeIds.length - 1} {codeIds.length === 2 ? 'other code' : 'other codes'}
          </span>
        ))}
        <Button tone="quiet" onPress={() => openCodebookDialog({ kind: 'domains' })}>
          {own.length === 0 ? 'Make exclusive…' : 'Change…'}
        </Button>
      </div>
    </>
  );
}

interface CodeLinkProps {
  readonly id: CodeId;
  readonly what: string;
  readonly onRemove: () => void;
}

function CodeLink({ id, what, onRemove }: CodeLinkProps) {
  const code = useCodebook((state) => state.byId.get(id));
  if (code === undefined) return null;
  return (
    <span className="code-link">
      <button type="button" onClick={() => selectCode(id)}>
        <CodeSwatch color={code.color} />
        {code.name}
      </button>
      <IconButton label={`${what}: remove ${code.name}`} icon={<X />} onPress={onRemove} />
    </span>
  );
}
