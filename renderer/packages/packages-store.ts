import { create } from 'zustand';
import type { FileRef } from '#shared/ids.ts';
import type { MergeReport } from '#shared/packages/merge-report.ts';
import type { KeptRow, PackageInfo } from '#shared/packages/packages-contract.ts';

/** A file that was chosen, and what is needed to read it. */
export interface ChosenPackage {
  readonly file: FileRef;
  readonly fileName: string;
  readonly passphrase: string | null;
}

/** A merge that is looked at before it is done. */
export interface MergeInHand extends ChosenPackage {
  /** By the uid of theirs, the uid of ours that is the same thing. */
  readonly same: Readonly<Record<string, string>>;
  /** Null: it cannot be read without its passphrase. */
  readonly report: MergeReport | null;
  readonly problem: string | null;
}

export type PackagesDialog =
  | { readonly kind: 'send' }
  | { readonly kind: 'return' }
  /** A text that a colleague corrected, and that was kept. */
  | { readonly kind: 'take text'; readonly row: KeptRow }
  | (ChosenPackage & {
      readonly kind: 'open';
      readonly info: PackageInfo | null;
      readonly problem: string | null;
    });

interface PackagesState {
  readonly merge: MergeInHand | null;
  readonly dialog: PackagesDialog | null;
}

export const usePackages = create<PackagesState>(() => ({ merge: null, dialog: null }));

export function closePackagesDialog(): void {
  usePackages.setState({ dialog: null });
}

export function leaveMerge(): void {
  usePackages.setState({ merge: null });
}
