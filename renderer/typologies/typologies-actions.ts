import { create } from 'zustand';
import type { TypologyId } from '#shared/ids.ts';
import type { Action } from '../actions/action.ts';
import { navigate } from '../app/navigation.ts';
import { hasProject } from '../app/session-store.ts';

type TypologiesDialog = { readonly kind: 'new' } | { readonly kind: 'remove'; readonly id: TypologyId };

/** What the Types screen is asking. */
export const useTypologiesDialog = create<{ readonly dialog: TypologiesDialog | null }>(() => ({
  dialog: null,
}));

export function closeTypologiesDialog(): void {
  useTypologiesDialog.setState({ dialog: null });
}

export function askForTypology(): void {
  navigate({ screen: 'typologies' });
  useTypologiesDialog.setState({ dialog: { kind: 'new' } });
}

export const typologiesActions: readonly Action[] = [
  {
    id: 'typologies.new',
    label: 'New typology…',
    group: 'Types',
    keywords: 'groups types of cases cluster',
    enabled: hasProject,
    run: askForTypology,
  },
];
