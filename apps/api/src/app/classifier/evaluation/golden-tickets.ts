import { TICKET_CATEGORIES, TICKET_PRIORITIES, type TicketCategory, type TicketPriority } from '@docket/domain';

/** A ticket whose right category, and perhaps priority, people have agreed on. */
export interface GoldenTicket {
  readonly title?: string;
  readonly description: string;
  readonly category: TicketCategory;
  readonly priority?: TicketPriority;
  /** A language code, such as `de`. */
  readonly lang?: string;
}

/** Maximum number of tickets: training on more takes minutes. */
const GOLDEN_TICKETS_MAX = 50_000;

/**
 * Reads one JSON object a line. Lines without a category are left out, because the source says nothing.
 * @throws Error that names the first line that is no ticket
 */
export function readGoldenTickets(text: string): GoldenTicket[] {
  const lines = text.split('\n');
  const tickets = lines.flatMap((line, index) => (line.trim() === '' ? [] : readLine(line, index + 1)));
  if (tickets.length === 0) throw new Error('The file has no ticket with a category');
  if (tickets.length > GOLDEN_TICKETS_MAX) throw new Error(`The file has more than ${GOLDEN_TICKETS_MAX} tickets`);
  return tickets;
}

function readLine(line: string, number: number): GoldenTicket[] {
  const ticket = parse(line) as Partial<Record<keyof GoldenTicket, unknown>> | undefined | null;
  if (typeof ticket !== 'object' || ticket === null) throw new Error(`Line ${number} is not a JSON object`);
  const { title, description, category, priority, lang } = ticket;
  if (typeof description !== 'string') throw new Error(`Line ${number} has no description`);
  if (category === null || category === undefined) return [];
  if (!isOneOf(TICKET_CATEGORIES, category)) {
    throw new Error(`Line ${number}: category must be one of ${TICKET_CATEGORIES.join(', ')}`);
  }
  return [
    {
      description,
      category,
      ...(typeof title === 'string' && title !== description && { title }),
      ...(isOneOf(TICKET_PRIORITIES, priority) && { priority }),
      ...(typeof lang === 'string' && { lang }),
    },
  ];
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isOneOf<T extends string>(values: readonly T[], value: unknown): value is T {
  return values.includes(value as T);
}
