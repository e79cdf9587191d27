import { create } from 'zustand';
import type { CodingId, ParticipantId, TranscriptId } from '#shared/ids.ts';
import type { CellPlace } from '../matrices/matrix-model.ts';
import type { CaseListItem, CaseSheet, ThemeSource } from '#shared/within-case/within-case-contract.ts';

/** A place of the transcript that the sheet points to. */
export interface Target {
  readonly transcriptId: TranscriptId;
  readonly start: number;
  readonly end: number;
  /** Null for words that are no coding. */
  readonly codingId: CodingId | null;
}

interface WithinCaseState {
  readonly project: string | null;
  readonly participantId: ParticipantId | null;
  readonly cases: readonly CaseListItem[];
  readonly sheet: CaseSheet | null;
  /** Null until somebody chooses: then the first matrix, or the codebook where there is none. */
  readonly source: ThemeSource | null;
  /** The theme whose fragments are shown. */
  readonly theme: string | null;
  readonly target: Target | null;
  /** The transcript beside the sheet, where the case has several; null for its first. */
  readonly transcriptId: TranscriptId | null;
}

const START: WithinCaseState = {
  project: null,
  participantId: null,
  cases: [],
  sheet: null,
  source: null,
  theme: null,
  target: null,
  transcriptId: null,
};

export const useWithinCase = create<WithinCaseState>(() => START);

/** In another project no case of before exists. */
export function enterProject(project: string): void {
  useWithinCase.setState((state) => (state.project === project ? state : { ...START, project }));
}

/** Another case: what was open of the one before is closed. */
export function enterCase(participantId: ParticipantId): void {
  useWithinCase.setState((state) =>
    state.participantId === participantId
      ? state
      : { participantId, target: null, transcriptId: null, theme: null },
  );
}

/** The words stand beside the sheet, and the keys stay where they are. */
export function pointTo(target: Target): void {
  useWithinCase.setState({ target: { ...target }, transcriptId: target.transcriptId });
}

/** The cell of the theme that is open; null where there is none. */
export function openCell(): CellPlace | null {
  const { sheet, theme } = useWithinCase.getState();
  const columnId = sheet?.themes.find(({ key }) => key === theme)?.columnId ?? null;
  return sheet === null || columnId === null ? null : { columnId, rowKey: sheet.rowKey };
}
