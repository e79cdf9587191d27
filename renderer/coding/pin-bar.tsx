import { ChevronDown, Pin } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import { CodeSwatch } from '../codebook/code-swatch.tsx';
import { carriesCode, droppedCode } from '../codebook/code-drag.ts';
import { useCodebook } from '../codebook/codebook-store.ts';
import { Menu } from '../ui/menu.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { applyPinned } from './coding-keys.ts';
import { useCoding } from './coding-store.ts';
import { currentView } from './current-view.ts';
import { pinCode, usePins } from './pins-store.ts';

/** The codes of the digits 1 to 9: press one to apply it, drop a code on one to pin it. */
export function PinBar() {
  const pins = usePins((state) => state.pins);
  const codes = useCodebook((state) => state.byId);
  const pinned = pins.map((id) => (id === null ? undefined : codes.get(id)));
  const isEmpty = pinned.every((code) => code === undefined);
  return (
    <div className="pin-bar" role="toolbar" aria-label="Pinned codes">
      <Pin className="pin-bar-icon" aria-hidden />
      {pinned.map((code, slot) => (
        <PinSlot key={slot} slot={slot} code={code} />
      ))}
      {isEmpty && <span className="muted">Press a digit to pin a code to it, or drop one here.</span>}
    </div>
  );
}

function PinSlot({ slot, code }: { readonly slot: number; readonly code: Code | undefined }) {
  const digit = slot + 1;
  const apply = (): void => {
    Promise.resolve(applyPinned(slot)).catch(reportError);
    if (code !== undefined) currentView()?.focus();
  };
  return (
    <span
      className="pin-slot"
      onDragOver={(event) => {
        if (carriesCode(event.dataTransfer)) event.preventDefault();
      }}
      onDrop={(event) => {
        const dropped = droppedCode(event.dataTransfer);
        if (dropped === null) return;
        event.preventDefault();
        pinCode(slot, dropped);
      }}
    >
      <AriaButton
        className="pin"
        aria-label={code === undefined ? `Pin a code to the key ${digit}` : `Code as ${code.name} (${digit})`}
        onPress={apply}
      >
        <kbd>{digit}</kbd>
        {code !== undefined && (
          <>
            <CodeSwatch color={code.color} />
            <span className="pin-name">{code.name}</span>
          </>
        )}
      </AriaButton>
      {code !== undefined && (
        <Menu
          label={`Key ${digit}: ${code.name}`}
          trigger={
            <AriaButton className="pin-menu" aria-label={`Change the key ${digit}`}>
              <ChevronDown aria-hidden />
            </AriaButton>
          }
          choices={[
            {
              id: 'change',
              label: 'Another code for this key…',
              run: () => setTimeout(() => useCoding.setState({ picking: { for: 'pin', slot } })),
            },
            { id: 'remove', label: 'Take off this key', run: () => pinCode(slot, null) },
          ]}
        />
      )}
    </span>
  );
}
