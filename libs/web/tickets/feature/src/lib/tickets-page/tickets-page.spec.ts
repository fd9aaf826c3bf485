import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatChipHarness } from '@angular/material/chips/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { MatTableHarness } from '@angular/material/table/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { type Ticket, TicketChanges } from '@docket/web/tickets/data';
import { FOCUS_SEARCH } from '@docket/web/ui';
import { ticketRoutes } from '../ticket.routes';
import { TicketsPage } from './tickets-page';

@Component({ template: '' })
class ElsewherePage {}

const aTicket = (ticket: Partial<Ticket>): Ticket => ({
  id: 7,
  title: 'Cannot sign in',
  description: 'The code goes to my old number.',
  category: 'account',
  priority: 'high',
  status: 'open',
  created_at: '2026-03-12T14:05:00.000Z',
  updated_at: '2026-03-12T14:05:00.000Z',
  ...ticket,
});
const three = [
  aTicket({ id: 9, title: 'Nine' }),
  aTicket({ id: 8, title: 'Eight' }),
  aTicket({ id: 7, title: 'Seven' }),
];

let controller: HttpTestingController;

async function openPage(url: string) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          {
            path: 'tickets',
            children: ticketRoutes.map((route) =>
              route.path === 'new' ? { ...route, loadComponent: () => ElsewherePage, canDeactivate: [] } : route,
            ),
          },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const http = (controller = TestBed.inject(HttpTestingController));
  const harness = await RouterTestingHarness.create();
  const opened = harness.navigateByUrl(url, TicketsPage);
  const root = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
  return { harness, opened, http, page: TestbedHarnessEnvironment.loader(harness.fixture), root };
}

