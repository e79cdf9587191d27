import { assertNever } from '#shared/assert.ts';
import type { CodebookAside } from './codebook-actions.ts';
import { DomainPanel } from './domain-panel.tsx';
import { MergePanel } from './merge-panel.tsx';
import { OutdatedPanel } from './outdated-panel.tsx';
import type { ShowCoding } from './show-coding.ts';
import { SplitPanel } from './split-panel.tsx';

interface AsidePanelProps {
  readonly aside: CodebookAside;
  readonly onShow: ShowCoding;
  /** Beside the text: there each fragment of a split is shown by itself. */
  readonly isBesideText?: boolean;
}

/** The work on the codebook that is going on, on the Codebook screen and beside the text. */
export function AsidePanel({ aside, onShow, isBesideText = false }: AsidePanelProps) {
  switch (aside.kind) {
    case 'merge':
      return <MergePanel key={aside.id} id={aside.id} onShow={onShow} />;
    case 'split':
      return (
        <SplitPanel
          key={aside.id}
          id={aside.id}
          {...(isBesideText ? { onFragment: onShow } : { onRead: onShow })}
        />
      );
    case 'outdated':
      return <OutdatedPanel onShow={onShow} />;
    case 'domain':
      return <DomainPanel domain={aside.domain} onShow={onShow} />;
    default:
      return assertNever(aside);
  }
}
