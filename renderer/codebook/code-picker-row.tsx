import { useEffect, useRef } from 'react';
import { Check, Plus } from 'lucide-react';
import type { PickerEntry } from '#shared/codebook/picker-entries.ts';
import { CodeSwatch } from './code-swatch.tsx';
import { placeName, useCodebook } from './codebook-store.ts';
import { HighlightedText } from './highlighted-text.tsx';

interface CodePickerRowProps {
  readonly id: string;
  readonly entry: PickerEntry;
  /** The one that Enter takes. */
  readonly isActive: boolean;
  /** Null where only one can be chosen. */
  readonly isChosen: boolean | null;
  readonly onTake: () => void;
}

/** One line of a code picker. The field above it keeps the focus and has the keys. */
export function CodePickerRow({ id, entry, isActive, isChosen, onTake }: CodePickerRowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the combobox above has the keys of its options
    <div
      ref={row}
      id={id}
      className="code-picker-row"
      role="option"
      tabIndex={-1}
      aria-selected={isChosen ?? isActive}
      data-active={isActive || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      {isChosen !== null && <span className="code-tick">{isChosen && <Check aria-hidden />}</span>}
      {entry.kind === 'code' ? <CodeEntry entry={entry} /> : <CreateEntry name={entry.name} />}
    </div>
  );
}

function CodeEntry({ entry: { code, ranges } }: { entry: Extract<PickerEntry, { kind: 'code' }> }) {
  const byId = useCodebook((state) => state.byId);
  const place = placeName(byId, code.id);
  return (
    <>
      <CodeSwatch color={code.color} />
      <span className="code-name" title={code.name}>
        <HighlightedText text={code.name} ranges={ranges} />
      </span>
      <span className="code-place" title={place}>
        <bdi>{place}</bdi>
      </span>
    </>
  );
}

function CreateEntry({ name }: { readonly name: string }) {
  return (
    <>
      <Plus aria-hidden className="code-create" />
      <span className="code-name">Create code “{name}”</span>
    </>
  );
}
