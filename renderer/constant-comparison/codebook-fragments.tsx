import { useState } from 'react';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import type { CodeId } from '#shared/ids.ts';
import { CodeFragments } from '../coding/code-fragments.tsx';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { useCodeCounts } from '../codebook/codebook-store.ts';
import { Button } from '../ui/button.tsx';
import { ComparePanel } from './compare-panel.tsx';

interface CodebookFragmentsProps {
  readonly code: Code;
  readonly codes: ReadonlyMap<CodeId, Code>;
}

/** On the Codebook screen: the fragments of a code as a list, or one of them beside the others. */
export function CodebookFragments({ code, codes }: CodebookFragmentsProps) {
  const [comparing, setComparing] = useState(false);
  const { codings } = useCodeCounts(code.id);
  const own = useLive(() => api.coding.layers({}), ['layer', 'coder'], []).value?.find((layer) => layer.own);
  return (
    <div className="codebook-compare">
      <div className="codebook-compare-switch">
        <Button tone="quiet" isDisabled={codings === 0} onPress={() => setComparing(!comparing)}>
          {comparing ? 'List the fragments' : 'Compare the fragments'}
        </Button>
      </div>
      {comparing ? (
        <ComparePanel code={code} layerId={own?.id ?? null} selected={null} />
      ) : (
        <CodeFragments code={code} codes={codes} />
      )}
    </div>
  );
}
