import { quickColumns } from '#shared/matrices/quick-columns.ts';
import type { CodeId } from '#shared/ids.ts';
import { useCodebook } from '../codebook/codebook-store.ts';
import { Button } from '../ui/button.tsx';

interface CodeShortcutsProps {
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChange: (codeIds: readonly CodeId[]) => void;
}

/** Sets of codes that are often wanted together. */
export function CodeShortcuts({ label, isChosen, onChange }: CodeShortcutsProps) {
  const codes = useCodebook((state) => state.codes);
  const quick = quickColumns(codes);
  const tops = codes.filter(({ parentId }) => parentId === null);
  return (
    <div className="matrix-quick">
      <span className="muted">{label}</span>
      {quick !== null && (
        <Button onPress={() => onChange(quick.map(({ id }) => id))}>
          Four dimensions, costs, rewards, symbolic motives
        </Button>
      )}
      {tops.length > 0 && <Button onPress={() => onChange(tops.map(({ id }) => id))}>Top codes</Button>}
      {isChosen && (
        <Button tone="quiet" onPress={() => onChange([])}>
          Untick all
        </Button>
      )}
    </div>
  );
}
