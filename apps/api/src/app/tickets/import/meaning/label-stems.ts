/** Minimum number of letters of a stem. */
const MIN_LENGTH = 3;
const MIN_LATIN_LENGTH = 4;
const MIN_GERMAN_LENGTH = 5;
/** Minimum length of words in Latin letters. Shorter ones are not stemmed, because they are too similar, such as "List" and "listo". */
const MIN_WORD = 6;

/** Endings of adjectives, participles and nouns in Cyrillic. Folding turns `й` into `и`. */
const CYRILLIC =
  /(?:[иыая]ми|[ое]го|[ое]му|ы[ие]|и[ие]|о[иею]|ее|[ая]я|[ую]ю|[ыиая]х|[оеая]м|ьою|ью|ия|[аяоеыиуюьъ])$/u;
/** Endings of plurals, genders and cases in German, Romance and Slavic languages. */
const LATIN = /(?:[aeo]s|[saeioy])$/u;
const GERMAN = /e[nmr]$/u;
/** Case endings of nouns after "with" and "about" in Slavic languages: "s přihlášením", "z kontem", "s platbou". */
const SLAVIC = /(?:[aei]mi|[ae]ch|iem|ou|[eio]m)$/u;
/** The Arabic article, and the feminine and plural endings. */
const ARABIC_ARTICLE = /^ال(?=.{3})/u;
const ARABIC_ENDING = /(?:ات|ة)$/u;

/** The Hebrew article and prefixed prepositions. */
const HEBREW_PREFIX = /^(?:[בלמ]ה?|ה)(?=.{3})/u;

/** The stem of a folded word, which its forms share: "Закрытые" and "закрыт", "الحسابات" and "حساب", "Geschlossene" and "geschlossen". */
export function stemOf(word: string): string {
  if (/^\p{Script=Cyrillic}+$/u.test(word)) return withoutEnding(word, CYRILLIC, MIN_LENGTH).replace(/нн$/u, 'н');
  if (/^\p{Script=Arabic}+$/u.test(word))
    return withoutEnding(word.replace(ARABIC_ARTICLE, ''), ARABIC_ENDING, MIN_LENGTH);
  if (/^\p{Script=Hebrew}+$/u.test(word)) return word.replace(HEBREW_PREFIX, '');
  if (!/^\p{Script=Latin}+$/u.test(word)) return word;
  const noun = withoutEnding(withoutEnding(word, SLAVIC, MIN_LATIN_LENGTH), GERMAN, MIN_GERMAN_LENGTH);
  const stem = withoutEnding(noun, LATIN, MIN_LATIN_LENGTH);
  return stem === word ? word : stemOf(stem); // "geschlossen" has an ending of its own, so it repeats
}

/** Whether a folded word is stemmed. Short words in Latin letters are not. */
export function hasForms(word: string): boolean {
  return word.length >= MIN_WORD || !/^[a-z]+$/.test(word);
}

function withoutEnding(word: string, ending: RegExp, minLength: number): string {
  const stem = word.replace(ending, '');
  return stem.length >= minLength ? stem : word;
}
