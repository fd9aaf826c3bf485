export interface RealisticTicket {
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly priority: string;
  readonly status: string;
  readonly createdAt: Date;
}

const DAYS = 730;
const DAY = 86_400_000;

const SUBJECTS = {
  billing: ['invoice', 'refund', 'card payment', 'subscription', 'discount', 'tax line', 'direct debit', 'receipt'],
  technical: ['export', 'search', 'mobile app', 'upload', 'report', 'printer', 'video call', 'API key', 'backup'],
  account: ['password', 'sign-in', 'profile', 'second factor', 'e-mail address', 'invitation', 'team access'],
  general: ['delivery', 'opening hours', 'newsletter', 'feature request', 'warranty', 'user guide', 'feedback'],
} as const;
const TROUBLES = [
  'fails',
  'is wrong',
  'does not arrive',
  'is stuck',
  'shows an error',
  'takes hours',
  'vanished',
  'twice',
];
const OPENINGS = [
  'Hello, I hope somebody can help me with this.',
  'This is the third time that I write about it.',
  'Good morning, a short question.',
  'Our whole team is waiting for an answer.',
];
const EVENTS = [
  'Since the update on {day} the {subject} {trouble} whenever {name} opens it.',
  'When I press save, the page says "error {code}" and nothing happens.',
  'We tried it in Firefox and in Safari, on the phone and on the laptop, with the same result.',
  'The order {order} was charged on {day}, yet the confirmation for {name} never came.',
  'My colleague {name} from {city} has the same problem with the {subject}.',
  'I have already signed out, cleared the cache and started the computer again.',
  'It worked without any trouble until {day}, and nobody here changed the settings.',
  'The amount is {amount} EUR, but the contract says something else.',
  'The log has a line about a timeout after {code} seconds, and then it begins again.',
  'Könnten Sie bitte prüfen, ob die Überweisung aus {city} angekommen ist?',
  'Please look into it before {day}, since the month closes then.',
];
/** A sentence that only the oldest tenth of the tickets contains. */
const LONG_AGO = 'We still use the old terminal in the basement.';
const CLOSINGS = ['Thank you, {name}', 'Best regards, {name}', 'Please call me back.', 'Thanks in advance!', ''];
const NAMES = [
  'Ada',
  'Björn',
  'Chen',
  'Dilara',
  'Emeka',
  'Fatima',
  'Gustavo',
  'Hana',
  'Ines',
  'Jürgen',
  'Kofi',
  'Łucja',
];
const CITIES = ['Lisbon', 'Kraków', 'Nairobi', 'Osaka', 'Zürich', 'Montréal', 'Leeds', 'Izmir', 'Oslo', 'Quito'];

/** Generates tickets, the oldest first. The same seed gives the same tickets. Most are recent, and most old ones are closed. */
export function* realisticTickets(count: number, seed = 1, end = Date.now()): Generator<RealisticTicket, undefined> {
  const random = seededRandom(seed);
  const pick = <T,>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  for (let n = 0; n < count; n++) {
    const age = (1 - Math.sqrt((n + random()) / count)) * DAYS;
    const category = pickWeighted(random, { technical: 42, billing: 25, account: 20, general: 13 });
    const subject = pick(SUBJECTS[category]);
    const trouble = pick(TROUBLES);
    const fill = (text: string) =>
      text.replace(/\{(\w+)\}/g, (_, slot: string) => {
        if (slot === 'subject') return subject;
        if (slot === 'trouble') return trouble;
        if (slot === 'name') return pick(NAMES);
        if (slot === 'city') return pick(CITIES);
        if (slot === 'day') return `${1 + Math.floor(random() * 28)} ${pick(['March', 'June', 'October'])}`;
        if (slot === 'order') return `DK-${Math.floor(random() * 1e9).toString(36)}`;
        return String(Math.floor(random() * 900) + 100);
      });
    const events = Array.from({ length: 1 + Math.floor(random() * 6) }, () => fill(pick(EVENTS)));
    if (n < count / 10 && random() < 0.3) events.push(LONG_AGO);
    yield {
      title: fill(`The ${subject} ${trouble}${random() < 0.3 ? ' for {name} in {city}' : ''}`),
      description: [fill(pick(OPENINGS)), events.join(' '), fill(pick(CLOSINGS))].filter(Boolean).join('\n\n'),
      category,
      priority: pickWeighted(random, { medium: 50, low: 25, high: 20, critical: 5 }),
      status:
        age < 14
          ? pickWeighted(random, { open: 55, in_progress: 25, resolved: 15, closed: 5 })
          : pickWeighted(random, { closed: 80, resolved: 16, open: 3, in_progress: 1 }),
      createdAt: new Date(end - age * DAY),
    };
  }
}

/** Picks a random key by its weight. */
function pickWeighted<K extends string>(random: () => number, weights: Record<K, number>): K {
  const entries = Object.entries(weights) as [K, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) if ((left -= weight) < 0) return key;
  return (entries[0] as [K, number])[0];
}

/** Returns a generator of numbers from 0 to 1, deterministic by its seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
