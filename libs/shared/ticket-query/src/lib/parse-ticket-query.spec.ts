import { nodesOf, parseTicketQuery } from './parse-ticket-query';
import { QUERY_KEYS } from './query-keys';
import type { QueryNode } from './query-node';

const word = (text: string): QueryNode => ({ kind: 'word', text });
const text = (value: string) => ({ kind: 'text', text: value }) as const;
const filter = (
  key: (typeof QUERY_KEYS)[number],
  ...values: (QueryNode & { kind: 'filter' })['values']
): QueryNode => ({
  kind: 'filter',
  key,
  negated: false,
  values,
});
const not = (node: QueryNode) => ({ ...node, negated: true });

const nodes = (query: string): QueryNode[] => {
  const parsed = parseTicketQuery(query);
  expect(parsed.errors).toEqual([]);
  return nodesOf(parsed);
};

describe('a query', () => {
  it.each<[string, QueryNode[]]>([
    ['', []],
    ['  card  refused ', [word('card'), word('refused')]],
    ['#4711', [word('#4711')]],
    ['"payment failed" now', [{ kind: 'phrase', text: 'payment failed' }, word('now')]],
    ['“payment failed”', [{ kind: 'phrase', text: 'payment failed' }]],
    ['a"b "c', [word('a"b'), word('"c')]],
    ['status:open', [filter('status', text('open'))]],
    ['STATUS:Open,IN_PROGRESS', [filter('status', text('open'), text('in_progress'))]],
    ['status:"in progress",in-progress', [filter('status', text('in_progress'), text('in_progress'))]],
    ['-category:billing', [not(filter('category', text('billing')))]],
    ['assignee:me,none,7', [filter('assignee', { kind: 'me' }, { kind: 'none' }, { kind: 'id', id: 7 })]],
    ['assignee:"Ana Ruiz",ben', [filter('assignee', text('Ana Ruiz'), text('ben'))]],
    ['assignee:"me","7"', [filter('assignee', text('me'), text('7'))]],
    ['assignee:“Ana Ruiz”', [filter('assignee', text('Ana Ruiz'))]],
    ['team:"The \\"A\\" \\\\ team"', [filter('team', text('The "A" \\ team'))]],
    ['team:me', [filter('team', text('me'))]],
    ['tag:refund tag:q4-wave', [filter('tag', text('refund')), filter('tag', text('q4-wave'))]],
    ['tag:none,VIP', [filter('tag', text('none'), text('vip'))]],
    ['requester:ana@example.org', [filter('requester', text('ana@example.org'))]],
    ['created:2026-11-01', [filter('created', { kind: 'days', from: '2026-11-01', to: '2026-11-01' })]],
    ['created:>=2026-11-01', [filter('created', { kind: 'days', from: '2026-11-01' })]],
    ['created:>2026-11-30', [filter('created', { kind: 'days', from: '2026-12-01' })]],
    ['created:<=2026-11-01', [filter('created', { kind: 'days', to: '2026-11-01' })]],
    ['created:<2026-03-01', [filter('created', { kind: 'days', to: '2026-02-28' })]],
    ['created:2026-11-01..2026-11-07', [filter('created', { kind: 'days', from: '2026-11-01', to: '2026-11-07' })]],
    ['created:2026', [filter('created', { kind: 'days', from: '2026-01-01', to: '2026-12-31' })]],
    ['created:2026-11', [filter('created', { kind: 'days', from: '2026-11-01', to: '2026-11-30' })]],
    ['created:2028-02', [filter('created', { kind: 'days', from: '2028-02-01', to: '2028-02-29' })]],
    ['created:>=2026-11', [filter('created', { kind: 'days', from: '2026-11-01' })]],
    ['created:>2026-11', [filter('created', { kind: 'days', from: '2026-12-01' })]],
    ['created:>2026-12', [filter('created', { kind: 'days', from: '2027-01-01' })]],
    ['created:<=2026-11', [filter('created', { kind: 'days', to: '2026-11-30' })]],
    ['created:<2026', [filter('created', { kind: 'days', to: '2025-12-31' })]],
    ['created:2026-10..2026-11', [filter('created', { kind: 'days', from: '2026-10-01', to: '2026-11-30' })]],
    ['created:2025..2026-11-07', [filter('created', { kind: 'days', from: '2025-01-01', to: '2026-11-07' })]],
    ['created:2026-11-15..2026-11', [filter('created', { kind: 'days', from: '2026-11-15', to: '2026-11-30' })]],
    ['created:9999', [filter('created', { kind: 'days', from: '9999-01-01', to: '9999-12-31' })]],
  ])('%p', (query, expected) => {
    expect(nodes(query)).toEqual(expected);
  });

  it.each([
    'https://docket.example/tickets/4711',
    '10:30',
    'C:\\Users',
    'c:temp',
    'std::string',
    'Re: invoice',
    '12:x',
    '"status:open"',
    'größe:xl',
    'a-b:c',
    '(status:open)',
    '--status:open',
  ])('has no filter in the text %p', (query) => {
    expect(nodes(query).map(({ kind }) => kind)).not.toContain('filter');
  });

  it('has the places of terms and values, in UTF-16 code units', () => {
    const { terms } = parseTicketQuery('😀 -tag:a,"b"');

    expect(terms.map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [3, 13],
    ]);
    expect(terms[1]?.values.map(({ start, end }) => [start, end])).toEqual([
      [8, 9],
      [10, 13],
    ]);
  });

  it('has tokens for highlighting', () => {
    const { tokens, text: whole } = parseTicketQuery('a "b" -tag:x,y');

    expect(tokens.map(({ kind, start, end }) => `${kind}=${whole.slice(start, end)}`)).toEqual([
      'word=a',
      'space= ',
      'phrase="b"',
      'space= ',
      'minus=-',
      'key=tag:',
      'value=x',
      'comma=,',
      'value=y',
    ]);
  });
});

