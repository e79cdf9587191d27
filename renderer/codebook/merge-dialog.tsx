import { useState } from 'react';
import type { MergePreview } from '#shared/codebook/code-depth-contract.ts';
import type { CodeId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { reportError, sentenceOf } from '../ui/toasts-store.ts';
import { CodePickerList } from './code-picker-list.tsx';
import { closeCodebookDialog } from './codebook-actions.ts';
import { counted, mergeInto } from './codebook-depth-actions.ts';
import { pathName, useCodebook } from './codebook-store.ts';

/** Asks for the code that stays, and says what would move to it. */
export function MergeDialog({ id }: { readonly id: CodeId }) {
  const byId = useCodebook((state) => state.byId);
  const [into, setInto] = useState<CodeId | null>(null);
  const [keepDefinition, setKeepDefinition] = useState(false);
  const { value: preview, error } = useLive(
    () => (into === null ? Promise.resolve(null) : api.codebook.mergePreview({ id, into })),
    ['code', 'coding', 'cue', 'memo'],
    [id, into],
  );
  const code = byId.get(id);
  if (code === undefined) return null;
  const other = into === null ? undefined : byId.get(into);
  const isPossible =
    preview !== undefined && preview !== null && error === null && preview.clashes.length === 0;
  return (
    <Dialog
      title={`Merge “${code.name}” into another code`}
      size="medium"
      isOpen
      onClose={closeCodebookDialog}
      footer={
        <>
          <Button onPress={closeCodebookDialog}>Cancel</Button>
          <Button
            // Drawn anew when there is something to agree to, so that the focus comes to it.
            key={String(isPossible)}
            autoFocus={isPossible}
            tone="primary"
            isDisabled={!isPossible || into === null}
            onPress={() => {
              if (into !== null) mergeInto(id, into, keepDefinition).catch(reportError);
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
            <Button tone="quiet" onPress={() => setInto(null)}>
              Choose another
            </Button>
          </p>
          {error !== null && <p className="field-error">{sentenceOf(error).title}</p>}
          {preview !== undefined && preview !== null && error === null && <MergeList preview={preview} />}
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
    </Dialog>
  );
}

function MergeList({ preview }: { readonly preview: MergePreview }) {
  const { codings, together, cues, columns, memos, examples, children, clashes } = preview;
  const lines = [
    `${counted(codings, 'coding')} ${codings === 1 ? 'moves' : 'move'}, of every coder.`,
    together > 0 &&
      `${together} of them ${together === 1 ? 'stands' : 'stand'} where the other code is already: the two become one, with both memos.`,
    cues > 0 && `${counted(cues, 'cue')}, without doubles.`,
    columns > 0 && `${counted(columns, 'matrix column')} will ask for the other code.`,
    memos > 0 && `${counted(memos, 'memo')}.`,
    examples > 0 && `${counted(examples, 'example')}.`,
    children > 0 && `${counted(children, 'code')} below it.`,
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
