import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ParticipantId } from '#shared/ids.ts';
import { runAction } from '../actions/action-registry.ts';
import { IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { neighbour, openCase } from './within-case-actions.ts';
import { useWithinCase } from './within-case-store.ts';

/** Which case is read; a dot stands before those whose narrative is written. */
export function CaseChooser({ participantId }: { readonly participantId: ParticipantId }) {
  const cases = useWithinCase((state) => state.cases);
  const index = cases.findIndex((item) => item.participantId === participantId);
  const told = cases.filter(({ hasNarrative }) => hasNarrative).length;
  return (
    <span className="case-chooser">
      <IconButton
        label="Previous case"
        icon={<ChevronLeft />}
        isDisabled={neighbour(cases, participantId, -1) === undefined}
        onPress={() => runAction('within-case.previous')}
      />
      <Select
        label="Case"
        hideLabel
        choices={cases.map((item) => ({
          value: item.participantId,
          label: item.hasNarrative ? `• ${item.code}` : item.code,
        }))}
        value={participantId}
        onChange={openCase}
      />
      <IconButton
        label="Next case"
        icon={<ChevronRight />}
        isDisabled={neighbour(cases, participantId, 1) === undefined}
        onPress={() => runAction('within-case.next')}
      />
      <span>
        {index + 1} of {cases.length} · {told} told
      </span>
    </span>
  );
}
