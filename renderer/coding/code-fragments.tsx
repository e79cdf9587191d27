import { useState } from 'react';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import type { Fragment } from '#shared/coding/coding-contract.ts';
import type { CodeId, LayerId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { FragmentList } from './fragment-list.tsx';

interface CodeFragmentsProps {
  readonly code: Code;
  readonly codes: ReadonlyMap<CodeId, Code>;
  readonly layerId?: LayerId | null;
  /** Left out: goes to the place in the transcript. */
  readonly onOpen?: (fragment: Fragment) => void;
  /** One of them is asked for: nothing else can be done with them. */
  readonly isChoice?: boolean;
}

const PAGE = 200;
/** The most that one answer may hold (see the contract). */
const MOST = 2000;

/** All fragments of a code and of what lies below it, with their number; more are loaded as one scrolls. */
export function CodeFragments({ code, codes, layerId = null, onOpen, isChoice = false }: CodeFragmentsProps) {
  const [limit, setLimit] = useState(PAGE);
  const { value, error } = useLive(
    () => api.coding.fragments({ codeIds: [code.id], layerId, limit }),
    ['coding', 'code', 'transcript', 'participant'],
    [code.id, layerId, limit],
  );
  if (error !== null)
    return <p className="code-fragments-note">The fragments could not be read. ({error.code})</p>;
  if (value === undefined) return null;
  const { total, fragments } = value;
  if (total === 0) {
    return (
      <p className="code-fragments-note">
        Nothing is coded as “{code.name}” yet. Select a passage and press Enter.
      </p>
    );
  }
  return (
    <div className="code-fragments">
      <p className="code-fragments-note">
        {total === 1 ? '1 fragment' : `${total.toLocaleString('en-GB')} fragments`}
        {total > MOST && fragments.length >= MOST && `, the first ${MOST} shown`}
      </p>
      <FragmentList
        label={`Fragments of ${code.name}`}
        fragments={fragments}
        codes={codes}
        isChoice={isChoice}
        nearMissOf={code.id}
        {...(onOpen === undefined ? {} : { onOpen })}
        onEnd={() => {
          if (fragments.length < Math.min(total, MOST)) setLimit(Math.min(MOST, fragments.length + PAGE));
        }}
      />
    </div>
  );
}
