import type { ReactNode } from 'react';
import { ChevronRight, GripVertical } from 'lucide-react';
import { Button, TreeItem, TreeItemContent } from 'react-aria-components';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import type { FuzzyMatch } from '#shared/codebook/fuzzy-match.ts';
import { CodeSwatch } from './code-swatch.tsx';
import { useCodeCounts } from './codebook-store.ts';
import { HighlightedText } from './highlighted-text.tsx';

interface CodeTreeItemProps {
  readonly code: Code;
  readonly ranges: FuzzyMatch['ranges'];
  /** Undefined: the count of all codings. */
  readonly trailing: ReactNode;
  /** The items of the codes below it. */
  readonly children: ReactNode;
}

export function CodeTreeItem({ code, ranges, trailing, children }: CodeTreeItemProps) {
  return (
    <TreeItem id={code.id} textValue={code.name} className="code-tree-item">
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <div className="code-row" style={{ paddingInlineStart: (level - 1) * 16 }} title={titleOf(code)}>
            {hasChildItems ? (
              <Button slot="chevron" className="code-chevron">
                <ChevronRight aria-hidden />
              </Button>
            ) : (
              <span className="code-chevron" />
            )}
            <CodeSwatch color={code.color} />
            <span className="code-label">
              <span className="code-name">
                <HighlightedText text={code.name} ranges={ranges} />
              </span>
              {code.poleLow !== null && code.poleHigh !== null && (
                <span className="code-poles">
                  {code.poleLow} – {code.poleHigh}
                </span>
              )}
            </span>
            <span className="code-trailing">
              {trailing === undefined ? <Count id={code.id} /> : trailing}
            </span>
            <Button slot="drag" className="code-grip">
              <GripVertical aria-hidden />
            </Button>
          </div>
        )}
      </TreeItemContent>
      {children}
    </TreeItem>
  );
}

function Count({ id }: Pick<Code, 'id'>): ReactNode {
  const { codings } = useCodeCounts(id);
  if (codings === 0) return null;
  return (
    <span aria-label={codings === 1 ? '1 coding' : `${codings} codings`}>
      {codings.toLocaleString('en-GB')}
    </span>
  );
}

/** What may be cut off in the row. */
function titleOf({ name, definition, poleLow, poleHigh }: Code): string {
  const poles = poleLow === null ? '' : `${poleLow} – ${poleHigh}`;
  return [name, poles, definition].filter((line) => line !== '').join('\n');
}
