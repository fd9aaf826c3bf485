import { PROPERTY_NAMES, PROPERTY_VALUES, type PropertyName } from '@docket/domain';
import { detached } from '../detached';
import { foldWord, shortened } from '@docket/import-rows';
import type { ImportMap } from './import-map';
import { LABEL_WORDS } from './label-words';
import { NEGATIONS, NEUTRAL_AFFIXES, NEUTRAL_WORDS, PREPOSITIONS, WAITING } from './label-parts';
import { hasForms, stemOf } from './label-stems';
import type { NumberScale } from './number-scales';

/** What a word means. `label` is null if the word counts as empty. */
export interface KnownWord {
  readonly label: string | null;
  readonly reason: 'name' | 'synonym' | 'map';
}

/** Longer texts are words only if `map` names them. Folding them would only cost time. */
const WORD_MAX_LENGTH = 100;

/** Maximum number of remembered words of a property. */
const MAX_REMEMBERED = 1000;

/** Separates the parts of labels such as "1 - Critical", "P1: urgent" and "High (P2)". */
const SEPARATORS = /[-–—:;.()[\]|/]/u;
const ORDINAL = /^\d{1,2}(?:\s+|$)/u;

/** Separates the segments of labels such as "Billing & payments", "On hold - parts", "PRIORITY_HIGH" and "Solved (Pipeline)". */
const SEGMENTS = / [-–—] |[–—:;,.()[\]|/&+_>]| (?:and|und|et|[yeiи]|en|och|og|ve) /iu;

const KNOWN_WORDS = new Map(PROPERTY_NAMES.map((name) => [name, foldedWords(name)] as const));
const KNOWN_STEMS = new Map(PROPERTY_NAMES.map((name) => [name, stems(name)] as const));

/** Understands the labels of one file. */
export class LabelReader {
  private readonly remembered = new Map(
    PROPERTY_NAMES.map((name) => [name, new Map<string, KnownWord | undefined>()] as const),
  );

  constructor(
    private readonly map: ImportMap,
    private readonly scale?: NumberScale,
  ) {}

  /** What a word means; undefined if it is not known. A bare number is known only if the file's product numbers its labels. */
  read(property: PropertyName, word: string): KnownWord | undefined {
    if (word.length > WORD_MAX_LENGTH) return this.mapped(property, shortened(word.trim()));
    const remembered = this.remembered.get(property);
    if (remembered?.has(word)) return remembered.get(word);
    const known = this.understand(property, word);
    if (remembered && remembered.size < MAX_REMEMBERED) remembered.set(detached(word), known);
    return known;
  }

  private understand(property: PropertyName, word: string): KnownWord | undefined {
    const mapped = this.mapped(property, word);
    if (mapped) return mapped;
    const values: readonly string[] = PROPERTY_VALUES[property];
    if (values.includes(word)) return { label: word, reason: 'name' };
    const label =
      this.fromScale(property, foldWord(word)) ??
      labelOf(property, wordsOf(word)) ??
      labelOfParts(property, word) ??
      labelOfSegments(property, word) ??
      labelOfCompound(property, word) ??
      labelOfWaiting(property, word);
    return label === undefined ? undefined : { label, reason: 'synonym' };
  }

  /** What `map` says about a word. A long one has the name that answers show. */
  private mapped(property: PropertyName, word: string): KnownWord | undefined {
    const labels = this.map.words[property];
    const label = labels.size > 0 ? labels.get(foldWord(word) || word.trim()) : undefined;
    return label === undefined ? undefined : { label, reason: 'map' };
  }

  private fromScale(property: PropertyName, number: string): string | undefined {
    if (!this.scale || property === 'category') return undefined;
    return Object.entries<string>(this.scale[property]).find(([name]) => name === number)?.[1];
  }
}

/** The label on which all parts of a word agree. Numbers before the parts do not count. */
function labelOfParts(property: PropertyName, word: string): string | undefined {
  const parts = word.split(SEPARATORS).map((part) => wordsOf(withoutOrdinal(part)));
  const labels = parts.filter((part) => part.join('') !== '').map((part) => labelOf(property, part));
  return labels.every((label) => label === labels[0]) ? labels[0] : undefined;
}

/** The label on which all segments agree that are known: others only explain it. A negation may turn its meaning. */
function labelOfSegments(property: PropertyName, word: string): string | undefined {
  const segments = word.split(SEGMENTS).filter((segment) => segment.trim() !== '');
  // Behind a status is its reason: "Closed (no response)". Elsewhere a negation may turn the meaning of all: "Urgent (not)".
  const [first = '', ...others] = segments;
  if (isNegated(first) || (property !== 'status' && others.some(isNegated))) return undefined;
  const labels = new Set(
    segments.filter((segment) => !isNegated(segment)).map((segment) => labelOfSegment(property, segment)),
  );
  labels.delete(undefined);
  return labels.size === 1 ? [...labels][0] : undefined;
}

function isNegated(segment: string): boolean {
  return segment.split(/[\s_-]+/).some((part) => NEGATIONS.has(foldWord(part)));
}

/** The label of a segment, without words that add nothing, or of a status before "with", "by" and the like: "Closed by user". */
function labelOfSegment(property: PropertyName, segment: string): string | undefined {
  const parts = wordsOf(withoutOrdinal(segment));
  const meaningful = parts.filter((part) => !NEUTRAL_WORDS[property].has(part));
  const end = property === 'status' ? parts.findIndex((part) => PREPOSITIONS.has(part)) : -1;
  const texts = [parts, meaningful, parts.slice(0, Math.max(end, 0))];
  return texts.map((text) => labelOf(property, text)).find((label) => label !== undefined);
}

/** The label of a word that is joined with one that adds nothing: "Zahlungsprobleme", "支付问题", "優先度高". */
function labelOfCompound(property: PropertyName, word: string): string | undefined {
  const folded = foldWord(word);
  const bare = folded.replace(NEUTRAL_AFFIXES[property], '');
  return bare === folded || bare === '' ? undefined : labelOf(property, [bare]);
}

/** A status that begins with "waiting" is in progress, whatever it waits for. */
function labelOfWaiting(property: PropertyName, word: string): string | undefined {
  if (property !== 'status' || isNegated(word)) return undefined;
  return WAITING.test(wordsOf(word).join(' ')) ? 'in_progress' : undefined;
}

/** A text without its number, which may be a key cap. */
function withoutOrdinal(text: string): string {
  return text.replaceAll(/\p{M}/gu, '').trim().replace(ORDINAL, '');
}

/** The words of a text, folded. */
function wordsOf(text: string): string[] {
  return text.split(/[\s-]+/).map(foldWord);
}

/** The label of words together, or of their stems. */
function labelOf(property: PropertyName, folded: readonly string[]): string | undefined {
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

/** The stems of all words that have the stem of one label only. */
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
