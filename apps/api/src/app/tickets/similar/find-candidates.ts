import type { EntityManager } from 'typeorm';
import { containing } from '../query/containing';
import { hasIndexedWord, hasRareCharacter } from '../query/search-terms';
import { DAY_KEYS } from '../search/search-index';
import { FOLDED } from '../search/search-text';
import type { WordCounts } from './word-counts';

/** Maximum number of tickets that one look-up returns. */
const LOOK_UP_LIMIT = 60;
/** Maximum number of words that are looked up alone, because at most one ticket of the sample has them. */
const MAX_UNKNOWN = 6;
/** Maximum number of words that are looked up in pairs. */
const MAX_PAIRED = 4;
/**
 * Maximum number of index entries for a word that is looked up in all tickets. Above it, a look-up takes tens of milliseconds. A rare word
 * may consist of frequent letters, such as those of "ing".
 */
const MAX_ANYWHERE = 5000;

/** Words that a single ticket must contain. */
interface LookUp {
  readonly words: readonly string[];
  /** Day numbers of the tickets; any day if absent. */
  readonly days?: readonly number[];
}

/** A search for candidates. */
export interface Wanted {
  /** Stems of all words of the text. */
  readonly stems: readonly string[];
  /** Id of the ticket that the text belongs to. */
  readonly excludedId: number;
  /** Day numbers in which pairs of frequent words are looked up. */
  readonly days: readonly number[];
}

/**
 * Finds tickets that share rare words with a text. Each word or pair is one look-up in the search index, which intersects the entries of
 * both words, so that few tickets are read. Very rare words are looked up alone. The rarest of the others are looked up in pairs: on some
 * days, and rare ones on any day.
 * @returns the ids; those on the given days come first
 */
export async function findCandidates(
  manager: EntityManager,
  { stems, excludedId, days }: Wanted,
  counts: WordCounts,
): Promise<number[]> {
  const indexed = stems.filter(isIndexed).sort((one, other) => rarestFirst(one, other, counts));
  const isRare = memoized((stem: string) => counts.estimateFound(stem) <= MAX_ANYWHERE);
  const unknown = indexed
    .filter((stem) => !counts.has(stem))
    .slice(0, MAX_UNKNOWN)
    .filter(isRare);
  const found = await lookUp(
    manager,
    unknown.map((stem) => ({ words: [stem] })),
    excludedId,
  );
  const frequent = unknown.filter((_, index) => (found[index]?.length ?? 0) >= LOOK_UP_LIMIT);
  const paired = [...frequent, ...indexed.filter((stem) => counts.has(stem))].slice(0, MAX_PAIRED);
  const pairs = paired.flatMap((one, index) => paired.slice(index + 1).map((other) => [one, other]));
  const rare = pairs.filter((pair) => pair.some(isRare));
  const inPairs = await lookUp(
    manager,
    [...pairs.map((words) => ({ words, days })), ...rare.map((words) => ({ words }))],
    excludedId,
  );
  return [...new Set([...inPairs.slice(0, pairs.length), ...found, ...inPairs.slice(pairs.length)].flat())];
}

function memoized(ask: (stem: string) => boolean): (stem: string) => boolean {
  const answers = new Map<string, boolean>();
  return (stem) => {
    const known = answers.get(stem) ?? ask(stem);
    answers.set(stem, known);
    return known;
  };
}

/** Whether the search index narrows a look-up of a word. */
function isIndexed(stem: string): boolean {
  return hasIndexedWord([stem]) || hasRareCharacter([stem]);
}

/** Compares words, rarest first. Of equally rare words, the longer one comes first, because it is less often part of other words. */
function rarestFirst(one: string, other: string, counts: WordCounts): number {
  const difference = counts.weightOf(other) - counts.weightOf(one) || other.length - one.length;
  return difference || (one < other ? -1 : 1);
}

/** The ids of the tickets that each look-up finds. */
async function lookUp(manager: EntityManager, lookUps: readonly LookUp[], excludedId: number): Promise<number[][]> {
  const ids = lookUps.map((): number[] => []);
  if (!lookUps.length) return ids;
  const values: unknown[] = [excludedId];
  const queries = lookUps.map(({ words, days }, index) => {
    const conditions = words.map((word) => contains(word, values));
    if (days) conditions.push(`${DAY_KEYS} && $${values.push(days)}::int[]`);
    return `(SELECT ${index} AS look_up, id FROM tickets ticket
      WHERE folded_text IS NOT NULL AND ${conditions.join(' AND ')} AND id <> $1 LIMIT ${LOOK_UP_LIMIT})`;
  });
  const rows = await manager.query<{ look_up: number; id: number }[]>(queries.join(' UNION ALL '), values);
  for (const { look_up: index, id } of rows) ids[index]?.push(id);
  return ids;
}

/** SQL condition that a ticket contains a word, with the expressions of the search index. */
function contains(word: string, values: unknown[]): string {
  if (hasIndexedWord([word])) {
    const { operator, operand } = containing(word);
    return `folded_text ${operator} $${values.push(operand)}`;
  }
  // Spaces as in search-index.ts: the ends of a word form keys with them.
  return `${FOLDED.keys}(folded_text) @> ${FOLDED.keys}($${values.push(`  ${word}  `)})`;
}
