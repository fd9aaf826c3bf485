import { NO_FILTER, type TicketFilter, readFilter, toQueryParams } from './ticket-filter';

const FILTER: TicketFilter = {
  q: 'tag:refund',
  search: 'card',
  category: ['billing'],
  priority: ['high', 'critical'],
  status: [],
  createdFrom: '2026-11-01',
  createdTo: undefined,
};

it('writes a filter as query parameters', () => {
  expect(toQueryParams(FILTER)).toEqual({
    q: 'tag:refund',
    search: 'card',
    category: 'billing',
    priority: 'high,critical',
    status: null,
    created_from: '2026-11-01',
    created_to: null,
  });
});

it('reads the filter that it has written', () => {
  expect(readFilter(toQueryParams(FILTER))).toEqual(FILTER);
});

it('leaves out invalid values', () => {
  const params = { search: ['one', 'two'], status: 'done', created_from: 'yesterday', page: '2' };

  expect(readFilter(params)).toEqual(NO_FILTER);
});
