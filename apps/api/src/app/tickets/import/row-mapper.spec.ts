import { flattened } from './flattened';
import { readImportMap } from './meaning/import-map';
import { RowMapper } from './row-mapper';

it('fills a field of a JSON row by the best of its names whose value is not missing, a list or an object', () => {
  const mapper = new RowMapper(readImportMap([]));

  const rows = [
    { summary: 'A', category: null, components: [], 'fields.issuetype.name': 'Bug' },
    { summary: 'A', category: 'Refund', components: ['x'], 'fields.issuetype.name': 'Bug' },
    { summary: 'A', components: ['x'] },
  ].map((row) => mapper.fromObject(row));

  expect(rows.map(({ category }) => category)).toEqual(['Bug', 'Refund', ['x']]);
});

it('takes the first article of a JSON row as its description, if it has no other', () => {
  const mapper = new RowMapper(readImportMap([]));
  const articles = [{ ArticleID: 1, Body: 'I wrote this' }, { Body: 'You wrote that' }];

  const rows = [
    { Title: 'A', Article: articles },
    { Title: 'A', Article: articles, Description: 'D' },
    { Title: 'A', comments: [{ id: 7, plain_text: 'C' }] },
    { Title: 'A', comments: [{ id: 7 }] },
    { Title: 'A', comments: [7] },
    { Title: 'A', comments: [] },
  ].map((row) => mapper.fromObject(row));

  expect(rows.map(({ description }) => description)).toEqual(['I wrote this', 'D', 'C', [{ id: 7 }], [7], []]);
});

it('takes the instant of a time rather than the time as a person sees it', () => {
  const mapper = new RowMapper(readImportMap([]));
  const shown = 'Mar 12, 2024 09:41 AM';

  const rows = ['1710232867000', 1710232867, '2024-03-12 08:41:07', null].map((value) =>
    mapper.fromObject(flattened({ subject: 'A', created_time: { display_value: shown, value } })),
  );

  expect(rows.map((row) => row.created_at)).toEqual(['1710232867000', 1710232867, shown, shown]);
});

it('takes the words for a status and a priority rather than their numbers, of which an account may have its own', () => {
  const mapper = new RowMapper(readImportMap([]));
  const ticket = { subject: 'A', status: 6, status_name: 'Waiting on Customer', priority: 4, priority_name: 'Urgent' };

  const rows = [{ helpdesk_ticket: ticket }, ticket, { ...ticket, status_name: null }].map((row) =>
    mapper.fromObject(flattened(row)),
  );

  expect(rows.map(({ status, priority }) => [status, priority])).toEqual([
    ['Waiting on Customer', 'Urgent'],
    ['Waiting on Customer', 'Urgent'],
    [6, 'Urgent'],
  ]);
});

it.each([
  ['Taiga', { status: 71, status_extra_info: { name: 'In progress', is_closed: false } }],
  ['a serializer of Django', { status: 2, status_display: 'In progress' }],
  ['an application in Java', { statusName: 'In progress', status: '2' }],
  ['a table with labels', { state: 2, state_label: 'In progress' }],
])('takes the word rather than the number of %s', (_desk, row) => {
  const mapper = new RowMapper(readImportMap([]));

  expect(mapper.fromObject(flattened({ subject: 'A', ...row }))).toMatchObject({ status: 'In progress' });
});

it('takes the word of an object that has a number, too', () => {
  const mapper = new RowMapper(readImportMap([]));

  const rows = [
    { title: 'A', priority: { value: 80, name: 'High' }, status: { value: 'open', name: 'Offen' } },
    {
      title: 'A',
      priority: { value: '25', label: 'Low', color: 'orange' },
      status: { id: 7, value: 2, label: 'Solved' },
    },
    { title: 'A', priority: { value: 3 }, status: { value: 4, name: null } },
    { title: 'A', priority: { value: 3 }, urgency: { name: 'High' } },
  ].map((row) => mapper.fromObject(flattened(row)));

  expect(rows.map(({ priority, status }) => [priority, status])).toEqual([
    ['High', 'open'],
    ['Low', 'Solved'],
    [3, 4],
    [3, undefined],
  ]);
});

it('takes a text from an object with its forms, and a label from a link with a title', () => {
  const mapper = new RowMapper(readImportMap([]));

  const rows = [
    { subject: 'A', description: { format: 'markdown', raw: 'D', html: '<p>D</p>' } },
    { title: { rendered: 'A' }, content: { rendered: '<p>D</p>', protected: false } },
    { subject: 'A', _links: { status: { href: '/api/v3/statuses/7', title: 'In progress' }, project: { title: 'P' } } },
  ].map((row) => mapper.fromObject(flattened(row)));

  expect(rows).toEqual([
    expect.objectContaining({ title: 'A', description: 'D' }),
    expect.objectContaining({ title: 'A', description: '<p>D</p>' }),
    expect.objectContaining({ title: 'A', status: 'In progress' }),
  ]);
});
