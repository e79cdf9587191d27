import type { CodebookPreview } from '#shared/codebook/codebook-contract.ts';
import type { FileRef } from '#shared/ids.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { closeCodebookDialog, importCodebookFile } from './codebook-actions.ts';

interface ImportCodebookDialogProps {
  readonly file: FileRef;
  readonly preview: CodebookPreview;
}

/** What a codebook file holds, before any of it is stored. */
export function ImportCodebookDialog({ file, preview }: ImportCodebookDialogProps) {
  const { name, source, codes, already } = preview;
  const added = codes.length - already;
  const levels = levelsOf(preview);
  return (
    <Dialog
      title={name === '' ? 'Import a codebook' : `Import “${name}”`}
      size="medium"
      isOpen
      onClose={closeCodebookDialog}
      footer={
        <>
          <Button onPress={closeCodebookDialog}>Cancel</Button>
          <Button
            tone="primary"
            autoFocus
            isDisabled={added === 0}
            onPress={() => {
              closeCodebookDialog();
              importCodebookFile(file).catch(reportError);
            }}
          >
            Add {added} {added === 1 ? 'code' : 'codes'}
          </Button>
        </>
      }
    >
      {source !== '' && <p className="muted">{source}</p>}
      {already > 0 && (
        <p>
          {already} of its {codes.length} codes {already === 1 ? 'is' : 'are'} in the codebook already and{' '}
          {already === 1 ? 'stays' : 'stay'} as {already === 1 ? 'it is' : 'they are'}.
        </p>
      )}
      <ul className="codebook-preview">
        {codes.map(({ key, kind, name: code }) => (
          <li key={key} style={{ paddingInlineStart: (levels.get(key) ?? 0) * 16 }}>
            {code} {kind !== 'code' && <span className="muted">{kind}</span>}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** How deep each code stands; its parent comes before it. */
function levelsOf({ codes }: CodebookPreview): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const { key, parent } of codes) levels.set(key, parent === null ? 0 : (levels.get(parent) ?? 0) + 1);
  return levels;
}
