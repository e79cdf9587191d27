import { z } from 'zod';
import { command } from '../contract/method.ts';

/** How Crosscase looks on this machine. */
export const preferences = z.object({
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  /** Size of the transcript's text, in CSS pixels. */
  textSize: z.int().min(12).max(32),
  textFace: z.enum(['serif', 'sans']),
});

export type Preferences = z.infer<typeof preferences>;

export const defaultPreferences: Preferences = { theme: 'system', textSize: 17, textFace: 'serif' };

export const settingsContract = {
  get: command(z.object({})).returns<Preferences>(),
  set: command(preferences.partial()).returns<Preferences>(),
};
