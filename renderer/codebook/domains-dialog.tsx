import { useState } from 'react';
import { Plus, Trash2, X } from 'lucide-react';
import type { ExclusiveDomain } from '#shared/codebook/code-depth-contract.ts';
import type { CodeId, DomainId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError, sentenceOf } from '../ui/toasts-store.ts';
import { CodeChoice } from './code-choice.tsx';
import { CodeSwatch } from './code-swatch.tsx';
import { closeCodebookDialog, openCodebookAside, selectedCode } from './codebook-actions.ts';
import type { ShowCoding } from './show-coding.ts';
import { readBeside } from '../coding/coding-panel-store.ts';
import { DomainConflictList } from './domain-conflicts.tsx';
import { pathName, useCodebook } from './codebook-store.ts';

interface Draft {
  readonly id?: DomainId;
  readonly name: string;
  readonly codeIds: readonly CodeId[];
}

/** Sets of codes of which at most one applies to a passage, in each layer. */
export function DomainsDialog() {
  const { value: domains = [] } = useLive(
    () => api.codebook.domains({}),
    ['exclusive_domain', 'exclusive_domain_code'],
    [],
  );
  const [draft, setDraft] = useState<Draft | null>(null);
  const begin = (): void => {
    const selected = selectedCode();
    setDraft({ name: '', codeIds: selected === null ? [] : [selected] });
  };
  return (
    <Dialog
      title="Exclusive domains"
      size="medium"
      isOpen
      onClose={closeCodebookDialog}
      footer={<Button onPress={closeCodebookDialog}>Close</Button>}
    >
      <p className="muted">
        Of the codes of a domain, each coder applies at most one to a passage. What was coded before stays,
        and is listed until it is settled.
      </p>
      {draft === null && <DomainList domains={domains} onEdit={setDraft} />}
      {draft === null && (
        <Button icon={<Plus />} onPress={begin}>
          New domain
        </Button>
      )}
      {draft !== null && <DomainForm key={draft.id ?? 0} first={draft} onDone={() => setDraft(null)} />}
    </Dialog>
  );
}

interface DomainListProps {
  readonly domains: readonly ExclusiveDomain[];
  readonly onEdit: (domain: ExclusiveDomain) => void;
}

function DomainList({ domains, onEdit }: DomainListProps) {
  const byId = useCodebook((state) => state.byId);
  return (
    <ul className="domains">
      {domains.map((domain) => (
        <li key={domain.id}>
          <div>
            <strong>{domain.name}</strong>
            <p className="muted">{domain.codeIds.map((id) => byId.get(id)?.name ?? '').join(' · ')}</p>
            <Breaks domain={domain} />
          </div>
          <Button onPress={() => onEdit(domain)}>Change</Button>
          <IconButton
            label={`Remove ${domain.name}`}
            icon={<Trash2 />}
            onPress={() => void api.codebook.removeDomain({ id: domain.id }).catch(reportError)}
          />
        </li>
      ))}
    </ul>
  );
}

/** What breaks a domain of these codes as it is coded now: how many, and beside the text which. */
function Breaks({ domain }: { readonly domain: Draft }) {
  const { codeIds, name } = domain;
  const { value } = useLive(
    () =>
      codeIds.length < 2 ? Promise.resolve(null) : api.codebook.domainConflicts({ codeIds: [...codeIds] }),
    ['coding', 'code'],
    [codeIds.join()],
  );
  if (value === undefined || value === null || value.ownTotal + value.others === 0) return null;
  const show: ShowCoding = (place) => {
    // The passages can be settled before the domain is saved, so a new one goes along under the name it has now.
    openCodebookAside({ kind: 'domain', domain: { id: domain.id ?? NOT_SAVED, name, codeIds } });
    readBeside(place);
  };
  return (
    <DomainConflictList
      conflicts={value}
      does={['already has two of these codes', 'already have two of these codes']}
      onShow={show}
    />
  );
}

/** No domain has it. */
const NOT_SAVED = 0 as DomainId;

function DomainForm({ first, onDone }: { readonly first: Draft; readonly onDone: () => void }) {
  const byId = useCodebook((state) => state.byId);
  const [name, setName] = useState(first.name);
  const [codeIds, setCodeIds] = useState(first.codeIds);
  const [problem, setProblem] = useState<string>();
  const save = (): void => {
    const id = first.id === undefined ? {} : { id: first.id };
    api.codebook.saveDomain({ ...id, name, codeIds: [...codeIds] }).then(onDone, (error: unknown) => {
      const { title, advice } = sentenceOf(error);
      setProblem(`${title} ${advice}`);
    });
  };
  return (
    <div className="codebook-form">
      <TextField label="Name" autoFocus value={name} onChange={setName} errorMessage={problem} />
      <div className="code-relation">
        {codeIds.map((id) => (
          <span key={id} className="code-link">
            <CodeSwatch color={byId.get(id)?.color ?? 'transparent'} />
            {pathName(byId, id)}
            <IconButton
              label={`Take ${byId.get(id)?.name ?? 'this code'} out`}
              icon={<X />}
              onPress={() => setCodeIds(codeIds.filter((other) => other !== id))}
            />
          </span>
        ))}
        <CodeChoice
          label="Add a code"
          icon={<Plus />}
          onPick={(id) => setCodeIds([...new Set([...codeIds, id])])}
        />
      </div>
      <Breaks domain={{ ...first, name, codeIds }} />
      <div className="code-relation">
        <Button tone="primary" isDisabled={codeIds.length < 2} onPress={save}>
          Save domain
        </Button>
        <Button onPress={onDone}>Cancel</Button>
        {codeIds.length < 2 && <span className="muted">It takes two codes or more.</span>}
      </div>
    </div>
  );
}
