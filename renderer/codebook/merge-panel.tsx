import { useState } from 'react';
import type { MergePreview } from '#shared/codebook/code-depth-contract.ts';
import type { CodeId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { reportError, sentenceOf } from '../ui/toasts-store.ts';
import { CodePickerList } from './code-picker-list.tsx';
import { closeCodebookAside } from './codebook-actions.ts';
import { counted, mergeInto } from './codebook-depth-actions.ts';
import { DomainConflictList } from './domain-conflicts.tsx';
import type { ShowCoding } from './show-coding.ts';
import { pathName, useCodebook } from './codebook-store.ts';

/** Asks for the code that stays, and says what would move to it. */
export function MergePanel({ id, onShow }: { readonly id: CodeId; readonly onShow: ShowCoding }) {
  const byId = useCodebook((state) => state.byId);
  const [into, setInto] = useState<CodeId | null>(null);
  const [keepDefinition, setKeepDefinition] = useState(false);
  const [allowConflicts, setAllowConflicts] = useState(false);
  const { value: preview, error } = useLive(
    () => (into === null ? Promise.resolve(null) : api.codebook.mergePreview({ id, into })),
    ['code', 'coding', 'cue', 'memo', 'exclusive_domain_code'],
    [id, into],
  );
  const code = byId.get(id);
  if (code === undefined) return null;
  const other = into === null ? undefined : byId.get(into);
  const shown = preview !== undefined && preview !== null && error === null ? preview : null;
  const breaks = shown !== null && shown.conflicts.ownTotal + shown.conflicts.others > 0;
  const isPossible = shown !== null && shown.clashes.length === 0 && (!breaks || allowConflicts);
  return (
    <SidePanel
      title={`Merge “${code.name}” into another code`}
      onClose={closeCodebookAside}
      footer={
        <>
          <Button onPress={closeCodebookAside}>Cancel</Button>
          <Button
            // Drawn anew when there is something to agree to, so that the focus comes to it.
            key={String(isPossible)}
            autoFocus={isPossible}
            tone="primary"
            isDisabled={!isPossible || into === null}
            onPress={() => {
              if (into === null) return;
              mergeInto({ id, into, keepDefinition, allowConflicts }).catch(reportError);
            }}
          >
            Merge
          </Button>
        </>
      }
    >
      {other === undefined && <CodePickerList label="The code that stays" onPick={setInto} />}
      {into !== null && other !== undefined && (
        <>
          <p>
            <strong>{pathName(byId, into)}</strong> stays; “{code.name}” is removed.{' '}
            {/* The field that had the focus is gone; what there is to agree to takes it from here when it comes. */}
            <Button tone="quiet" autoFocus onPress={() => setInto(null)}>
              Choose another
            </Button>
          </p>
          {error !== null && <p className="field-error">{sentenceOf(error).title}</p>}
          {shown !== null && <MergeList preview={shown} />}
          {shown !== null && breaks && (
            <>
              <DomainConflictList
                conflicts={shown.conflicts}
                onShow={onShow}
                does={[
                  'would have two codes that exclude each other',
                  'would have two codes that exclude each other',
                ]}
              />
              <label className="tick">
                <input
                  type="checkbox"
                  // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing that is asked now
                  autoFocus
                  checked={allowConflicts}
                  onChange={(event) => setAllowConflicts(event.target.checked)}
                />
                Merge all the same: they stay listed under Exclusive domains until they are settled
              </label>
            </>
          )}
          {code.definition !== '' && other.definition !== '' && (
            <label className="tick">
              <input
                type="checkbox"
                checked={keepDefinition}
                onChange={(event) => setKeepDefinition(event.target.checked)}
              />
              Add the definition of “{code.name}” to that of “{other.name}”
            </label>
          )}
          <p className="muted">One step of undo brings it all back.</p>
        </>
      )}
    </SidePanel>
  );
}

function MergeList({ preview }: { readonly preview: MergePreview }) {
  const { codings, together, cues, columns, memos, examples, children, clashes, domains } = preview;
  const lines = [
    `${counted(codings, 'coding')} ${codings === 1 ? 'moves' : 'move'}, of every coder.`,
    together > 0 &&
      `${together} of them ${together === 1 ? 'stands' : 'stand'} where the other code is already: the two become one, with both memos.`,
    cues > 0 && `${counted(cues, 'cue')}, without doubles.`,
    columns > 0 && `${counted(columns, 'matrix column')} will ask for the other code.`,
    memos > 0 && `${counted(memos, 'memo')}.`,
    examples > 0 && `${counted(examples, 'example')}.`,
    children > 0 && `${counted(children, 'code')} below it.`,
    domains.length > 0 && `It takes over: “${domains.join('”, “')}” (exclusive).`,
    clashes.length > 0 && `Below both codes stands “${clashes.join('”, “')}”: rename one of them first.`,
  ].filter((line) => line !== false);
  return (
    <ul className="removal-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
