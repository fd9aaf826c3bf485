import { COPULAS } from './secret-labels';
import { toPlain } from './secret-names';

const alternatives = (words: readonly string[]) =>
  [...new Set(words.map(toPlain))].sort((first, second) => second.length - first.length).join('|');

/** Words between a name and its value in a sentence: "is", "est". */
export const IS = alternatives(COPULAS);
/** Without the Vietnamese "là", which is "la" without its accent: behind a preposition, that is an article. */
export const IS_BEHIND_PREPOSITION = alternatives(COPULAS.filter((word) => toPlain(word) !== 'la'));
/** Those that may adjoin the name, in other scripts. */
export const UNSPACED_IS = alternatives(COPULAS.filter((word) => /^[^a-z]/.test(toPlain(word))));
/** Words between {@link IS} and the value: "is now", "ist noch". */
export const ADVERBS = alternatives(
  'still,now,not,currently,actually,probably,just,noch,immer noch,übrigens,entweder,either,soit,eigentlich,leider,wohl,auch,also,jetzt,nun,aktuell,momentan,nicht,maintenant,désormais,toujours,encore,ahora,todavía,aún,siempre,agora,ainda,adesso,ancora,nog,nog steeds,nu,теперь,сейчас,teraz'.split(
    ',',
  ),
);

/** Of English, German, French, Spanish, Portuguese, Italian, Dutch, the Scandinavian languages, and Greek. */
export const ARTICLES = alternatives(
  'the der die das dem le la les el los las lo o os il gli de het den det το ο η τον'.split(' '),
);
const NOUNS = alternatives(
  [
    'number numbers date datum fecha word wort code combination sequence following numéro suivant suivante número siguiente seguinte numero seguente',
    'código codice nummer zahl ziffernfolge kombination folgende folgender folgendes volgende cijfer',
  ].flatMap((line) => line.split(' ')),
);
/**
 * The article after a copula, and a noun before the value: "est le 4821", "ist die Nummer 4821", "is the following". The word "a" is an
 * article after the copulas of Portuguese only: "é a 4821", but "is a problem".
 */
export const ARTICLE = String.raw`(?:(?:(?:${ARTICLES})|(?<= (?:e|era|foi|sera) )as?)(?: (?:${NOUNS}))?|n(?:umber|ummer|umero))(?!\p{L})`;

/** An article in a text. */
export interface Article {
  readonly end: number;
  readonly isFollowedByColon: boolean;
}

const AFTER_IS = new RegExp(`(?:(?:${ADVERBS}) )?(?:${ARTICLE}(?:(?<colon> {0,2}:) {0,2}| {1,2}\\n?)|l')`, 'iuy');

/** The article at an index, with an adverb before it and a noun after it: "le ", "toujours le ", "la siguiente: ". */
export function articleAt(text: string, start: number): Article | undefined {
  AFTER_IS.lastIndex = start;
  const match = AFTER_IS.exec(text);
  return match ? { end: AFTER_IS.lastIndex, isFollowedByColon: match.groups?.['colon'] !== undefined } : undefined;
}
