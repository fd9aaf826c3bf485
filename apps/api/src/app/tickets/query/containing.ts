import { containsPattern } from './search-terms';

/** An operator of PostgreSQL with its right operand, which is sent as a parameter. */
export interface Containing {
  readonly operator: 'LIKE' | '~';
  readonly operand: string;
}

/** Maximum number of characters that LIKE may have to compare for each character of a ticket. */
const MAX_COMPARISONS = 16;

/**
 * The condition that a text contains a term. LIKE compares the term with each place of the text, which is slow if they share long
 * beginnings everywhere: 200 times "a" in tickets of 100,000. A term that repeats itself is therefore a regular expression, which PostgreSQL
 * compiles to an automaton that reads each character once. Both operators use the trigram index.
 */
export function containing(term: string): Containing {
  return comparisons(term) > MAX_COMPARISONS
    ? { operator: '~', operand: `***=${term}` } // the prefix says that the rest is no pattern
    : { operator: 'LIKE', operand: containsPattern(term) };
}

/**
 * The number of characters of a term that LIKE compares for each character of the worst text. A beginning of the term that has a period, such
 * as 2 of "abababa", can occur at each multiple of it.
 */
function comparisons(term: string): number {
  const borders = [0]; // of each beginning, the length of the longest shorter beginning that is also its end
  let sum = 1;
  for (let length = 1; length < term.length; length++) {
    let border = borders[length - 1] ?? 0;
    while (border && term[length] !== term[border]) border = borders[border - 1] ?? 0;
    if (term[length] === term[border]) border++;
    borders.push(border);
    sum += 1 / (length + 1 - border);
  }
  return sum;
}
