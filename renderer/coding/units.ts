import { unitNoun } from '#shared/agreement/unit-rules.ts';
import { notify } from '../ui/toasts-store.ts';
import { announce, useCoding } from './coding-store.ts';
import { currentView } from './current-view.ts';
import { stepUnit, unitAt } from './unit-steps.ts';

/** Selects the next or the previous unit of the comparison that is coded for. */
export function goToUnit(step: 1 | -1): void {
  const { open, range } = useCoding.getState();
  if (open === null) return;
  const { units } = open;
  if (units === null) {
    notify('No comparison asks for this transcript to be coded in units.');
    return;
  }
  const next = stepUnit(units.units, range, step);
  if (next === undefined) {
    announce(step === 1 ? 'There is no unit after this one' : 'There is no unit before this one');
    return;
  }
  currentView()?.select(next.unit);
  announce(`Unit ${next.number} of ${units.units.length} ${unitNoun(units.unitKind, units.units.length)}`);
}

/** Whoever codes at a caret codes the whole unit that it stands in, where there are units. */
export function selectUnitHere(): void {
  const { open, range, selected } = useCoding.getState();
  if (range.start < range.end || selected !== null) return;
  const unit = unitAt(open?.units?.units ?? [], range.start);
  if (unit !== undefined) currentView()?.select(unit);
}
