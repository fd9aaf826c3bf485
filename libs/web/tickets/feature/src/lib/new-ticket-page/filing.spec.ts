import { TestKey } from '@angular/cdk/testing';
import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { Router } from '@angular/router';
import { findByText, pageText } from '../../testing/elements';
import { eventually } from '@docket/web/ui/testing';
import {
  TECHNICAL_CRITICAL,
  TEXT,
  openNewTicketPage,
  requestedFiling,
  requestedSuggestion,
  verifyRequests,
} from '../../testing/new-ticket-page';

/** Opens the page and fills in a valid ticket. */
async function openFilledPage(...route: Parameters<typeof openNewTicketPage>) {
  const page = await openNewTicketPage(...route);
  await page.title.setValue('Checkout is down');
  await page.describe(TEXT, TECHNICAL_CRITICAL);
  return page;
}

const BAD_REQUEST = { status: 400, statusText: 'Bad Request' };

afterEach(verifyRequests);

it('files the ticket, opens the list, and offers to open the ticket', async () => {
  const { file, root } = await openFilledPage();

  await file();
  const request = requestedFiling();
  request.flush({ id: 123 });

  expect(request.request.body).toEqual({
    title: 'Checkout is down',
    description: TEXT,
    category: 'technical',
    priority: 'critical',
  });
  const message = await root.getHarness(MatSnackBarHarness);
  expect(await message.getMessage()).toBe('Ticket #123 filed');
  expect(TestBed.inject(Router).url).toBe('/tickets');
});

it('opens the list that the user came from, with its search and its order', async () => {
  sessionStorage.setItem('docket.list', JSON.stringify({ url: '/tickets?q=vpn&sort=oldest', top: 0 }));
  const { file } = await openFilledPage(undefined, true);

  await file();
  requestedFiling().flush({ id: 123 });

  await eventually(() => expect(TestBed.inject(Router).url).toBe('/tickets?q=vpn&sort=oldest'));
  const open = await eventually(() => findByText('a', 'Open') as HTMLAnchorElement);
  expect(open.getAttribute('href')).toBe('/tickets/123?q=vpn&sort=oldest');
});

it('does not wait for a suggestion', async () => {
  const { category, description, file } = await openFilledPage();
  await category.clickOptions({ text: 'Account' });
  await description.setValue('Nobody can sign in any more.');
  await description.blur();
  const suggestion = requestedSuggestion();

  await file();

  expect(suggestion.cancelled).toBe(true);
  requestedFiling().flush({ id: 123 });
});

it('ignores repeated submits', async () => {
  const { title, file } = await openFilledPage();

  await file();
  await (await title.host()).sendKeys({ control: true }, TestKey.ENTER);

  requestedFiling().flush({ id: 123 });
});

it.each([
  ['Ctrl', { control: true }],
  ['⌘', { meta: true }],
])('files on %s Enter', async (_name, modifiers) => {
  const { description } = await openFilledPage();

  await (await description.host()).sendKeys(modifiers, TestKey.ENTER);

  requestedFiling().flush({ id: 123 });
});

it.each([
  [500, 'The ticket was not filed. The server responded with status 500. File the ticket again in a few seconds.'],
])('keeps the draft after status %i, and reports it', async (status, words) => {
  const { title, description, category, file } = await openFilledPage();

  await file();
  requestedFiling().flush({ request_id: 'r-7' }, { status, statusText: 'No' });

  expect(await title.getValue()).toBe('Checkout is down');
  expect(await description.getValue()).toBe(TEXT);
  expect(await category.getValueText()).toBe('Technical Suggested');
  expect(pageText()).toContain(words);
  expect(pageText()).toContain('r-7');
  await file();
  requestedFiling().flush({ id: 123 });
});

it.each([
  [
    { detail: 'The database did not answer in time. Nothing was stored. Try again in a few seconds' },
    'Nothing was stored.',
  ],
  [
    { detail: 'The API does not respond. A change may have been stored: check before you try again' },
    'A change may have been stored: check before you try again.',
  ],
  [{}, 'The server is not available at the moment. File the ticket again here: it is stored only once.'],
])('says after status 503 whether the ticket may be filed: %j', async (problem, words) => {
  const { file } = await openFilledPage();

  await file();
  requestedFiling().flush(problem, { status: 503, statusText: 'No' });

  await eventually(() => expect(pageText()).toContain(words));
  expect(pageText()).not.toContain('not filed');
});

it('keeps the draft when the server cannot be reached, and does not claim that nothing was filed', async () => {
  const { title, file } = await openFilledPage();

  await file();
  requestedFiling().error(new ProgressEvent('error'));

  expect(await title.getValue()).toBe('Checkout is down');
  expect(pageText()).toContain('The server cannot be reached. Check your connection, then file the ticket again here');
  expect(pageText()).not.toContain('not filed');
});

it('names each attempt at the same ticket by one key, and a changed one by another', async () => {
  const { title, file } = await openFilledPage();
  const keyOfAttempt = async () => {
    await file();
    const filing = requestedFiling();
    filing.error(new ProgressEvent('error'));
    return filing.request.headers.get('Idempotency-Key');
  };

  const [first, again] = [await keyOfAttempt(), await keyOfAttempt()];
  await title.setValue('Checkout is down again');
  const changed = await keyOfAttempt();

  expect(first).toMatch(/^[\da-f-]{36}$/);
  expect(again).toBe(first);
  expect(changed).not.toBe(first);
});

it('does not report a filed ticket as not filed when the list cannot be opened', async () => {
  const loadComponent = () => Promise.reject(new Error('The chunk is gone'));
  const { file, root } = await openFilledPage({ path: 'tickets', loadComponent });
  const handleError = jest.spyOn(TestBed.inject(ErrorHandler), 'handleError').mockImplementation();

  await file();
  requestedFiling().flush({ id: 123 });

  expect(await (await root.getHarness(MatSnackBarHarness)).getMessage()).toBe('Ticket #123 filed');
  expect(pageText()).not.toContain('not filed');
  expect(handleError).toHaveBeenCalledWith(expect.objectContaining({ message: 'The chunk is gone' }));
});

it("shows the API's validation error at its field", async () => {
  const { title, file, errors } = await openFilledPage();

  await file();
  const rejection = { errors: [{ pointer: '/title', detail: 'must not contain a NUL character' }] };
  requestedFiling().flush(rejection, BAD_REQUEST);

  expect(await errors()).toEqual(['Title must not contain a NUL character.']);
  expect(await title.isFocused()).toBe(true);
  await title.setValue('Checkout is down again');
  expect(await errors()).toEqual([]);
});

it('sends a rejected ticket again when the user submits it again', async () => {
  const { file } = await openFilledPage();
  await file();
  const rejection = { errors: [{ pointer: '/title', detail: 'must be something else' }] };
  requestedFiling().flush(rejection, BAD_REQUEST);

  await file();

  requestedFiling().flush({ id: 123 });
});