/** Waits, without waiting for the page to be stable: a pending request keeps it from that. */
async function eventually<T>(look: () => T, patience = 2_000): Promise<T> {
  for (const deadline = Date.now() + patience; ; await new Promise((resolve) => setTimeout(resolve, 10))) {
    try {
      TestBed.tick();
      return look();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/** The page with its list answered. */
async function openList(url = '/tickets', tickets = three, headers: Record<string, string> = {}) {
  const opening = openPage(url);
  const page = await opening;
  const list = await eventually(() => page.http.expectOne(({ url: path }) => path === '/api/tickets'));
  list.flush(tickets, { headers: { 'X-Total-Count': String(tickets.length), ...headers } });
  return { ...page, list };
}

const asked = (http: HttpTestingController, url: string, method = 'GET'): Promise<TestRequest> =>
  eventually(() => http.expectOne((request) => request.urlWithParams === url && request.method === method));
const press = (key: string, on: Element = document.activeElement ?? document.body) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
/** The first element of that role, or button, whose words begin so. */
function named(selector: string, words: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) =>
    element.textContent?.trim().startsWith(words),
  );
  if (!found) throw new Error(`There is no ${selector} "${words}"`);
  return found;
}

/** The menu comes with the first click on its button, not with the row. */
async function pickStatus(id: number, status: string): Promise<void> {
  (await eventually(() => named('button', `Status of #${id}:`))).click();
  (await eventually(() => named('[role=menuitemradio]', status))).click();
}

const url = () => TestBed.inject(Router).url;
const text = () => document.body.textContent?.replace(/\s+/g, ' ') ?? '';

afterEach(() => controller.verify());

describe('the list', () => {
  it('shows the tickets and how many there are', async () => {
    const { page } = await openList('/tickets', three, { 'X-Total-Count': '1000', 'X-Total-Count-Relation': 'gte' });

    const rows = await (await page.getHarness(MatTableHarness)).getRows();

    expect(rows).toHaveLength(3);
    expect(await page.getHarness(MatTableHarness).then((table) => table.getCellTextByIndex())).toEqual(
      expect.arrayContaining([expect.arrayContaining(['9', 'Account', 'High'])]),
    );
    expect(text()).toContain('1,000+ tickets');
    expect(text()).toContain('1–3 of 1,000+');
  });

  it('asks for what the address says', async () => {
    const { list } = await openList(
      '/tickets?search=card&status=open,closed,nonsense&created_from=2026-11-01&cursor=abc',
    );

    expect(list.request.urlWithParams).toBe(
      '/api/tickets?search=card&status=open,closed&created_from=2026-11-01&cursor=abc',
    );
  });

  it('invites to file the first ticket when there is none', async () => {
    await openList('/tickets', []);

    await eventually(() => expect(text()).toContain('No tickets yet'));
  });

  it('offers to clear the filters when nothing matches', async () => {
    const { page, http, root } = await openList('/tickets?status=closed', []);
    expect(text()).not.toContain('No tickets yet');
    const [, clear] = await root.getAllHarnesses(MatButtonHarness.with({ text: 'Clear' }));

    const clicked = clear?.click();

    (await asked(http, '/api/tickets')).flush(three);
    await clicked;
    expect(await (await page.getHarness(MatTableHarness)).getRows()).toHaveLength(3);
    expect(url()).toBe('/tickets');
  });

  it('says what failed, and tries again', async () => {
    const { http, page } = await openPage('/tickets');
    const failing = await asked(http, '/api/tickets');
    failing.flush({ status: 503, request_id: 'r-7' }, { status: 503, statusText: 'Service Unavailable' });
    await eventually(() => expect(text()).toContain('The database is away at the moment'));
    expect(text()).toContain('Request r-7');

    const clicked = (await page.getHarness(MatButtonHarness.with({ text: 'Try again' }))).click();

    (await asked(http, '/api/tickets')).flush(three);
    await clicked;
    expect(await (await page.getHarness(MatTableHarness)).getRows()).toHaveLength(3);
  });

  it('drops an answer that comes after the filters have changed', async () => {
    const { http, harness, page } = await openPage('/tickets?search=a');
    const late = await asked(http, '/api/tickets?search=a');
    void harness.navigateByUrl('/tickets?search=ab');
    const current = await asked(http, '/api/tickets?search=ab');

    current.flush([three[0]]);

    expect(late.cancelled).toBe(true);
    expect(await (await page.getHarness(MatTableHarness)).getRows()).toHaveLength(1);
  });

  it('turns pages, and knows where it is', async () => {
    const { http, page } = await openList('/tickets', three, {
      'X-Total-Count': '5',
      Link: '</api/tickets?cursor=two>; rel="next"',
    });

    const clicked = (await page.getHarness(MatButtonHarness.with({ text: 'Next' }))).click();

    (await asked(http, '/api/tickets?cursor=two')).flush([aTicket({ id: 2 }), aTicket({ id: 1 })], {
      headers: { 'X-Total-Count': '5', Link: '</api/tickets?cursor=one>; rel="prev"' },
    });
    await clicked;
    expect(text()).toContain('4–5 of 5');
    expect(url()).toBe('/tickets?cursor=two&first=4'); // so that it is known after a reload
    expect(await (await page.getHarness(MatButtonHarness.with({ text: 'Next' }))).isDisabled()).toBe(true);
  });

  it('keeps the number of rows that the address asks for, from page to page and from filter to filter', async () => {
    const { http, page, list } = await openList('/tickets?limit=2&cursor=two&first=3', three.slice(0, 2), {
      Link: '</api/tickets?cursor=one>; rel="prev"',
    });
    expect(list.request.urlWithParams).toBe('/api/tickets?limit=2&cursor=two');

    const clicked = (await page.getHarness(MatButtonHarness.with({ text: 'Previous' }))).click();
    (await asked(http, '/api/tickets?limit=2&cursor=one')).flush(three.slice(0, 2));
    await clicked;
    const [, , status] = await page.getAllHarnesses(MatSelectHarness);
    const picked = status?.clickOptions({ text: 'Open' });
    (await asked(http, '/api/tickets?status=open&limit=2')).flush(three.slice(0, 2));
    await picked;

    expect(text()).toContain('1–2');
    expect(url()).toBe('/tickets?status=open&limit=2');
  });

  it('counts without a number where the address has none', async () => {
    await openList('/tickets?cursor=two&first=none', three, { 'X-Total-Count': '5' });

    await eventually(() => expect(text()).toMatch(/ 3 of 5/));
  });

  it('leads out of an address that the API refuses', async () => {
    const { http, root } = await openPage('/tickets?cursor=garbage');
    (await asked(http, '/api/tickets?cursor=garbage')).flush({}, { status: 400, statusText: 'Bad Request' });
    await eventually(() => expect(text()).toContain('There is no such list'));

    const clicked = (await root.getHarness(MatButtonHarness.with({ text: 'All tickets' }))).click();

    (await asked(http, '/api/tickets')).flush(three);
    await clicked;
    expect(url()).toBe('/tickets');
  });

  it('stays where it was scrolled to when a row changes, and begins a page at its top', async () => {
    const { harness, http, page } = await openList('/tickets', three, {
      Link: '</api/tickets?cursor=two>; rel="next"',
    });
    await harness.fixture.whenStable();
    const scrollTo = jest.fn();
    Object.assign(document.querySelector('.scroller')!, { scrollTo });

    TestBed.inject(TicketChanges).announce({ kind: 'changed', ticket: { ...three[2]!, status: 'closed' } });
    await harness.fixture.whenStable();
    expect(scrollTo).not.toHaveBeenCalled();

    const clicked = (await page.getHarness(MatButtonHarness.with({ text: 'Next' }))).click();
    (await asked(http, '/api/tickets?cursor=two')).flush(three);
    await clicked;
    expect(scrollTo).toHaveBeenCalledTimes(1);
  });

  it('keeps a change that was made while an older answer was under way', async () => {
    const { http, harness } = await openList();
    void harness.navigateByUrl('/tickets?search=e');
    const late = await asked(http, '/api/tickets?search=e');
    const changed: Ticket = { ...three[0]!, status: 'resolved', updated_at: '2026-03-12T15:00:00.000Z' };
    TestBed.inject(TicketChanges).announce({ kind: 'changed', ticket: changed });

    late.flush(three);

    await harness.fixture.whenStable();
    expect(document.querySelector('docket-status-menu')?.textContent).toContain('Resolved');
  });
});

describe('the filters', () => {
  it('put what the user picks into the address', async () => {
    const { http, page } = await openList('/tickets?search=card');
    const [category] = await page.getAllHarnesses(MatSelectHarness);

    const picked = category?.clickOptions({ text: 'Technical' });

    (await asked(http, '/api/tickets?search=card&category=technical')).flush(three);
    await picked;
    expect(url()).toBe('/tickets?search=card&category=technical');
  });

  it('lead back to the first page', async () => {
    const { http, page } = await openList('/tickets?cursor=two');
    const [, , status] = await page.getAllHarnesses(MatSelectHarness);

    const picked = status?.clickOptions({ text: 'Open' });

    (await asked(http, '/api/tickets?status=open')).flush(three);
    await picked;
    expect(url()).toBe('/tickets?status=open');
  });

  it('take one step in the history for one search, however many letters it has', async () => {
    const { http, page } = await openList();
    const push = jest.spyOn(TestBed.inject(Router), 'navigate');
    const search = await page.getHarness(MatInputHarness);
    const first = search.setValue('ca');
    (await asked(http, '/api/tickets?search=ca')).flush(three);
    await first;

    const second = search.setValue('card');
    (await asked(http, '/api/tickets?search=card')).flush(three);
    await second;

    expect(push.mock.calls.map(([, extras]) => extras?.replaceUrl)).toEqual([false, true]);
  });

  it('ignore the echo of what they sent, and keep what was typed since', async () => {
    const { http, page } = await openList();
    const field = await page.getHarness(MatInputHarness);
    const typed = field.setValue('ca');
    const answer = await asked(http, '/api/tickets?search=ca');
    const input = document.querySelector<HTMLInputElement>('input[type=search]')!;
    input.value = 'card';
    input.dispatchEvent(new Event('input'));

    answer.flush(three);
    TestBed.tick();

    expect(input.value).toBe('card');
    (await asked(http, '/api/tickets?search=card')).flush(three);
    await typed;
    expect(input.value).toBe('card');
  });

  it('follow the address when it changes by itself', async () => {
    const { http, harness, page } = await openList('/tickets?search=card');
    const back = harness.navigateByUrl('/tickets?status=open');
    (await asked(http, '/api/tickets?status=open')).flush(three);
    await back;

    expect(await (await page.getHarness(MatInputHarness)).getValue()).toBe('');
    expect(await Promise.all((await page.getAllHarnesses(MatChipHarness)).map((chip) => chip.getText()))).toEqual([
      expect.stringContaining('Open'),
    ]);
  });

  it('are removed one by one with their chips', async () => {
    const { http, page } = await openList('/tickets?search=card&status=open,closed');
    const chips = await page.getAllHarnesses(MatChipHarness);
    expect(chips).toHaveLength(3);

    const removed = chips[0]!.remove();

    (await asked(http, '/api/tickets?search=card&status=closed')).flush(three);
    await removed;
    expect(url()).toBe('/tickets?search=card&status=closed');
  });
});

describe('the status in a row', () => {
  it('gives the focus to its menu, and takes it back', async () => {
    await openList();
    const button = await eventually(() => named('button', 'Status of #9:'));
    expect(button.getAttribute('aria-expanded')).toBe('false');

    button.click();
    await eventually(() => expect(document.activeElement?.getAttribute('role')).toBe('menuitemradio'));
    expect(button.getAttribute('aria-expanded')).toBe('true');
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true }));

    await eventually(() => expect(document.activeElement).toBe(button));
    expect(button.getAttribute('aria-expanded')).toBe('false');
    button.click();
    await eventually(() => expect(document.activeElement?.getAttribute('role')).toBe('menuitemradio'));
  });

  it('is changed under guard, and can be undone', async () => {
    const { http, root } = await openList();
    const picked = pickStatus(9, 'Resolved');

    (await asked(http, '/api/tickets/9')).flush(three[0]!, { headers: { ETag: '"9-1"' } });
    const change = await asked(http, '/api/tickets/9', 'PATCH');
    expect(change.request.body).toEqual({ status: 'resolved' });
    expect(change.request.headers.get('If-Match')).toBe('"9-1"');
    change.flush({ ...three[0]!, status: 'resolved' }, { headers: { ETag: '"9-2"' } });
    await picked;
    await eventually(() => expect(text()).toMatch(/Status set to Resolved/));

    const undone = (await root.getHarness(MatButtonHarness.with({ text: 'Undo' }))).click();
    const undo = await asked(http, '/api/tickets/9', 'PATCH');
    expect(undo.request.body).toEqual({ status: 'open' });
    expect(undo.request.headers.get('If-Match')).toBe('"9-2"');
    undo.flush(three[0]!, { headers: { ETag: '"9-3"' } });
    await undone;
  });

  it('is no conflict when it is changed again before the first change is saved', async () => {
    const { http, root } = await openList();
    const once = pickStatus(9, 'Resolved');
    const reading = await asked(http, '/api/tickets/9');
    const twice = eventually(() => expect(text()).toContain('Status of #9: Resolved')).then(() =>
      pickStatus(9, 'Closed'),
    );
    await eventually(() => expect(text()).toContain('Status of #9: Closed'));

    reading.flush(three[0]!, { headers: { ETag: '"9-1"' } });
    const resolved: Ticket = { ...three[0]!, status: 'resolved' };
    (await asked(http, '/api/tickets/9', 'PATCH')).flush(resolved, { headers: { ETag: '"9-2"' } });
    (await asked(http, '/api/tickets/9')).flush(resolved, { headers: { ETag: '"9-2"' } });
    const last = await asked(http, '/api/tickets/9', 'PATCH');

    expect(last.request.body).toEqual({ status: 'closed' });
    last.flush({ ...resolved, status: 'closed' }, { headers: { ETag: '"9-3"' } });
    await Promise.all([once, twice]);
    expect(await root.getAllHarnesses(MatDialogHarness)).toHaveLength(0);
  });

  it('stays what it was when the change fails, and the message says so', async () => {
    const { http } = await openList();
    const picked = pickStatus(9, 'Closed');

    (await asked(http, '/api/tickets/9')).error(new ProgressEvent('error'));
    await picked;

    await eventually(() => expect(text()).toContain('The status was not changed. The server cannot be reached.'));
    expect(named('button', 'Status of #9:').textContent).toContain('Open');
  });

  it('asks whose value shall stand when someone else has set another one', async () => {
    const { http, root } = await openList();
    const picked = pickStatus(9, 'Resolved');
    (await asked(http, '/api/tickets/9')).flush({ ...three[0]!, status: 'closed' }, { headers: { ETag: '"9-2"' } });
    await picked;

    const dialog = await root.getHarness(MatDialogHarness);
    expect((await dialog.getText()).replace(/\s+/g, ' ')).toMatch(/Theirs ?Closed ?Yours ?Resolved/);
    const answered = (await dialog.getHarness(MatButtonHarness.with({ text: 'Use mine' }))).click();

    const change = await asked(http, '/api/tickets/9', 'PATCH');
    expect(change.request.headers.get('If-Match')).toBe('"9-2"');
    change.flush({ ...three[0]!, status: 'resolved' }, { headers: { ETag: '"9-3"' } });
    await answered;
  });
});

