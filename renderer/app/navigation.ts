import { create } from 'zustand';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import type {
  CodeId,
  CoderId,
  CodingId,
  ColumnId,
  MatrixId,
  MemoId,
  ParticipantId,
  TranscriptId,
  TypeId,
  TypologyId,
} from '#shared/ids.ts';

/** Where the person is: a screen, and what it shows. */
export type Place =
  | { readonly screen: 'study' }
  | { readonly screen: 'participants'; readonly participantId?: ParticipantId }
  | { readonly screen: 'transcripts' }
  | { readonly screen: 'codebook'; readonly codeId?: CodeId }
  | {
      readonly screen: 'coding';
      readonly transcriptId?: TranscriptId;
      readonly codingId?: CodingId;
      /** UTF-16 code units in the transcript's text. */
      readonly position?: number;
      /** Selects from the position to here. */
      readonly end?: number;
    }
  | { readonly screen: 'search' }
  | { readonly screen: 'retrieval' }
  | {
      readonly screen: 'cues';
      /** Left out: all codes that have cues. */
      readonly codeIds?: readonly CodeId[];
    }
  | { readonly screen: 'memos'; readonly memoId?: MemoId }
  | { readonly screen: 'within-case'; readonly participantId?: ParticipantId }
  | {
      readonly screen: 'matrices';
      readonly matrixId?: MatrixId;
      readonly columnId?: ColumnId;
      readonly rowKey?: RowKey;
    }
  | {
      readonly screen: 'checking';
      readonly view?: 'queue' | 'overview';
      readonly matrixId?: MatrixId;
      /** The cell that is to be checked, by the name that travels between files. */
      readonly cellUid?: string;
      /** Whose queue it stands in; left out for a cell that was asked for by itself. */
      readonly coderId?: CoderId;
    }
  | { readonly screen: 'typologies'; readonly typologyId?: TypologyId; readonly typeId?: TypeId }
  | { readonly screen: 'comparison' }
  | { readonly screen: 'team' }
  | { readonly screen: 'history' };

export type ScreenName = Place['screen'];

interface NavigationState {
  readonly place: Place;
  readonly back: readonly Place[];
  readonly forward: readonly Place[];
  /** The last place on each screen: the rail returns to it. */
  readonly last: { readonly [Name in ScreenName]?: Extract<Place, { screen: Name }> };
}

const START: NavigationState = { place: { screen: 'study' }, back: [], forward: [], last: {} };
const LONGEST_TRAIL = 100;

export const useNavigation = create<NavigationState>(() => START);

/** Goes to a place; Alt+Left comes back. */
export function navigate(place: Place): void {
  useNavigation.setState((state) =>
    samePlace(state.place, place)
      ? state
      : {
          place,
          back: [...state.back, state.place].slice(-LONGEST_TRAIL),
          forward: [],
          last: { ...state.last, [place.screen]: place },
        },
  );
}

/** Changes where one stands (the focused cell, the open transcript) without a step in the trail. */
export function settle(place: Place): void {
  useNavigation.setState((state) => ({ place, last: { ...state.last, [place.screen]: place } }));
}

export function goToScreen(screen: ScreenName): void {
  const { last } = useNavigation.getState();
  // A screen without a remembered place starts empty, which every member of the union allows.
  navigate(last[screen] ?? { screen });
}

export function goBack(): void {
  useNavigation.setState((state) => {
    const place = state.back.at(-1);
    if (place === undefined) return state;
    return { place, back: state.back.slice(0, -1), forward: [state.place, ...state.forward] };
  });
}

export function goForward(): void {
  useNavigation.setState((state) => {
    const [place, ...forward] = state.forward;
    if (place === undefined) return state;
    return { place, back: [...state.back, state.place], forward };
  });
}

/** Another project: nothing that was shown before exists in it. */
export function resetNavigation(): void {
  useNavigation.setState(START);
}

function samePlace(a: Place, b: Place): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
