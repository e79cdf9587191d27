import type { ExclusiveDomain } from '#shared/codebook/code-depth-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { SidePanel } from '../ui/side-panel.tsx';
import { closeCodebookAside } from './codebook-actions.ts';
import { DomainConflictList } from './domain-conflicts.tsx';
import type { ShowCoding } from './show-coding.ts';

interface DomainPanelProps {
  readonly domain: ExclusiveDomain;
  readonly onShow: ShowCoding;
}

/** What breaks an exclusive domain, to be settled one by one in the text; the list follows. */
export function DomainPanel({ domain, onShow }: DomainPanelProps) {
  const { value } = useLive(
    () => api.codebook.domainConflicts({ codeIds: [...domain.codeIds] }),
    ['coding', 'code'],
    [domain.codeIds.join()],
  );
  const isSettled = value !== undefined && value.ownTotal + value.others === 0;
  return (
    <SidePanel title={`What breaks “${domain.name}”`} onClose={closeCodebookAside}>
      {isSettled && <p role="status">Nothing breaks it any more.</p>}
      {value !== undefined && (
        <DomainConflictList
          conflicts={value}
          does={['has two of its codes', 'have two of its codes']}
          onShow={onShow}
        />
      )}
    </SidePanel>
  );
}
