import { assertNever } from '#shared/assert.ts';
import type { CodeId } from '#shared/ids.ts';
import type { HitPlace, SearchHit } from '#shared/search/search-contract.ts';
import type { Action } from '../actions/action.ts';
import { api } from '../api/api.ts';
import { goToScreen, navigate, type Place } from '../app/navigation.ts';
import { hasProject } from '../app/session-store.ts';
import { codebookNow, rememberCode } from '../codebook/codebook-store.ts';
import { notify } from '../ui/toasts-store.ts';
import { isCodable, keyOf, type SearchLine } from './search-lines.ts';
import { useSearch } from './search-store.ts';

/** Goes to where the hit stands. Alt+Left comes back. */
export function openHit(hit: SearchHit): void {
  useSearch.setState({ left: keyOf(hit) });
  navigate(placeOf(hit.place));
}

function placeOf(place: HitPlace): Place {
  switch (place.kind) {
    case 'text':
      return {
        screen: 'coding',
        transcriptId: place.transcriptId,
        position: place.start,
        end: place.end,
      };
    case 'coding':
      return { screen: 'coding', transcriptId: place.transcriptId, codingId: place.codingId };
    case 'memo':
      return { screen: 'memos', memoId: place.memoId };
    case 'code':
      return { screen: 'codebook', codeId: place.codeId };
    case 'cell':
      return {
        screen: 'matrices',
        matrixId: place.matrixId,
        columnId: place.columnId,
        rowKey: place.rowKey,
      };
    case 'case':
      return { screen: 'within-case', participantId: place.participantId };
    default:
      return assertNever(place);
  }
}

/** Codes the ticked hits of those on the screen, in one step. */
export async function codeTicked(lines: readonly SearchLine[], codeId: CodeId): Promise<void> {
  const { ticked, unit } = useSearch.getState();
  const hits = lines.flatMap((line) => {
    if (!isCodable(line) || !ticked.has(line.key) || line.hit.place.kind !== 'text') return [];
    const { versionId, start, end } = line.hit.place;
    return [{ versionId, start, end }];
  });
  const { coded, skipped } = await api.search.codeHits({ hits, unit, codeId });
  rememberCode(codeId);
  useSearch.setState({ ticked: new Set() });
  const name = codebookNow().byId.get(codeId)?.name ?? '';
  const left = skipped === 0 ? '' : `; ${skipped} had it already`;
  notify(`Coded ${coded === 1 ? '1 passage' : `${coded} passages`} as ${name}${left}`, { undo: true });
}

export const searchActions: readonly Action[] = [
  {
    id: 'search.open',
    label: 'Search in everything',
    group: 'Go',
    shortcut: '$mod+Shift+f',
    keywords: 'find text words phrase near transcripts memos code hits',
    enabled: hasProject,
    run() {
      goToScreen('search');
      useSearch.setState(({ asked }) => ({ asked: asked + 1 }));
    },
  },
];