describe('a mistake', () => {
  it.each([
    ['a stauts:open', 'stauts', 'There is no filter “stauts”. Did you mean “status:”?', 'a status:open'],
    ['-Asignee:me', 'Asignee', 'There is no filter “Asignee”. Did you mean “assignee:”?', '-assignee:me'],
    ['tags:refund', 'tags', 'There is no filter “tags”. Did you mean “tag:”?', 'tag:refund'],
    [
      'localhost:3000 b',
      'localhost',
      'There is no filter “localhost”. Quotation marks around it search for the text',
      '"localhost:3000" b',
    ],
    ['status:opne', 'opne', '“opne” is not a status. Did you mean “open”?', 'status:open'],
    ['status:open,closd x', 'closd', '“closd” is not a status. Did you mean “closed”?', 'status:open,closed x'],
    ['priority:hi', 'hi', '“hi” is not a priority. Did you mean “high”?', 'priority:high'],
    ['assignee:"Ana Ruiz', '"Ana Ruiz', 'A quotation mark closes this value', 'assignee:"Ana Ruiz"'],
  ])('in %p is at its place, with a correction', (query, place, message, corrected) => {
    const { errors } = parseTicketQuery(query);

    expect(errors).toHaveLength(1);
    const { start, end, correction } = errors[0]!;
    expect(query.slice(start, end)).toBe(place);
    expect(errors[0]!.message).toBe(message);
    expect(query.slice(0, correction!.start) + correction!.text + query.slice(correction!.end)).toBe(corrected);
  });

  it.each([
    ['status:', 'status:', 'status: has no value here'],
    ['status: open', 'status:', 'status: has no value here'],
    ['tag:a,', 'tag:a,', 'tag: has no value here'],
    ['team:""', '""', 'team: has no value here'],
    ['status:purple', 'purple', 'There are: open, in_progress, resolved, closed'],
    ['assignee:"Ana"Ruiz', '"Ana"Ruiz', 'A space or a comma follows'],
    ['tag:a/b', 'a/b', 'cannot be a tag'],
    ['requester:ana', 'ana', 'Write the email address'],
    ['created:yesterday', 'yesterday', 'Write a day such as'],
    ['created:2026-02-30', '2026-02-30', 'Write a day such as'],
    ['created:2026-13', '2026-13', 'Write a day such as'],
    ['created:2026-1', '2026-1', 'Write a day such as'],
    ['created:0999', '0999', 'Write a day such as'],
    ['created:2026..', '2026..', 'Write a day such as'],
    ['created:2026-11-15..2026-10', '2026-11-15..2026-10', 'The last day is before the first'],
    ['created:>9999', '>9999', 'There is no day beyond'],
    ['created:<1000-01', '<1000-01', 'There is no day beyond'],
    ['created:>=2026-01-01..2026-01-02', '>=2026-01-01..2026-01-02', 'Write a day such as'],
    ['created:2026-01-02..2026-01-01', '2026-01-02..2026-01-01', 'The last day is before the first'],
    ['created:>9999-12-31', '>9999-12-31', 'There is no day beyond'],
    ['created:<1000-01-01', '<1000-01-01', 'There is no day beyond'],
    ['-created:2026-01-01', '-created:2026-01-01', 'cannot be excluded'],
    ['created:2026-01-01,2026-01-02', ',2026-01-02', 'takes one day or one range'],
    ['foo:"bar"', 'foo', 'There is no filter “foo”'],
  ])('in %p is at its place', (query, place, message) => {
    const { errors } = parseTicketQuery(query);

    expect(errors.map(({ start, end }) => query.slice(start, end))).toEqual([place]);
    expect(errors[0]?.message).toContain(message);
  });

  it('leaves the other terms as they are', () => {
    const parsed = parseTicketQuery('card foo:bar status:open');

    expect(nodesOf(parsed)).toEqual([word('card'), filter('status', text('open'))]);
  });
});

describe('the bounds', () => {
  it('are 500 characters, of which each counts once', () => {
    expect(parseTicketQuery('😀'.repeat(500)).errors).toEqual([]);
    expect(parseTicketQuery(`${'😀'.repeat(500)}x`).errors).toEqual([
      { start: 1000, end: 1001, message: 'A query has at most 500 characters' },
    ]);
  });

  it('are 50 values', () => {
    const values = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

    expect(parseTicketQuery(`assignee:${values(30).join()} team:${values(20).join()}`).errors).toEqual([]);
    expect(parseTicketQuery(`assignee:${values(30).join()} team:${values(22).join()}`).errors).toMatchObject([
      { message: 'A query has at most 50 values' },
    ]);
  });
});
