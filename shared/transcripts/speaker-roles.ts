import type { TextRange } from '../text/text-range.ts';
import type { SpeakerRole } from './transcripts-contract.ts';

/** How interviewers are marked in transcripts, in English and in Dutch. */
const INTERVIEWER =
  /^(?:i|int|iv|ivr|inter|interviewer|interviewster|q|v|vraag|researcher|onderzoeker|onderzoekster|moderator|facilitator|gespreksleider)\.?[ _-]?\d{0,2}$/i;
const PARTICIPANT =
  /^(?:a|r|p|g|resp|respondent|participant|deelnemer|deelneemster|interviewee|geïnterviewde|geinterviewde|informant|answer|antwoord|speaker|spreker|person|persoon|teacher|docent|student)\.?[ _-]?\d{0,4}$/i;
/** `T01`, `P3`, `RES12`: a pseudonym that is a code. */
const CODE = /^\p{L}{1,4}[ _-]?\d{1,4}[a-z]?$/iu;

export function isInterviewer(speaker: string): boolean {
  return INTERVIEWER.test(speaker);
}

export function isCodeName(speaker: string): boolean {
  return CODE.test(speaker);
}

/** A label that is one even when it stands in the text only once. */
export function isKnownSpeaker(speaker: string): boolean {
  return INTERVIEWER.test(speaker) || PARTICIPANT.test(speaker) || CODE.test(speaker);
}

/** How a speaker speaks: what can be counted without understanding it. */
export interface Voice {
  readonly characters: number;
  readonly turns: number;
  /** Turns that end with a question. */
  readonly questions: number;
}

/** How each speaker speaks, counted over turns. */
export function voicesOf(
  text: string,
  turns: readonly (TextRange & { readonly speaker: string | null })[],
): ReadonlyMap<string, Voice> {
  const voices = new Map<string, { characters: number; turns: number; questions: number }>();
  for (const { speaker, start, end } of turns) {
    if (speaker === null || speaker === '') continue;
    const voice = voices.get(speaker) ?? { characters: 0, turns: 0, questions: 0 };
    voice.characters += end - start;
    voice.turns += 1;
    if (/[?？؟;]["”’»)\]]*$/u.test(text.slice(Math.max(start, end - 6), end))) voice.questions += 1;
    voices.set(speaker, voice);
  }
  return voices;
}

/**
 * Who is who. The interviewer is who is called so, or else the one who asks and says less. The participant is the speaker
 * who is called by the participant's code, or else the one who says most apart from the interviewer; a third voice is
 * `other`, unless there are several of a kind: then it is a group, and all of them take part.
 */
export function rolesOf(
  voices: ReadonlyMap<string, Voice>,
  participantCode: string | null,
): ReadonlyMap<string, SpeakerRole> {
  const isParticipant = (speaker: string): boolean =>
    participantCode !== null && speaker.toLowerCase() === participantCode.toLowerCase();
  const byLength = [...voices]
    .toSorted((a, b) => b[1].characters - a[1].characters)
    .map(([speaker]) => speaker);
  const asks = byLength.some(isInterviewer) ? undefined : whoAsks(voices, isParticipant);
  const isAsking = (speaker: string): boolean => isInterviewer(speaker) || speaker === asks;
  const participant =
    byLength.find(isParticipant) ??
    byLength.find((speaker) => !isAsking(speaker)) ??
    // “V1” may number a question (vraag) or a participant (verpleegkundige): beside a plain interviewer it is who answers.
    (voices.size > 1 ? byLength.find((speaker) => isCodeName(speaker)) : undefined);
  const others = byLength.filter((speaker) => !isAsking(speaker));
  const isGroup = !others.some(isParticipant) && others.length >= 3;
  const isOfGroup = (speaker: string): boolean =>
    isGroup && !isAsking(speaker) && (voices.get(speaker)?.turns ?? 0) > 1;
  return new Map(
    [...voices.keys()].map((speaker): [string, SpeakerRole] => {
      if (speaker === participant || isOfGroup(speaker)) return [speaker, 'participant'];
      return [speaker, isAsking(speaker) ? 'interviewer' : 'other'];
    }),
  );
}

/** The one speaker who mostly asks, where the others do not and somebody says more. */
function whoAsks(
  voices: ReadonlyMap<string, Voice>,
  isParticipant: (speaker: string) => boolean,
): string | undefined {
  const share = ({ questions, turns }: Voice): number => questions / turns;
  const [first, second] = [...voices]
    .filter(([speaker]) => !isParticipant(speaker))
    .toSorted((a, b) => share(b[1]) - share(a[1]));
  if (first === undefined || voices.size < 2) return undefined;
  const [name, voice] = first;
  const isLess = [...voices].some(
    ([other, { characters }]) => other !== name && characters > voice.characters,
  );
  const isClear = second === undefined || share(voice) >= 2 * share(second[1]);
  return voice.turns >= 2 && share(voice) >= 0.4 && isLess && isClear ? name : undefined;
}