describe('the open ticket', () => {
  async function openTicket(ticket = three[1]!, etag = '"8-1"') {
    const opened = await openPage(`/tickets/${ticket.id}`);
    (await asked(opened.http, '/api/tickets')).flush(three);
    (await asked(opened.http, `/api/tickets/${ticket.id}`)).flush(ticket, { headers: { ETag: etag } });
    await opened.opened;
    return opened;
  }

  it('stands beside the list, and names the tab', async () => {
    await openTicket();

    await eventually(() => expect(document.title).toBe('#8 Eight · Docket'));
    expect(document.querySelector('docket-ticket-panel h2')?.textContent).toBe('Eight');
    expect(document.querySelector('docket-ticket-table')).not.toBeNull();
  });

  it('keeps the list when another one is opened', async () => {
    const { http } = await openTicket();

    press('j');

    (await asked(http, '/api/tickets/7')).flush(three[2]!);
    await eventually(() => expect(document.title).toBe('#7 Seven · Docket'));
    expect(url()).toBe('/tickets/7');
  });

  it('saves a label at once, and lets the user undo it', async () => {
    const { http, root } = await openTicket();
    const [, , , status] = await root.getAllHarnesses(MatSelectHarness);

    const picked = status!.clickOptions({ text: 'Closed' });
    const change = await asked(http, '/api/tickets/8', 'PATCH');
    expect(change.request.headers.get('If-Match')).toBe('"8-1"');
    change.flush({ ...three[1]!, status: 'closed' }, { headers: { ETag: '"8-2"' } });
    await picked;

    expect(await status!.getValueText()).toContain('Closed');
    await eventually(() => expect(text()).toContain('Undo'));
  });

  it('merges with what someone else changed elsewhere in the ticket', async () => {
    const { http, root } = await openTicket();
    const [, , , status] = await root.getAllHarnesses(MatSelectHarness);
    const picked = status!.clickOptions({ text: 'Closed' });
    const stale = await asked(http, '/api/tickets/8', 'PATCH');

    stale.flush({}, { status: 412, statusText: 'Precondition Failed' });
    (await asked(http, '/api/tickets/8')).flush({ ...three[1]!, priority: 'low' }, { headers: { ETag: '"8-2"' } });
    const change = await asked(http, '/api/tickets/8', 'PATCH');
    expect(change.request.headers.get('If-Match')).toBe('"8-2"');
    change.flush({ ...three[1]!, priority: 'low', status: 'closed' }, { headers: { ETag: '"8-3"' } });

    await picked;
    expect(await root.getAllHarnesses(MatDialogHarness)).toHaveLength(0);
  });

  it('leaves the other value when the user prefers it', async () => {
    const { http, root } = await openTicket();
    const [, , , status] = await root.getAllHarnesses(MatSelectHarness);
    const picked = status!.clickOptions({ text: 'Closed' });
    (await asked(http, '/api/tickets/8', 'PATCH')).flush({}, { status: 412, statusText: 'Precondition Failed' });
    const theirs = { ...three[1]!, status: 'resolved' as const, updated_at: '2026-03-12T15:00:00.000Z' };
    (await asked(http, '/api/tickets/8')).flush(theirs, { headers: { ETag: '"8-2"' } });
    await picked;

    await (await root.getHarness(MatButtonHarness.with({ text: 'Keep theirs' }))).click();

    await eventually(() =>
      expect(document.querySelector('docket-ticket-panel .labels')?.textContent).toContain('Resolved'),
    );
  });

  it('says when there is no such ticket', async () => {
    const { http } = await openPage('/tickets/99');
    (await asked(http, '/api/tickets')).flush(three);

    (await asked(http, '/api/tickets/99')).flush({}, { status: 404, statusText: 'Not Found' });

    await eventually(() => expect(text()).toContain('There is no ticket #99'));
  });

  it('follows a change from another tab', async () => {
    await openTicket();

    const ticket = aTicket({ id: 8, title: 'Eight', status: 'closed', updated_at: '2026-03-12T16:00:00.000Z' });
    TestBed.inject(TicketChanges).announce({ kind: 'changed', ticket });

    await eventually(() =>
      expect(document.querySelector('docket-ticket-panel .labels')?.textContent).toContain('Closed'),
    );
  });
});

