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

/**
 * Who is who. The participant is the speaker who is called by the participant's code, or else the one who says most
 * apart from the interviewer; a third voice is `other`.
 */
export function rolesOf(
  spoken: ReadonlyMap<string, number>,
  participantCode: string | null,
): ReadonlyMap<string, SpeakerRole> {
  const isParticipant = (speaker: string): boolean =>
    participantCode !== null && speaker.toLowerCase() === participantCode.toLowerCase();
  const byLength = [...spoken].toSorted((a, b) => b[1] - a[1]).map(([speaker]) => speaker);
  const participant =
    byLength.find(isParticipant) ??
    byLength.find((speaker) => !isInterviewer(speaker)) ??
    // “V1” may number a question (vraag) or a participant (verpleegkundige): beside a plain interviewer it is who answers.
    (spoken.size > 1 ? byLength.find((speaker) => isCodeName(speaker)) : undefined);
  return new Map(
    [...spoken.keys()].map((speaker): [string, SpeakerRole] => {
      if (speaker === participant) return [speaker, 'participant'];
      return [speaker, isInterviewer(speaker) ? 'interviewer' : 'other'];
    }),
  );
}
