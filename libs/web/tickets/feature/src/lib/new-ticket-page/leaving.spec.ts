import { HttpTestingController } from '@angular/common/http/testing';
import { TestKey } from '@angular/cdk/testing';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { Router } from '@angular/router';
import { Session } from '@docket/web/people/data';
import { eventually, openOtherTab } from '@docket/web/ui/testing';
import { FOCUS_TICKET } from '../focus-ticket';
import { pageText, press } from '../../testing/elements';
import {
  TEXT,
  openNewTicketPage,
  requestedFiling,
  reopenNewTicketPage,
  verifyRequests,
} from '../../testing/new-ticket-page';

afterEach(verifyRequests);

const PRIYA = { id: 3, name: 'Priya Nair', email: 'priya@desk.example', role: 'agent' };

const answerSession = (user?: typeof PRIYA): void =>
  TestBed.inject(HttpTestingController)
    .expectOne('/api/session')
    .flush({ mode: 'closed', permissions: ['tickets:write'], needs_set_up: false, user });

async function loadSession(): Promise<void> {
  const loaded = TestBed.inject(Session).load();
  answerSession(PRIYA);
  await loaded;
}

/** Ends the session. The client asks a second time before it accepts that. */
async function endSession(): Promise<void> {
  const loaded = TestBed.inject(Session).load();
  answerSession();
  await eventually(() => answerSession());
  await loaded;
}

const leave = () => TestBed.inject(Router).navigateByUrl('/tickets');

it('keeps the text and the choices of an unfiled ticket', async () => {
  const { title, description, category } = await openNewTicketPage();
  await title.setValue('Checkout');
  await description.setValue('Too short');
  await category.clickOptions({ text: 'Billing' });

  expect(await leave()).toBe(true);
  const page = await reopenNewTicketPage();

  expect(await page.title.getValue()).toBe('Checkout');
  expect(await page.description.getValue()).toBe('Too short');
  expect(await page.category.getValueText()).toContain('Billing');
  expect(pageText()).toContain('Your draft was kept.');
});

it('goes back to the list with Escape from a field, keeps the draft, and says so', async () => {
  sessionStorage.setItem('docket.list', JSON.stringify({ url: '/tickets?q=vpn&sort=oldest', top: 0 }));
  const { title } = await openNewTicketPage(undefined, true);
  await title.setValue('Checkout');

  await (await title.host()).sendKeys(TestKey.ESCAPE);

  await eventually(() => expect(TestBed.inject(Router).url).toBe('/tickets?q=vpn&sort=oldest'));
  await eventually(() => expect(pageText()).toContain('Draft kept'));
  expect(await (await reopenNewTicketPage()).title.getValue()).toBe('Checkout');
});

it('goes back with Escape to the ticket that was open, also if it has left the list', async () => {
  sessionStorage.setItem('docket.list', JSON.stringify({ url: '/tickets?q=vpn', top: 0 }));
  await openNewTicketPage({ path: 'tickets', children: [{ path: ':id', children: [] }] }, true);
  await TestBed.inject(Router).navigateByUrl('/tickets/8?q=vpn');
  await reopenNewTicketPage();

  press('Escape', document.body);

  await eventually(() => expect(TestBed.inject(Router).url).toBe('/tickets/8?q=vpn'));
  expect(TestBed.inject(Router).lastSuccessfulNavigation()?.extras.info).toBe(FOCUS_TICKET);
});

it('says nothing of a draft on Escape if nothing was written', async () => {
  await openNewTicketPage();

  press('Escape', document.body);

  await eventually(() => expect(TestBed.inject(Router).url).toBe('/tickets'));
  expect(pageText()).not.toContain('Draft kept');
});

it('stays on Escape that closes an open select', async () => {
  const { category } = await openNewTicketPage();
  await category.open();

  const select = await category.host();

  await select.sendKeys(TestKey.ESCAPE);

  expect(await select.getAttribute('aria-expanded')).toBe('false');
  expect(TestBed.inject(Router).url).toBe('/tickets/new');
});

