import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { eventually } from '@docket/web/ui/testing';
import { become } from '../../testing/conversation';
import { pageText, press, queryField, typeQuery } from '../../testing/elements';
import {
  EIGHT,
  NINE,
  SEVEN,
  currentUrl,
  openList,
  openTicket,
  requested,
  verifyRequests,
} from '../../testing/tickets-page';

afterEach(verifyRequests);

it.each(['j', 'k'])(
  'goes to the first row of the results of a search that the open ticket is not in, on %s',
  async (key) => {
    await openList('/tickets/8');
    const links = { Link: '</api/tickets/?cursor=after8>; rel="next", </api/tickets/?cursor=before8>; rel="prev"' };
    (await requested('/api/tickets/8')).flush(EIGHT, { headers: links });
    await eventually(() => expect(document.querySelector('docket-ticket-panel h2')?.textContent).toBe('Eight'));
    void TestBed.inject(Router).navigateByUrl('/tickets/8?q=printer');
    const results = await requested('/api/tickets?q=printer');

    press(key, document.body); // the rows still belong to the last list
    results.flush([NINE, SEVEN]);

    (await requested('/api/tickets/9')).flush(NINE);
    await eventually(() => expect(currentUrl()).toBe('/tickets/9?q=printer'));
    press('j');
    (await requested('/api/tickets/7')).flush(SEVEN);
    await eventually(() => expect(currentUrl()).toBe('/tickets/7?q=printer'));
  },
);

it('goes on from the open ticket if a search finds it, too', async () => {
  await openList('/tickets/8');
  (await requested('/api/tickets/8')).flush(EIGHT);
  await eventually(() => expect(document.querySelector('docket-ticket-panel h2')?.textContent).toBe('Eight'));
  void TestBed.inject(Router).navigateByUrl('/tickets/8?q=printer');
  (await requested('/api/tickets?q=printer')).flush([NINE, EIGHT, SEVEN]);
  await eventually(() => expect(currentUrl()).toBe('/tickets/8?q=printer'));

  press('j', document.body);

  (await requested('/api/tickets/7')).flush(SEVEN);
  await eventually(() => expect(currentUrl()).toBe('/tickets/7?q=printer'));
});

it('focuses the first row once the results of Enter are there', async () => {
  const { harness } = await openList();
  await harness.fixture.whenStable();
  await eventually(queryField);
  typeQuery('printer');

  expect(press('Enter', queryField())).toBe(false); // otherwise, the browser would send the key to the row
  const results = await requested('/api/tickets?q=printer');
  expect(document.activeElement?.classList).toContain('scroller');
  results.flush([SEVEN, NINE]);

  await eventually(() => expect(document.activeElement?.textContent?.trim()).toBe('Seven'));
  press('j');
  expect(document.activeElement?.textContent?.trim()).toBe('Nine');
});

it('leaves the focus where the person has moved it before the results are there', async () => {
  const { harness } = await openList();
  await harness.fixture.whenStable();
  await eventually(queryField);
  typeQuery('printer');
  press('Enter', queryField());
  const results = await requested('/api/tickets?q=printer');

  press('/');
  results.flush([SEVEN]);

  await eventually(() => expect(document.querySelectorAll('tbody tr')).toHaveLength(1));
  expect(document.activeElement).toBe(queryField());
});

it('opens no ticket while Enter is held down', async () => {
  const { harness } = await openList();
  await harness.fixture.whenStable();
  press('j', document.body);

  const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true });

  expect(document.activeElement?.dispatchEvent(held)).toBe(false);
});

describe('keys right after Enter in the search', () => {
  /** Ends requests that follow, such as for drafts and completions. */
  async function drain(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.inject(HttpTestingController).match(() => true);
  }

  async function search(query: string): Promise<TestRequest> {
    await openTicket();
    await become(['tickets:read', 'tickets:write']);
    await eventually(queryField);
    await import('./ticket-keys');
    await eventually(() => expect(document.querySelectorAll('docket-field-button button')).not.toHaveLength(0));
    typeQuery(query);
    press('Enter', queryField());
    return requested(`/api/tickets?q=${query}`);
  }

  it('are for the results, not for the open ticket', async () => {
    const results = await search('printer');

    expect(['Enter', 'p', 'l', 'Enter'].map((key) => press(key))).not.toContain(true);
    results.flush([SEVEN]);
    (await requested('/api/tickets/7')).flush(SEVEN, { headers: { ETag: '"7-1"' } });

    const change = await requested('/api/tickets/7', 'PATCH');
    expect(change.request.body).toEqual({ priority: 'low' });
    change.flush({ ...SEVEN, priority: 'low' }, { headers: { ETag: '"7-2"' } });
    expect(currentUrl()).toBe('/tickets/7?q=printer');
    await drain();
  });

  it('are dropped if nothing matches', async () => {
    const results = await search('printer');

    ['Enter', 'p', 'l', 'Enter'].forEach((key) => press(key));
    results.flush([]);

    await eventually(() => expect(pageText()).toContain('Nothing matches'));
    expect(document.querySelectorAll('[role=menu]')).toHaveLength(0);
    expect(currentUrl()).toBe('/tickets/8?q=printer');
    await drain();
  });

  it('close the open ticket with Escape before the results are there', async () => {
    const results = await search('printer');

    press('p');
    press('Escape');

    await eventually(() => expect(currentUrl()).toBe('/tickets?q=printer'));
    results.flush([SEVEN]);
    await eventually(() => expect(document.activeElement?.textContent?.trim()).toBe('Seven'));
    await drain();
  });
});
