import type { FileRef } from '../ids.ts';
import type { CoreEvent } from './events.ts';
import type { CallResult } from './host.ts';

/** What the desktop's preload leaves in the page, under this name of `window`. Nothing else crosses. */
export const BRIDGE_NAME = 'crosscase';

export interface DesktopBridge {
  call(method: string, input: unknown): Promise<CallResult>;
  subscribe(listener: (event: CoreEvent) => void): () => void;
  /** The value is the file's reference. */
  offerFile(file: File): Promise<CallResult>;
  /** The value is where it was saved, or null when the person thought better of it. */
  saveFile(ref: FileRef, suggestedName: string): Promise<CallResult>;
  /** The value is the path, or null when the person thought better of it. */
  chooseProjectPath(mode: 'open' | 'create', suggestedName: string): Promise<CallResult>;
  onMenuAction(listener: (actionId: string) => void): () => void;
}
