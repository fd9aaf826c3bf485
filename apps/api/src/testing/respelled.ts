import fc from 'fast-check';

const SPACES_AND_SIGNS = ['', ' ', '_', '-', '\u00a0', '\t', '*', "'"];

/** Equivalent spellings of a word: other case, decomposed accents, and spaces and punctuation around it and between its words. */
export function respelled(word: string): fc.Arbitrary<string> {
  const sign = fc.constantFrom(...SPACES_AND_SIGNS);
  return fc
    .tuple(
      sign,
      sign,
      sign,
      fc.constantFrom('NFC', 'NFD', 'NFKC'),
      fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    )
    .map(([before, between, after, form, upper]) => {
      const cased = Array.from(word, (sign, index) => (upper[index % upper.length] ? sign.toUpperCase() : sign)).join(
        '',
      );
      return (before + cased.replaceAll(' ', between) + after).normalize(form);
    });
}
