import type { CorrectionOutcome } from '#shared/corrections/corrections-contract.ts';
import { TouchedList } from './touched-list.tsx';

/** What a new version of a text does to its codings. */
export function WhatBecomes({ outcome: { kept, touched } }: { readonly outcome: CorrectionOutcome }) {
  return (
    <>
      <p>
        {kept === 1 ? '1 coding keeps its words.' : `${kept} codings keep their words.`}{' '}
        {touched.length === 0
          ? 'None is touched.'
          : 'These do not; they stay listed until somebody has looked at them.'}
      </p>
      <TouchedList touched={touched} />
    </>
  );
}
