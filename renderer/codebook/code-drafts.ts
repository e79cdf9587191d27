import { useEffect, useMemo } from 'react';
import type { DraftField } from '#shared/codebook/code-depth-contract.ts';
import type { CodeId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { notify, reportError } from '../ui/toasts-store.ts';

/** What is typed is kept beside the project after this time, also when one goes on typing. */
const KEEP_AFTER_MS = 800;

/** Keeps what is being typed in one field of a code, so that a crash does not lose it. */
export interface DraftKeeper {
  keep(text: string): void;
  /** The field was left: what was typed is stored or given up. */
  drop(): void;
}

export function useDraftKeeper(id: CodeId, field: DraftField): DraftKeeper {
  const keeper = useMemo(() => draftKeeper(id, field), [id, field]);
  useEffect(() => () => keeper.drop(), [keeper]);
  return keeper;
}

function draftKeeper(id: CodeId, field: DraftField): DraftKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = '';
  let isKept = false;
  const send = (text: string | null): void => {
    api.codebook.keepDraft({ id, field, text }).catch(reportError);
  };
  return {
    keep(text) {
      latest = text;
      timer ??= setTimeout(() => {
        timer = undefined;
        isKept = true;
        send(latest);
      }, KEEP_AFTER_MS);
    },
    drop() {
      clearTimeout(timer);
      timer = undefined;
      if (isKept) send(null);
      isKept = false;
    },
  };
}

/** Once for each project that is opened: what a crash cut off is stored, and said. */
export async function restoreDrafts(): Promise<void> {
  const names = await api.codebook.restoreDrafts({});
  if (names.length === 0) return;
  notify(`Restored what was being typed about ${names.map((name) => `“${name}”`).join(', ')}`, {
    undo: true,
  });
}
