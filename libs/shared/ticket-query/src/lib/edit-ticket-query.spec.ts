import { removeTerms, removeValue, replaceSpan, setQueryValues } from './edit-ticket-query';
import { parseTicketQuery } from './parse-ticket-query';
import type { QueryValue } from './query-node';
import { quoteSearch } from './quote-search';

const texts = (...values: string[]): QueryValue[] => values.map((text) => ({ kind: 'text', text }));

describe('setQueryValues', () => {
  it.each([
    ['', ['open'], 'status:open'],
    ['card', ['open', 'closed'], 'card status:open,closed'],
    ['card  ', ['open'], 'card status:open'],
    ['status:open card', ['closed'], 'status:closed card'],
    ['a -status:open b status:closed c', ['resolved'], 'a status:resolved b c'],
    ['a status:opn b', ['open'], 'a status:open b'],
    ['status:open card', [], 'card'],
    ['card status:open', [], 'card'],
    ['card', [], 'card'],
    ['"unclosed text', ['open'], 'status:open "unclosed text'],
  ])('in %p to %p', (text, values, expected) => {
    expect(setQueryValues(parseTicketQuery(text), 'status', texts(...values))).toBe(expected);
  });

  it('quotes a name that would mean something else', () => {
    const parsed = parseTicketQuery('');

    expect(
      setQueryValues(parsed, 'assignee', [{ kind: 'me' }, ...texts('me', 'Ana Ruiz', '12'), { kind: 'id', id: 12 }]),
    ).toBe('assignee:me,"me","Ana Ruiz","12",12');
  });
});

it('removes a term with the space behind it', () => {
  const parsed = parseTicketQuery('a  tag:x  b');

  expect(removeTerms(parsed, [parsed.terms[1]!])).toBe('a  b');
});

it.each([
  [0, '-tag:y b'],
  [1, '-tag:x b'],
])('removes value %p of a filter', (index, expected) => {
  const parsed = parseTicketQuery('-tag:x,y b');

  expect(removeValue(parsed, parsed.terms[0]!, index)).toBe(expected);
});

it('removes a filter with its only value', () => {
  const parsed = parseTicketQuery('tag:x b');

  expect(removeValue(parsed, parsed.terms[0]!, 0)).toBe('b');
});

it('replaces a part of a text', () => {
  expect(replaceSpan('stauts:open', { start: 0, end: 6, text: 'status' })).toBe('status:open');
});

describe('quoteSearch', () => {
  it.each([
    ['card refused', 'card refused'],
    ['status:open card', '"status:open" card'],
    ['HTTP foo:bar', 'HTTP "foo:bar"'],
    ['status:"a b" c', '"status:" "a b" c'],
    ['" tag:x', '"tag:x" "'],
  ])('%p becomes %p', (search, query) => {
    expect(quoteSearch(search)).toBe(query);
  });
});
