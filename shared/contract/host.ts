import type { FileRef } from '../ids.ts';
import type { CoreEvent } from './events.ts';
import type { WireError } from './errors.ts';

export type CallResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: WireError };

/** What the renderer may ask of the host that it runs in. One implementation per host, none knows a domain word. */
export interface Host {
  readonly kind: 'desktop' | 'web';
  call(method: string, input: unknown): Promise<CallResult>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: CoreEvent) => void): () => void;
  /** Hands a dropped or chosen file to the core. */
  offerFile(file: File): Promise<FileRef>;
  /** Hands a file made by the core to the person: a save dialog or a download. Null when cancelled. */
  saveFile(ref: FileRef, suggestedName: string): Promise<string | null>;
  /** A native dialog where there is one; where there is none, the renderer shows its own. */
  readonly chooseProjectPath:
    ((mode: 'open' | 'create', suggestedName: string) => Promise<string | null>) | null;
  /** Menu items of a native menu arrive as the ids of actions. */
  onMenuAction(listener: (actionId: string) => void): () => void;
}
