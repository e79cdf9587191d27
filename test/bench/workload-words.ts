import type { Random } from './workload-random.ts';

/** Real Dutch words, the most frequent ones first; some of them with the letters that programs stumble over. */
export const realWords =
  'de en het van ik een dat die in te niet je is op zijn met voor maar aan er hebben dan om ook als bij nog ze wat naar wel heb ja kan was worden daar dus zou deze hij toen mijn zo hoe wij heel door eigenlijk moet over echt uit meer geen soms altijd gewoon mensen werk thuis zorg huisarts patiënt één coördinatie geïnterviewde reünie ideeën zeeën beïnvloeden categorieën bacteriën drieëntwintig hé café voorbeeld gesprek vertrouwen onzekerheid ziekenhuis afspraak begeleiding verpleegkundige behandeling mantelzorg gezin kinderen moeder vader collega team vergadering planning rooster druk werkdruk tijd geld verzekering overheid gemeente wijk school opleiding computer systeem dossier formulier telefoon vraag antwoord probleem oplossing gevoel angst boosheid verdriet hoop plezier steun eenzaamheid vermoeidheid pijn slaap medicatie bijwerking controle keuze regie eigen samen alleen later vroeger morgen gisteren week maand jaar begin einde verandering ervaring verwachting teleurstelling'.split(
    ' ',
  );

const ONSETS = 'b br d dr f g gr h k kl l m n p pr r s sch st str t v w z'.split(' ');
const VOWELS = 'a aa e ee i ie o oo u uu ij ei ui ou eu oe ë ï ö é'.split(' ');
const CODAS = ',l,n,r,s,t,k,m,ng,rt,st,cht,ft,p'.split(',');

export const emoji = ['😀', '😢', '🙏', '👍🏽', '👩‍⚕️', '👨‍👩‍👧‍👦', '🇳🇱', '❤️', '🏥', '🤷🏾‍♀️'];

const VOCABULARY = 6000;

/** The real words, and built ones up to 6,000. */
export function makeVocabulary(random: Random): readonly string[] {
  const vocabulary = [...realWords];
  const known = new Set(vocabulary);
  while (vocabulary.length < VOCABULARY) {
    const word = buildWord(random);
    if (known.has(word)) continue;
    known.add(word);
    vocabulary.push(word);
  }
  return vocabulary;
}

function buildWord(random: Random): string {
  const oneOf = (list: readonly string[], from: number, to: number): string => list[random.whole(from, to)]!;
  let word = '';
  const syllables = random.whole(1, 4);
  for (let count = 0; count < syllables; count += 1) {
    word += oneOf(ONSETS, 0, ONSETS.length - 1) + oneOf(VOWELS, 0, VOWELS.length - 1);
    if (count === syllables - 1) word += oneOf(CODAS, 0, CODAS.length - 1);
    else if (random.next() < 0.3) word += oneOf(CODAS, 1, 6);
  }
  return word;
}

export function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase('nl') + word.slice(1);
}
