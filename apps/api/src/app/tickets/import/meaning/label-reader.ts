import { PROPERTY_NAMES, PROPERTY_VALUES, type PropertyName } from '@docket/domain';
import { detached } from '../detached';
import { foldWord, shortened } from '@docket/import-rows';
import type { ImportMap } from './import-map';
import { LABEL_WORDS } from './label-words';
import { NEGATIONS, NEUTRAL_WORDS, PREPOSITIONS } from './label-parts';
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
      KNOWN_WORDS.get(property)?.get(foldWord(word)) ??
      labelOfParts(property, word) ??
      labelOfSegments(property, word);
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
  const parts = word.split(SEPARATORS).map((part) => foldWord(part.trim().replace(ORDINAL, '')));
  const labels = parts.filter((part) => part !== '').map((part) => KNOWN_WORDS.get(property)?.get(part));
  return labels.every((label) => label === labels[0]) ? labels[0] : undefined;
}

/** The label on which all segments agree that are known: others only explain it. A negation may turn its meaning. */
function labelOfSegments(property: PropertyName, word: string): string | undefined {
  if (word.split(/[\s_-]+/).some((part) => NEGATIONS.has(foldWord(part)))) return undefined;
  const labels = new Set(word.split(SEGMENTS).map((segment) => labelOfSegment(property, segment)));
  labels.delete(undefined);
  return labels.size === 1 ? [...labels][0] : undefined;
}

/** The label of a segment, without words that add nothing, or of a status before "with", "by" and the like: "Closed by user". */
function labelOfSegment(property: PropertyName, segment: string): string | undefined {
  const known = KNOWN_WORDS.get(property);
  const parts = segment
    .trim()
    .replace(ORDINAL, '')
    .split(/[\s-]+/)
    .map(foldWord);
  const meaningful = parts.filter((part) => !NEUTRAL_WORDS[property].has(part));
  const end = property === 'status' ? parts.findIndex((part) => PREPOSITIONS.has(part)) : -1;
  const texts = [parts, meaningful, parts.slice(0, Math.max(end, 0))].map((some) => some.join(''));
  return texts.map((text) => known?.get(text)).find((label) => label !== undefined);
}

function foldedWords(property: PropertyName): ReadonlyMap<string, string> {
  const labels: Readonly<Record<string, readonly string[]>> = LABEL_WORDS[property];
  return new Map(
    Object.entries(labels).flatMap(([label, words]) =>
      [label, ...words].map((word) => [foldWord(word), label] as const),
    ),
  );
}