it('stores the draft when the browser leaves the page', async () => {
  const { title } = await openNewTicketPage();
  await title.setValue('Checkout');

  window.dispatchEvent(new Event('pagehide'));

  expect(sessionStorage.getItem('docket.draft')).toContain('Checkout');
});

it('keeps what was typed just before the session ended', async () => {
  const { title } = await openNewTicketPage();
  await loadSession();
  await title.setValue('Checkout');

  await endSession();
  await TestBed.inject(ApplicationRef).whenStable();
  TestBed.inject(Session).forget();
  await leave();

  expect(await (await reopenNewTicketPage()).title.getValue()).toBe('Checkout');
});

it('stores no draft after the person has signed out, when the page loads anew', async () => {
  const { title } = await openNewTicketPage();
  await loadSession();
  await title.setValue('Checkout');

  TestBed.inject(Session).forget();
  sessionStorage.clear();
  window.dispatchEvent(new Event('pagehide'));

  expect(sessionStorage.getItem('docket.draft')).toBeNull();
});

it('stores no draft after a sign-out in another tab, also if the session is not known yet', async () => {
  const otherTab = openOtherTab();
  const { title } = await openNewTicketPage();
  await title.setValue('Checkout');

  otherTab.say('signed-out');
  otherTab.close();
  sessionStorage.clear();
  window.dispatchEvent(new Event('pagehide'));

  expect(sessionStorage.getItem('docket.draft')).toBeNull();
});

it('saves the draft while the user writes, and says so', async () => {
  const { title } = await openNewTicketPage();
  await title.setValue('Checkout');

  await eventually(() => expect(pageText()).toContain('Draft saved'));
  expect(sessionStorage.getItem('docket.draft')).toContain('Checkout');
});

it('forgets a draft that the user discards', async () => {
  const { title } = await openNewTicketPage();
  await title.setValue('Checkout');
  await leave();
  const page = await reopenNewTicketPage();

  await (await page.root.getHarness(MatButtonHarness.with({ text: 'Discard it' }))).click();

  expect(await page.title.getValue()).toBe('');
  expect(pageText()).not.toContain('Your draft was kept.');
  await leave();
  expect(await (await reopenNewTicketPage()).title.getValue()).toBe('');
});

it('forgets the draft of a filed ticket', async () => {
  const { title, description, category, priority, file } = await openNewTicketPage();
  await title.setValue('Checkout');
  await description.setValue('Too short');
  await category.clickOptions({ text: 'Billing' });
  await priority.clickOptions({ text: 'High' });
  const filed = file();
  (await eventually(requestedFiling)).flush({ id: 1, title: 'Checkout' });
  await filed;
  await eventually(() => expect(TestBed.inject(Router).url).toBe('/tickets'));

  expect(await (await reopenNewTicketPage()).title.getValue()).toBe('');
});

it('stays until a running save has ended, and shows its failure', async () => {
  const { title, description, category, priority, file } = await openNewTicketPage();
  await title.setValue(TEXT);
  await description.setValue('Too short');
  await category.clickOptions({ text: 'Billing' });
  await priority.clickOptions({ text: 'High' });
  void file();
  const filing = await eventually(requestedFiling);

  const left = leave();
  await new Promise((resolve) => setTimeout(resolve)); // lets the router call the guard
  filing.error(new ProgressEvent('error'));

  expect(await left).toBe(false);
  await eventually(() => expect(pageText()).toContain('The server cannot be reached.'));
});

it('leaves for the sign-in at once when the session has ended, and keeps the draft', async () => {
  const { title, description, category, priority, file } = await openNewTicketPage({ path: 'sign-in', children: [] });
  await title.setValue(TEXT);
  await description.setValue('Too short');
  await category.clickOptions({ text: 'Billing' });
  await priority.clickOptions({ text: 'High' });
  void file();
  const filing = await eventually(requestedFiling);

  expect(await TestBed.inject(Router).navigateByUrl('/sign-in?return_to=%2Ftickets%2Fnew')).toBe(true);
  filing.flush({}, { status: 401, statusText: 'Unauthorized' });

  expect(sessionStorage.getItem('docket.draft')).toContain(TEXT);
});
