import type { Action } from '../actions/action.ts';
import { goToScreen, useNavigation } from '../app/navigation.ts';
import { hasProject } from '../app/session-store.ts';
import { openDialog, useComparison } from './comparison-store.ts';

const here = (): boolean => hasProject() && useNavigation.getState().place.screen === 'comparison';
const inSession = (): boolean => here() && useComparison.getState().sessionId !== null;

export const comparisonActions: readonly Action[] = [
  {
    id: 'comparison.open',
    label: 'Compare coders…',
    group: 'Go',
    keywords: 'agreement reliability kappa alpha disagreement intercoder',
    enabled: hasProject,
    run: () => goToScreen('comparison'),
  },
  {
    id: 'comparison.new-session',
    label: 'New comparison session…',
    group: 'Compare',
    keywords: 'round agreement',
    enabled: here,
    run: () => openDialog('new session'),
  },
  {
    id: 'comparison.report',
    label: 'Report agreement…',
    group: 'Compare',
    keywords: 'export methods word excel',
    enabled: inSession,
    run: () => openDialog('report'),
  },
  {
    id: 'comparison.together',
    label: 'Settle differences at one screen, one at a time',
    group: 'Compare',
    enabled: inSession,
    run: () => useComparison.setState({ view: 'differences', together: true }),
  },
];
