import { TICKET_CATEGORIES, type TicketCategory } from '@docket/domain';
import { seededRandom } from '../app/platform/statistics/seeded-random';

/** A ticket with the category that a person decided. */
export interface DeskTicket {
  readonly description: string;
  readonly category: TicketCategory;
}

/** What the tickets of a desk are like. */
export interface SeededDesk {
  readonly seed: number;
  readonly tickets: number;
  /** The share of tickets to which people gave a wrong category. */
  readonly noise: number;
  /** Number of words of a ticket that say nothing about its category. */
  readonly words: number;
  /** Number of different words of that kind. Of many, most are in one ticket only, like the names of customers. */
  readonly vocabulary: number;
}

/** Number of words that only one category has. */
const OWN_WORDS = 5;
const SYLLABLES = ['ka', 'lo', 'mi', 'tu', 're', 'sa', 'ne', 'vo', 'pi', 'du'];

/** Tickets of an invented desk, in words that no lexicon has: one of its category, and others. The same ones in each run. */
export function seededDesk({ seed, tickets, noise, words, vocabulary }: SeededDesk): DeskTicket[] {
  const random = seededRandom(seed);
  const integer = (below: number) => Math.floor(random() * below);
  return Array.from({ length: tickets }, () => {
    const subject = integer(TICKET_CATEGORIES.length);
    const text = Array.from({ length: words }, () => inventedWord('f', integer(vocabulary)));
    text.splice(integer(words + 1), 0, inventedWord('gbta'[subject] ?? '', integer(OWN_WORDS)));
    const mistake = random() < noise ? 1 + integer(TICKET_CATEGORIES.length - 1) : 0;
    const category = TICKET_CATEGORIES[(subject + mistake) % TICKET_CATEGORIES.length] as TicketCategory;
    return { description: text.join(' '), category };
  });
}

/** A word for a number, such as `fkalomi`. */
function inventedWord(start: string, number: number): string {
  return start + [...String(number).padStart(3, '0')].map((digit) => SYLLABLES[Number(digit)]).join('');
}
