import type { CodeId } from '#shared/ids.ts';
import { CodePickerList } from '../codebook/code-picker-list.tsx';
import { CodeSwatch } from '../codebook/code-swatch.tsx';
import { useCodebook } from '../codebook/codebook-store.ts';

interface CodeTicksProps {
  readonly label: string;
  readonly chosen: readonly CodeId[];
  readonly onChange: (chosen: readonly CodeId[]) => void;
  readonly onDone: () => void;
}

/** Codes to tick, and those that are ticked, in the order in which they were. */
export function CodeTicks({ label, chosen, onChange, onDone }: CodeTicksProps) {
  const byId = useCodebook((state) => state.byId);
  const toggle = (id: CodeId): void =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <div className="matrix-codes">
      <CodePickerList label={label} chosen={new Set(chosen)} onPick={toggle} onDone={onDone} />
      <p className="matrix-codes-chosen" aria-live="polite">
        {chosen.length === 0 && (
          <span className="muted">Enter or a click ticks a code; what stands below it counts too.</span>
        )}
        {chosen.map((id) => {
          const code = byId.get(id);
          return code === undefined ? null : (
            <span key={id} className="matrix-code">
              <CodeSwatch color={code.color} />
              {code.name}
            </span>
          );
        })}
      </p>
    </div>
  );
}
