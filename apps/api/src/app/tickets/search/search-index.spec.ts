import { TicketQuery } from '../query/ticket-query';
import { isIndexed } from './search-index';
import { FOLDED, type SearchForm, WITHOUT_RELATIONS } from './search-text';

const EARLIER: SearchForm = { ...FOLDED, hasDigitKeys: false };
const UNINDEXED: SearchForm = { ...FOLDED, keys: undefined };

describe('isIndexed', () => {
  it.each([
    ['7', FOLDED, true],
    ['7', EARLIER, false],
    ['7', UNINDEXED, false],
    ['e', FOLDED, false],
    ['card', UNINDEXED, false],
    ['card', EARLIER, true],
    ['ü', FOLDED, true],
    ['ab', FOLDED, true],
  ])('for %p in the form %j is %p', (term, form, expected) => {
    expect(isIndexed(new TicketQuery(), { form, terms: [term] })).toBe(expected);
  });

  it('is true for any text with a property', () => {
    const query = new TicketQuery({ filter: { status: ['open'] } });

    expect(isIndexed(query, { form: FOLDED, terms: ['e'] })).toBe(true);
  });

  it.each([[{ assignees: [17] }], [{ teams: [3] }], [{ requesters: [8] }], [{ tags: [['refund']] }]])(
    'is true for any text with %j, except in the index of earlier versions',
    (filter) => {
      const query = new TicketQuery({ filter });

      expect(isIndexed(query, { form: FOLDED, terms: ['e'] })).toBe(true);
      expect(isIndexed(query, { form: WITHOUT_RELATIONS, terms: ['e'] })).toBe(false);
    },
  );

  it('is false for what a filter leaves out', () => {
    const query = new TicketQuery({ filter: { notTags: ['refund'] } });

    expect(isIndexed(query, { form: FOLDED, terms: ['e'] })).toBe(false);
  });
});
