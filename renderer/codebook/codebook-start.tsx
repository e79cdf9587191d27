import { FilePlus2, LayoutTemplate, Plus } from 'lucide-react';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { runAction } from '../actions/action-registry.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { openCodebookDialog, startFromTemplate } from './codebook-actions.ts';

/** A codebook without codes: three ways to begin. */
export function CodebookStart() {
  const { value: templates = [] } = useLive(() => api.codebook.templates({}), [], []);
  return (
    <EmptyState
      title="The codebook is empty"
      actions={
        <>
          <Button
            tone="primary"
            icon={<LayoutTemplate />}
            onPress={() => openCodebookDialog({ kind: 'templates' })}
          >
            Choose a template…
          </Button>
          {templates.map(({ id, name, codes }) => (
            <Button key={id} onPress={() => void startFromTemplate(id).catch(reportError)}>
              Start from {name} ({codes} codes)
            </Button>
          ))}
          <Button icon={<FilePlus2 />} onPress={() => runAction('codebook.import')}>
            Import a file…
          </Button>
          <Button icon={<Plus />} onPress={() => runAction('codebook.add')}>
            Add the first code
          </Button>
        </>
      }
    >
      Start from a template, import a codebook from Excel, Word, csv or JSON (or drop the file here), or add
      codes one by one. Codes can also be made while you read, from the words of the transcript.
    </EmptyState>
  );
}
