import type { MatrixListItem } from '#shared/matrices/matrices-contract.ts';
import type { ThemeSource } from '#shared/within-case/within-case-contract.ts';
import { Select } from '../ui/select.tsx';
import { useWithinCase } from './within-case-store.ts';

interface ThemeSourceChoiceProps {
  readonly matrices: readonly MatrixListItem[];
  readonly source: ThemeSource;
}

/** Where the themes come from. */
export function ThemeSourceChoice({ matrices, source }: ThemeSourceChoiceProps) {
  const sources = new Map<string, ThemeSource>([
    ...matrices.map(({ id }): [string, ThemeSource] => [`m${id}`, { kind: 'matrix', matrixId: id }]),
    ['c1', { kind: 'codebook', levels: 1, layerId: null }],
    ['c2', { kind: 'codebook', levels: 2, layerId: null }],
  ]);
  const value = source.kind === 'matrix' ? `m${source.matrixId}` : `c${source.levels}`;
  return (
    <div className="case-source">
      <span className="muted" aria-hidden>
        Themes
      </span>
      <Select
        label="Themes"
        hideLabel
        choices={[
          ...matrices.map(({ id, name }) => ({ value: `m${id}`, label: `Matrix “${name}”` })),
          { value: 'c1', label: 'Codebook, top level' },
          { value: 'c2', label: 'Codebook, second level' },
        ]}
        value={value}
        onChange={(key) => useWithinCase.setState({ source: sources.get(key) ?? null, theme: null })}
      />
    </div>
  );
}
