export interface Said {
  readonly speaker: string;
  readonly words: string;
  /** Seconds. */
  readonly at: number;
}

/** One conversation; each program below writes it down in its own way. */
export const CONVERSATION: readonly Said[] = [
  { speaker: 'Anna de Vries', words: 'Goedemiddag, fijn dat u er bent.', at: 3 },
  { speaker: 'Marieke Jansen', words: 'Dank u wel. Ik zei nog: dit wordt spannend.', at: 6 },
  { speaker: 'Anna de Vries', words: 'Hoe lang werkt u hier al?', at: 12 },
  { speaker: 'Marieke Jansen', words: 'Negen jaar, om 8:30 begint het.', at: 15 },
  { speaker: 'Anna de Vries', words: 'En nu?', at: 71 },
  { speaker: 'Marieke Jansen', words: 'Nu gaat het beter.', at: 3731 },
];

const two = (value: number): string => String(value).padStart(2, '0');
const parts = (at: number) => [Math.floor(at / 3600), Math.floor(at / 60) % 60, at % 60] as const;
/** `00:01:11` */
export const long = (at: number): string => parts(at).map(two).join(':');
/** `1:11`, `1:02:11` */
export const short = (at: number): string => {
  const [hours, minutes, seconds] = parts(at);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
};
/** `0:1:11.289`, without leading zeros. */
export const bare = (at: number): string => `${parts(at).join(':')}.289`;
export const lines = (write: (said: Said) => string, between = '\n\n'): string =>
  CONVERSATION.map(write).join(between);
export const cues = (write: (said: Said) => string): string =>
  `WEBVTT\n\n${lines((said) => `${long(said.at)}.000 --> ${long(said.at + 2)}.500\n${write(said)}`)}\n`;

/** The same conversation between people who are called otherwise. */
export const between = (first: string, second: string): readonly Said[] =>
  CONVERSATION.map((said, index) => ({ ...said, speaker: index % 2 === 0 ? first : second }));
