import { PROPERTY_NAMES, type PropertyName } from '@docket/domain';
import { foldWord } from '@docket/import-rows';
import { hasForms, stemOf } from './label-stems';
import { wordsOf } from './label-tokens';
import { LABEL_WORDS } from './label-words';

const KNOWN_WORDS = new Map(PROPERTY_NAMES.map((name) => [name, foldedWords(name)] as const));
const KNOWN_STEMS = new Map(PROPERTY_NAMES.map((name) => [name, stems(name)] as const));

/** The label of a phrase, or of its stems. */
export function labelOf(property: PropertyName, folded: readonly string[]): string | undefined {
  const known = KNOWN_WORDS.get(property)?.get(folded.join(''));
  if (known !== undefined || !hasForms(folded.join(''))) return known;
  return KNOWN_STEMS.get(property)?.get(folded.map(stemOf).join(''));
}

function foldedWords(property: PropertyName): ReadonlyMap<string, string> {
  const labels: Readonly<Record<string, readonly string[]>> = LABEL_WORDS[property];
  return new Map(
    Object.entries(labels).flatMap(([label, words]) =>
      [label, ...words].map((word) => [foldWord(word), label] as const),
    ),
  );
}

/** The stems that belong to a single label, with that label. */
function stems(property: PropertyName): ReadonlyMap<string, string> {
  const labels: Readonly<Record<string, readonly string[]>> = LABEL_WORDS[property];
  const found = new Map<string, string | undefined>();
  for (const [label, words] of Object.entries(labels)) {
    for (const word of words) {
      const stem = wordsOf(word).map(stemOf).join('');
      found.set(stem, found.has(stem) && found.get(stem) !== label ? undefined : label);
    }
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== undefined));
}
