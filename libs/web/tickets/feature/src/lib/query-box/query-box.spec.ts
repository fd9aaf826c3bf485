import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { eventually } from '@docket/web/ui/testing';
import { pageText, press, queryField, typeQuery } from '../../testing/elements';
import { leaveCompletions } from '../../testing/known-requesters';
import { THREE, aTicket, openList, requested, verifyRequests } from '../../testing/tickets-page';

beforeEach(leaveCompletions);
afterEach(verifyRequests);

const options = () => [...document.querySelectorAll('docket-query-box [role=option]')];
const texts = () => options().map((option) => option.querySelector('span')?.textContent);
const activeOption = () => document.getElementById(queryField().getAttribute('aria-activedescendant') ?? '');

async function openBox() {
  await openList('/tickets', [
    ...THREE,
    aTicket({ id: 3, tags: ['refund', 'vip'], requester: { id: 1, email: 'a@x.org' } }),
  ]);
  await eventually(queryField);
}

it('completes a key, then its value, by the keyboard alone', async () => {
  await openBox();
  typeQuery('sta');
  await eventually(() => expect(texts()).toEqual(['status:']));
  expect(queryField().getAttribute('aria-expanded')).toBe('true');
  expect(activeOption()).toBeNull(); // Enter searches for the typed text

  press('ArrowDown', queryField());
  await eventually(() => expect(activeOption()?.textContent).toContain('status:'));
  expect(press('Enter', queryField())).toBe(false);
  expect(queryField().value).toBe('status:');

  await eventually(() => expect(texts()).toEqual(['open', 'in_progress', 'resolved', 'closed']));
  press('ArrowUp', queryField());
  await eventually(() => expect(activeOption()?.textContent).toContain('closed'));
  expect(press('Tab', queryField())).toBe(false);
  (await requested('/api/tickets?q=status:closed')).flush(THREE);
  expect(queryField().value).toBe('status:closed ');
  await eventually(() => expect(queryField().getAttribute('aria-expanded')).toBe('false'));
});

it.each([
  ['is empty', '', 0, false],
  ['is selected', 'card', 0, false],
  ['is being edited', 'card', 4, true],
])('does not type the slash of the shortcut while the text %s', async (_state, text, start, isTyped) => {
  await openBox();
  if (text) typeQuery(text);
  queryField().focus();
  queryField().setSelectionRange(start, text.length);

  expect(press('/', queryField())).toBe(isTyped);

  expect(document.activeElement).toBe(queryField());
  if (text) (await requested('/api/tickets?q=card')).flush(THREE);
});

it('takes keys that come before the view is updated', async () => {
  await openBox();
  typeQuery('status:o');
  press('ArrowDown', queryField());
  expect(press('Enter', queryField())).toBe(false);
  expect(queryField().value).toBe('status:open ');
  (await requested('/api/tickets?q=status:open')).flush(THREE);
});

it('continues a completed value with a comma', async () => {
  await openBox();
  typeQuery('status:o');
  press('ArrowDown', queryField());
  press('Enter', queryField());
  (await requested('/api/tickets?q=status:open')).flush(THREE);

  queryField().setRangeText(',', 12, 12, 'end');
  queryField().dispatchEvent(new InputEvent('input', { bubbles: true, data: ',' }));

  expect([queryField().value, queryField().selectionEnd]).toEqual(['status:open,', 12]);
  await eventually(() => expect(texts()).toContain('closed'));
});

it('completes by the pointer, and keeps the focus in the field', async () => {
  await openBox();
  typeQuery('sta');
  await eventually(() => expect(texts()).toEqual(['status:']));
  const point = (type: string) =>
    options()[0]?.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));

  point('mousemove');
  await eventually(() => expect(activeOption()?.textContent).toContain('status:'));
  expect(point('mousedown')).toBe(false); // the focus stays in the field
  point('click');

  expect(queryField().value).toBe('status:');
  typeQuery('');
});

it('moves the focus by Tab, and leaves the list by Escape, if no option is active', async () => {
  await openBox();
  typeQuery('sta');
  await eventually(() => expect(options()).toHaveLength(1));

  expect(press('Tab', queryField())).toBe(true);
  press('Escape', queryField());
  await eventually(() => expect(options()).toHaveLength(0));
  expect(document.activeElement).toBe(queryField());

  press('Escape', queryField());
  expect(document.activeElement).not.toBe(queryField());
  (await requested('/api/tickets?q=sta')).flush(THREE);
});

