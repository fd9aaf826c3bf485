import fc from 'fast-check';
import { completeTicketQuery } from './complete-ticket-query';
import { formatTicketQuery } from './format-ticket-query';
import { nodesOf, parseTicketQuery } from './parse-ticket-query';
import { QUERY_KEYS, type QueryKey, isPropertyKey, takesId, wordsOf } from './query-keys';
import type { QueryNode, QueryValue } from './query-node';
import { quoteSearch } from './quote-search';
import { scanTerms } from './scan-terms';

/** Text of syntactic fragments and arbitrary characters. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'status:',
        'tag:',
        'assignee:',
        'created:',
        '"',
        '\\"',
        '\\',
        ',',
        '-',
        ' ',
        '>=2026-11-01',
        '2026-11',
        '..',
      ),
      fc.constantFrom('open', 'me', 'none', '12', 'stauts:', 'x:y', '“', '\u00a0', 'https://', ':'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const days: fc.Arbitrary<QueryValue> = fc.oneof(
  fc.tuple(day, day).map((both) => {
    const [from = '', to = ''] = both.sort();
    return { kind: 'days', from, to } as const;
  }),
  day.map((from) => ({ kind: 'days', from }) as const),
  day.map((to) => ({ kind: 'days', to }) as const),
);
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text);
const tag = fc.stringMatching(/^[\p{L}\p{N}_-]{1,10}$/u).map((text) => text.normalize('NFC').toLowerCase());

function valueOf(key: QueryKey): fc.Arbitrary<QueryValue> {
  if (key === 'created') return days;
  const texts = isPropertyKey(key)
    ? fc.constantFrom(...wordsOf(key))
    : key === 'tag'
      ? fc.oneof(tag, fc.constant('none'))
      : key === 'requester'
        ? name.map((text) => `${text}@x`)
        : fc.oneof(name, fc.constantFrom('me', 'none', '7', 'Ana Ruiz', '"'));
  const text = texts.map((value) => ({ kind: 'text', text: value }) as const);
  if (isPropertyKey(key)) return text;
  const words = wordsOf(key).map((kind) => fc.constant({ kind } as QueryValue));
  const ids = takesId(key)
    ? [fc.integer({ min: 1, max: 2_147_483_647 }).map((id) => ({ kind: 'id', id }) as const)]
    : [];
  return fc.oneof(text, ...words, ...ids);
}

const filter: fc.Arbitrary<QueryNode> = fc.constantFrom(...QUERY_KEYS).chain((key) =>
  fc.record({
    kind: fc.constant('filter' as const),
    key: fc.constant(key),
    negated: key === 'created' ? fc.constant(false) : fc.boolean(),
    values: fc.array(valueOf(key), { minLength: 1, maxLength: key === 'created' ? 1 : 3 }),
  }),
);
const node: fc.Arbitrary<QueryNode> = fc.oneof(
  filter,
  fc.stringMatching(/^[\p{L}\p{N}#.,'-]{1,12}$/u).map((text) => ({ kind: 'word', text }) as const),
  fc.stringMatching(/^[a-z: -]{0,12}$/).map((text) => ({ kind: 'phrase', text }) as const),
);

it('reads what it has written', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 8 }), (nodes) => {
      const text = formatTicketQuery(nodes);
      fc.pre([...text].length <= 500);
      const parsed = parseTicketQuery(text);

      expect(parsed.errors).toEqual([]);
      expect(nodesOf(parsed)).toEqual(nodes);
    }),
    { numRuns: 1000 },
  );
});

it('covers any text with tokens, has places inside of it, and completes it everywhere', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { tokens, terms, errors } = parseTicketQuery(text);

      expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      let position = 0;
      for (const { start, end } of tokens) {
        expect(start).toBe(position);
        expect(end).toBeGreaterThan(start);
        position = end;
      }
      for (const { start, end } of [...terms, ...errors, ...terms.flatMap(({ values }) => values)]) {
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }
      for (const { start, end } of errors) expect(end).toBeGreaterThan(start);
      for (let caret = 0; caret <= text.length; caret++) completeTicketQuery(text, caret);
    }),
    { numRuns: 1000 },
  );
});

it('has an error or a meaning for each term', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { terms, errors } = parseTicketQuery(text);

      expect(errors.length > 0).toBe(terms.some((term) => !term.node) || [...text].length > 500);
    }),
    { numRuns: 1000 },
  );
});

it('means the same after it was written anew', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const parsed = parseTicketQuery(text);
      fc.pre(!parsed.errors.length);
      const rewritten = formatTicketQuery(nodesOf(parsed));
      fc.pre([...rewritten].length <= 500);

      expect(nodesOf(parseTicketQuery(rewritten))).toEqual(nodesOf(parsed));
    }),
    { numRuns: 1000 },
  );
});

it('reads a month and a year as their days, at both ends of a range', () => {
  fc.assert(
    fc.property(
      day,
      day,
      day,
      fc.constantFrom(4, 7, 10),
      fc.constantFrom(4, 7, 10),
      (one, other, tested, ...lengths) => {
        const [from, to] = [one.slice(0, lengths[0]), other.slice(0, lengths[1])];
        const [first] = nodesOf(parseTicketQuery(`created:${from}..${to}`));
        const [days] = first?.kind === 'filter' ? first.values : [];
        // As texts, days compare with a month or a year as far as that is written.
        const isWithin = tested.slice(0, from.length) >= from && tested.slice(0, to.length) <= to;

        if (days?.kind === 'days') expect(days.from! <= tested && tested <= days.to!).toBe(isWithin);
        else expect(isWithin).toBe(false); // the last day is before the first
      },
    ),
    { numRuns: 1000 },
  );
});

it('has no filter in the quoted text of a search', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const quoted = quoteSearch(text);
      fc.pre([...quoted].length <= 500 && [...text].length <= 500);
      const { terms, errors } = parseTicketQuery(quoted);

      expect(errors).toEqual([]);
      expect(terms.filter(({ node: { kind } = { kind: 'none' } }) => kind !== 'word' && kind !== 'phrase')).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

it('reads hostile text of a million characters: quadratic time would take minutes', () => {
  for (const piece of [
    '"',
    'tag:"',
    'tag:"\\',
    'a:',
    'status:,',
    '-',
    'x"',
    'stauts:"a" ',
    ',',
    'created:..',
    'aaaa',
  ]) {
    const text = piece.repeat(1_000_000 / piece.length);

    expect(scanTerms(text).tokens.at(-1)?.end).toBe(text.length);
    expect(parseTicketQuery(text).errors.at(-1)?.end).toBe(text.length);
  }
});
