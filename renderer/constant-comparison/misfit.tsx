import { useRef, useState } from 'react';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import type { Fragment } from '#shared/coding/coding-contract.ts';
import { CodePicker, type PickerAnchor } from '../codebook/code-picker.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { useCompare } from './compare-store.ts';
import { changeDefinition, makeNewCode, recode } from './constant-comparison-actions.ts';

interface MisfitProps {
  readonly code: Code;
  readonly fragment: Fragment;
  readonly onDone: () => void;
}

/** A fragment does not fit its code: what can be done about that. */
export function Misfit({ code, fragment, onDone }: MisfitProps) {
  const [name, setName] = useState<string | null>(null);
  const [anchor, setAnchor] = useState<PickerAnchor | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const leave = (): void => {
    useCompare.setState({ misfit: null });
    onDone();
  };
  const make = (): void => {
    if (name !== null && name.trim() !== '') makeNewCode(fragment.id, name).then(onDone, reportError);
  };
  const pick = (): void => {
    const place = frame.current?.getBoundingClientRect();
    if (place !== undefined) setAnchor({ left: place.left, top: place.top, width: place.width, height: 1 });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it, wherever the focus is in it
    <div
      ref={frame}
      className="compare-misfit"
      role="group"
      aria-label="It does not fit"
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
      }}
    >
      <p>It does not fit “{code.name}”.</p>
      {name === null ? (
        <div className="compare-misfit-choices">
          <Button autoFocus onPress={() => setName('')}>
            Make a new code…
          </Button>
          <Button onPress={() => changeDefinition(code.id)}>Change the definition</Button>
          <Button onPress={pick}>Recode…</Button>
          <Button tone="quiet" onPress={leave}>
            Leave it <kbd>Esc</kbd>
          </Button>
        </div>
      ) : (
        <div className="compare-misfit-name">
          <TextField
            label="Name of the new code"
            hideLabel
            placeholder="Name of the new code"
            autoFocus
            value={name}
            onChange={setName}
            onKeyDown={(event) => {
              if (event.key === 'Enter') make();
            }}
          />
          <Button tone="primary" isDisabled={name.trim() === ''} onPress={make}>
            Make it
          </Button>
        </div>
      )}
      {anchor !== null && (
        <CodePicker
          label="Give it the code"
          anchor={anchor}
          onPick={(id) => void recode(fragment.id, id).then(onDone, reportError)}
          onClose={() => setAnchor(null)}
        />
      )}
    </div>
  );
}
