import { completeTicketQuery } from './complete-ticket-query';

/** Completes a query with the caret at the `|`. */
function complete(marked: string) {
  const caret = marked.indexOf('|');
  return completeTicketQuery(marked.replace('|', ''), caret);
}

describe('completion', () => {
  it('offers all keys where a term may begin', () => {
    expect(complete('|')?.options).toContain('status:');
    expect(complete('card |')).toMatchObject({ start: 5, end: 5, typed: '' });
    expect(complete('card | x')).toMatchObject({ start: 5, end: 5 });
  });

  it.each([
    ['ca|', ['category:'], 0, 2],
    ['-St|', ['status:'], 1, 3],
    ['x t|ag', ['tag:', 'team:'], 2, 5],
    ['zebra|', [], 0, 5],
  ])('offers keys at %p', (marked, options, start, end) => {
    expect(complete(marked)).toMatchObject({ options, start, end });
    expect(complete(marked)?.key).toBeUndefined();
  });

  it.each([
    ['status:|', 'status', '', ['open', 'in_progress', 'resolved', 'closed'], 7, 7],
    ['status:OP|', 'status', 'OP', ['open'], 7, 9],
    ['status:open,|', 'status', '', ['in_progress', 'resolved', 'closed'], 12, 12],
    ['status:|open x', 'status', '', ['open', 'in_progress', 'resolved', 'closed'], 7, 11],
    ['assignee:|', 'assignee', '', ['me', 'none'], 9, 9],
    ['assignee:"Ana R|', 'assignee', 'Ana R', [], 9, 15],
    ['-team:n|', 'team', 'n', ['none'], 6, 7],
    ['created:|', 'created', '', [], 8, 8],
  ])('offers values at %p', (marked, key, typed, options, start, end) => {
    expect(complete(marked)).toEqual({ key, typed, options, start, end });
  });

  it.each(['|card', '"a b|"', 'x:|y', 'sta|tus:open', '4711|', 'a"|'])('offers nothing at %p', (marked) => {
    expect(complete(marked)).toBeUndefined();
  });
});
