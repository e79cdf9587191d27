import { useState } from 'react';
import type { ExampleKind } from '#shared/codebook/code-depth-contract.ts';
import type { CodeId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { CodeFragments } from '../coding/code-fragments.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { CodeChoice } from './code-choice.tsx';
import { closeCodebookDialog } from './codebook-actions.ts';
import { pathName, useCodebook } from './codebook-store.ts';

/** Picks words from the fragments: Enter or a click on one takes it. A near miss often has another code. */
export function ExampleDialog({ id, kind }: { readonly id: CodeId; readonly kind: ExampleKind }) {
  const byId = useCodebook((state) => state.byId);
  const code = byId.get(id);
  const [shownId, setShownId] = useState(kind === 'near miss' ? (code?.insteadId ?? id) : id);
  const shown = byId.get(shownId);
  if (code === undefined || shown === undefined) return null;
  return (
    <Dialog
      title={`${kind === 'example' ? 'An example' : 'A near miss'} of “${code.name}”`}
      size="medium"
      isOpen
      onClose={closeCodebookDialog}
    >
      <div className="code-relation">
        <span className="muted">Fragments of {pathName(byId, shownId)}</span>
        <CodeChoice label="Another code" onPick={setShownId} />
      </div>
      <div className="example-fragments">
        <CodeFragments
          key={shownId}
          code={shown}
          codes={byId}
          isChoice
          onOpen={({ id: codingId }) => {
            closeCodebookDialog();
            api.codebook.addExample({ codeId: id, codingId, kind }).catch(reportError);
          }}
        />
      </div>
    </Dialog>
  );
}
