import type { ExampleKind } from '#shared/codebook/code-depth-contract.ts';
import { Button } from '../ui/button.tsx';
import type { BulkWork } from './fragment-commands.ts';

interface FragmentToolsProps {
  readonly chosen: number;
  /** Of these, how many can be changed. */
  readonly own: number;
  readonly onAsk: (work: BulkWork, near: Element) => void;
  readonly onExample: (kind: ExampleKind) => void;
  readonly onRemove: () => void;
  readonly onClear: () => void;
}

/** What can be done with the fragments that are chosen, above their list; each has a key in the list too. */
export function FragmentTools({ chosen, own, onAsk, onExample, onRemove, onClear }: FragmentToolsProps) {
  const isMine = own > 0;
  return (
    <div className="fragment-tools" role="toolbar" aria-label="With the chosen fragments">
      <span className="fragment-tools-count" aria-live="polite">
        {chosen} chosen{own < chosen && `, ${own} yours`}
      </span>
      <Button tone="quiet" isDisabled={!isMine} onPress={({ target }) => onAsk('recode', target)}>
        Recode… <kbd>R</kbd>
      </Button>
      <Button tone="quiet" isDisabled={!isMine} onPress={({ target }) => onAsk('copy', target)}>
        Copy to… <kbd>C</kbd>
      </Button>
      {chosen === 1 && (
        <>
          <Button tone="quiet" onPress={() => onExample('example')}>
            Example <kbd>E</kbd>
          </Button>
          <Button tone="quiet" onPress={() => onExample('near miss')}>
            Near miss <kbd>N</kbd>
          </Button>
        </>
      )}
      <Button tone="quiet" isDisabled={!isMine} onPress={onRemove}>
        Remove <kbd>Del</kbd>
      </Button>
      <Button tone="quiet" onPress={onClear}>
        Clear <kbd>Esc</kbd>
      </Button>
    </div>
  );
}