describe('the keyboard', () => {
  it('goes through the rows, opens one, and returns to it', async () => {
    const { http, harness } = await openList();
    await harness.fixture.whenStable();
    press('j', document.body);
    press('j');
    press('k');
    press('ArrowDown');
    expect(document.activeElement?.textContent?.trim()).toBe('Eight');

    (document.activeElement as HTMLElement).click(); // what Enter does on a link
    (await asked(http, '/api/tickets/8')).flush(three[1]!);
    await eventually(() => expect(document.activeElement?.tagName).toBe('H2'));
    press('Escape');

    await eventually(() => expect(url()).toBe('/tickets'));
    await eventually(() => expect(document.activeElement?.getAttribute('data-ticket')).toBe('8'));
  });

  it('searches on /, and types from there on', async () => {
    const { harness } = await openList();
    await harness.fixture.whenStable();

    press('/', document.body);
    const search = document.activeElement!;
    press('j', search);

    expect(search.getAttribute('type')).toBe('search');
    expect(document.activeElement).toBe(search);
  });

  it('searches at once when that is what the list was opened for', async () => {
    const { http, harness } = await openPage('/tickets/new');
    void TestBed.inject(Router).navigate(['/tickets'], { info: FOCUS_SEARCH });
    (await asked(http, '/api/tickets')).flush(three);
    await harness.fixture.whenStable();

    await eventually(() => expect(document.activeElement?.getAttribute('type')).toBe('search'));
  });

  it('scrolls the open ticket with the arrows, and goes on from the row that has the focus', async () => {
    const { http, harness } = await openList('/tickets/8');
    (await asked(http, '/api/tickets/8')).flush(three[1]!);
    await harness.fixture.whenStable();

    expect(press('ArrowDown', document.body)).toBe(true); // is left to the browser
    document.querySelector<HTMLElement>('[data-ticket="8"]')!.focus();
    expect(press('ArrowDown')).toBe(false);

    (await asked(http, '/api/tickets/7')).flush(three[2]!);
    await eventually(() => expect(url()).toBe('/tickets/7'));
  });

  it('goes on from a row that was used with the mouse', async () => {
    const { harness } = await openList();
    await harness.fixture.whenStable();
    document.querySelectorAll<HTMLElement>('docket-status-menu button')[1]!.focus();

    press('j');

    expect(document.activeElement?.textContent?.trim()).toBe('Seven');
  });

  it('finds one row alone in the tab order', async () => {
    const { harness } = await openList();
    await harness.fixture.whenStable();

    const tabbable = document.querySelectorAll('docket-ticket-table a:not([tabindex="-1"])');

    expect([...tabbable].map((link) => link.textContent?.trim())).toEqual(['Nine']);
  });
});