it('completes people and teams, which it requests once, and quotes names with spaces', async () => {
  await openBox();
  typeQuery('assignee:');
  (await requested('/api/assignees')).flush([
    { id: 1, name: 'Ben Okafor' },
    { id: 2, name: 'Ana Ruiz' },
  ]);
  await eventually(() => expect(texts()).toEqual(['me', 'none', '"Ben Okafor"', '"Ana Ruiz"']));

  typeQuery('assignee:a');
  await eventually(() => expect(texts()).toEqual(['"Ana Ruiz"', '"Ben Okafor"']));
  press('ArrowDown', queryField());
  press('Enter', queryField());
  expect(queryField().value).toBe('assignee:"Ana Ruiz" ');
  (await requested('/api/tickets?q=assignee:%22Ana%20Ruiz%22')).flush(THREE);

  typeQuery('team:');
  (await requested('/api/teams')).flush([{ id: 1, name: 'Identity', member_ids: [], version: 1 }]);
  await eventually(() => expect(texts()).toEqual(['none', 'Identity']));
  typeQuery('');
  (await requested('/api/tickets')).flush(THREE);
});

it('completes the tags and requesters of the listed tickets, and days', async () => {
  await openBox();

  typeQuery('tag:');
  await eventually(() => expect(texts()).toEqual(['refund', 'vip']));
  typeQuery('requester:');
  await eventually(() => expect(texts()).toEqual(['a@x.org']));
  typeQuery('created:>');
  await eventually(() => expect(texts()).toEqual([expect.stringMatching(/^>=\d{4}-/), expect.stringMatching(/^>=/)]));
  const hints = () => options().map((option) => option.querySelector('.hint')?.textContent);
  typeQuery(`created:${new Date().getUTCFullYear()}`);
  await eventually(() => expect(hints()).toContain('This month'));
  expect(hints()).toContain('This year');
  typeQuery('');
});

it('completes tags of other tickets, too, once a part of one is typed', async () => {
  await openBox();

  typeQuery('tag:re');
  (await requested('/api/tags?prefix=re')).flush([
    { name: 'retry', count: 4 },
    { name: 'refund', count: 2 },
  ]);
  await eventually(() => expect(texts()).toEqual(['refund', 'retry']));

  press('ArrowDown', queryField());
  press('ArrowDown', queryField());
  press('Enter', queryField());
  expect(queryField().value).toBe('tag:retry ');
  (await requested('/api/tickets?q=tag:retry')).flush(THREE);
});

it('completes requesters by a part of the address or the name, and says if there is none', async () => {
  await openBox();

  typeQuery('requester:lindq');
  (await requested('/api/requesters?contains=lindq&limit=8')).flush([
    { id: 3, email: 'nora@example.com', name: 'Nora Lindqvist' },
    { id: 4, email: 'lindq@example.org' },
  ]);
  await eventually(() => expect(texts()).toEqual(['lindq@example.org', 'nora@example.com']));
  press('ArrowDown', queryField());
  press('ArrowDown', queryField());
  press('Enter', queryField());
  expect(queryField().value).toBe('requester:nora@example.com ');
  (await requested('/api/tickets?q=requester:nora@example.com')).flush(THREE);

  const news = () => document.querySelector('docket-query-box .errors')?.textContent.trim();
  typeQuery('requester:nobody');
  const request = await requested('/api/requesters?contains=nobody&limit=8');
  expect(news()).toBe(''); // unknown until the response
  request.flush([]);
  await eventually(() => expect(news()).toBe('No requester’s address or name contains “nobody”'));
  typeQuery('tag:payro');
  (await requested('/api/tags?prefix=payro')).flush([]);
  await eventually(() => expect(news()).toBe('No recent tag begins with “payro”'));

  typeQuery('');
  (await requested('/api/tickets')).flush(THREE);
});

it('says on Enter what is wrong with a value that is half typed, and no longer once it is typed on', async () => {
  await openBox();
  typeQuery('status:op');
  await eventually(() => expect(texts()).toEqual(['open']));
  const mistake = '“op” is not a status. Did you mean “open”?';
  expect(pageText()).not.toContain(mistake);

  press('Enter', queryField());

  await eventually(() => expect(pageText()).toContain(mistake));
  expect(pageText()).toContain('last search');
  expect(document.activeElement).toBe(queryField());
  typeQuery('status:ope');
  await eventually(() => expect(pageText()).not.toContain('is not a status'));
  typeQuery('');
});

