import type { settingsContract } from '#shared/settings/settings-contract.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';

export const settingsHandlers: HandlersOf<typeof settingsContract> = {
  get: ({ localState }) => localState.data.preferences,

  set({ localState }, change) {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    localState.update((data) => ({ ...data, preferences: { ...data.preferences, ...given } }));
    return localState.data.preferences;
  },
};
