import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { Tag } from 'lucide-react';
import type { CodingUnit } from '#shared/search/search-contract.ts';
import { CodePicker, type PickerAnchor } from '../codebook/code-picker.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { codeTicked } from './search-actions.ts';
import { isCodable, type SearchLine } from './search-lines.ts';
import { codableKeys } from './search-results.tsx';
import { setTicked, useSearch } from './search-store.ts';

const UNITS: readonly { readonly value: CodingUnit; readonly label: string }[] = [
  { value: 'hit', label: 'the words found' },
  { value: 'sentence', label: 'their sentences' },
  { value: 'turn', label: 'their turns' },
];

export interface CodeHitsHandle {
  pick(): void;
}

interface CodeHitsBarProps {
  readonly lines: readonly SearchLine[];
  readonly onDone: () => void;
  readonly ref?: Ref<CodeHitsHandle>;
}

/** Codes the ticked hits in one step. */
export function CodeHitsBar({ lines, onDone, ref }: CodeHitsBarProps) {
  const { ticked, unit } = useSearch();
  const [anchor, setAnchor] = useState<PickerAnchor | null>(null);
  const button = useRef<HTMLSpanElement>(null);
  const codable = lines.filter(isCodable).length;
  const pick = (): void => setAnchor(button.current?.getBoundingClientRect() ?? null);
  useImperativeHandle(ref, () => ({ pick }));
  if (codable === 0) return null;
  return (
    <div className="search-code" role="group" aria-label="Code the hits">
      <span aria-live="polite" className="search-code-count">
        {ticked.size === 0 ? 'Space ticks a hit for coding' : `${ticked.size} ticked`}
      </span>
      <Button
        tone="quiet"
        onPress={() =>
          ticked.size === codable
            ? useSearch.setState({ ticked: new Set() })
            : setTicked(codableKeys(lines), true)
        }
      >
        {ticked.size === codable ? 'Untick all' : `Tick all ${codable} shown`}
      </Button>
      <span className="search-code-unit">
        Code
        <Select
          label="What is coded"
          hideLabel
          choices={UNITS}
          value={unit}
          onChange={(value) => useSearch.setState({ unit: value })}
        />
      </span>
      <span ref={button}>
        <Button tone="primary" icon={<Tag />} isDisabled={ticked.size === 0} onPress={pick}>
          Code the hits…
        </Button>
      </span>
      {anchor !== null && (
        <CodePicker
          label="Code the hits as"
          anchor={anchor}
          onPick={(codeId) => void codeTicked(lines, codeId).catch(reportError)}
          onClose={() => {
            setAnchor(null);
            onDone();
          }}
        />
      )}
    </div>
  );
}