it('says nothing against a value while it is typed, but does when the person goes on', async () => {
  await openBox();

  typeQuery('status:');
  await eventually(() => expect(options()).toHaveLength(4));
  typeQuery('status:op');
  await eventually(() => expect(options()).toHaveLength(1));
  expect(document.querySelector('docket-query-box .wrong')).toBeNull();

  typeQuery('status:op ');
  await eventually(() => expect(document.querySelector('docket-query-box .wrong')?.textContent).toBe('op'));
  typeQuery('');
  await eventually(() => expect(document.querySelector('docket-query-box .wrong')).toBeNull());
});

it('says above the suggestions what is wrong elsewhere in the text', async () => {
  await openBox();

  typeQuery('status:foo tag:v');

  await eventually(() => expect(options()).toHaveLength(1));
  const mistake = document.querySelector('docket-query-box .errors p');
  expect(mistake?.textContent).toContain('“foo” is not a status');
  expect(mistake?.compareDocumentPosition(options()[0]!)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  (await requested('/api/tags?prefix=v')).flush([]);
  typeQuery('');
});

it('has its colors behind the same text', async () => {
  await openBox();

  typeQuery('card status:open x');
  (await requested('/api/tickets?q=card%20status:open%20x')).flush(THREE);

  const layer = document.querySelector('docket-query-box .layer');
  expect(layer?.textContent).toBe('card status:open x');
  expect(layer?.querySelector('.filter')?.textContent).toBe('status:open');
});

it('leads back to the list with Escape, and keeps the text', async () => {
  await openBox();
  typeQuery('word');

  expect(press('Escape', queryField())).toBe(false);
  (await requested('/api/tickets?q=word')).flush(THREE);
  await eventually(() => expect(document.querySelectorAll('tbody tr')).toHaveLength(3));

  await eventually(() => expect(document.activeElement?.textContent?.trim()).toBe('Nine'));
  expect(queryField().value).toBe('word');
});

it('keeps the focus with Enter if the text has an error', async () => {
  await openBox();
  typeQuery('statsu:open');

  press('Enter', queryField());

  expect(document.activeElement).toBe(queryField());
  typeQuery('');
});

it('shows the list as an earlier one while the text has a mistake, without a count', async () => {
  await openBox();
  const list = () => document.querySelector('.scroller');
  const count = () => document.querySelector('docket-match-count')?.textContent.replace(/\s+/g, ' ').trim();
  await eventually(() => expect(count()).toBe('4 tickets'));

  typeQuery('statsu:open');
  await eventually(() => expect(list()?.classList).toContain('outdated'));
  expect(count()).toBe('Tickets of the last search');
  expect(pageText()).not.toContain('Updated'); // leaves the words room for one line

  typeQuery('team:Nowhere'); // only the API knows teams
  press('Enter', queryField());
  const refused = await requested('/api/tickets?q=team:Nowhere');
  const errors = [{ parameter: 'q', position: 5, detail: 'There is no team' }];
  refused.flush({ status: 400, errors }, { status: 400, statusText: 'Bad Request' });
  await eventually(() => expect(list()?.classList).toContain('outdated'));
  expect(count()).toBe('Tickets of the last search');

  typeQuery('');
  press('Enter', queryField());
  (await requested('/api/tickets')).flush(THREE, { headers: { 'X-Total-Count': '3' } });
  await eventually(() => expect(count()).toBe('3 tickets'));
  expect(list()?.classList).not.toContain('outdated');
});

it('searches for a word that an input method composes when it is complete', async () => {
  await openBox();
  const input = queryField();
  const compose = (text: string) => {
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  };
  compose('da');
  compose('da yin');
  await new Promise((resolve) => setTimeout(resolve, 500)); // longer than the pause after which typed text is searched for
  TestBed.inject(HttpTestingController).expectNone(({ url }) => url.includes('q=da'));
  expect(input.value).toBe('da yin');

  compose('打印');
  input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '打印' }));

  (await requested(`/api/tickets?q=${encodeURIComponent('打印')}`)).flush(THREE);
});
