import { TestBed } from '@angular/core/testing';
import { MatChipHarness } from '@angular/material/chips/testing';
import { Router } from '@angular/router';
import { eventually } from '@docket/web/ui/testing';
import { findByText, pageText, press, queryField, selectNamed, typeQuery } from '../../testing/elements';
import { THREE, currentUrl, openList, openPage, requested, verifyRequests } from '../../testing/tickets-page';

afterEach(verifyRequests);

/** Opens the list, and waits for the query box. */
async function openBox(url?: string) {
  const opened = await openList(url);
  await eventually(queryField);
  return opened;
}

describe('the filters', () => {
  it("put the user's choice into the query, and translate an older link", async () => {
    const { page } = await openBox('/tickets?search=card&status=open&created_from=2026-03-01');
    expect(queryField().value).toBe('status:open created:>=2026-03-01 card');
    const category = await selectNamed(page, 'Category');

    const picked = category.clickOptions({ text: 'Technical' });

    const query = 'status:open%20created:%3E%3D2026-03-01%20card%20category:technical';
    (await eventually(() => requested(`/api/tickets?q=${query.replace('%3D', '=')}`))).flush(THREE);
    await picked;
    expect(currentUrl()).toBe(`/tickets?q=${query}`);
  });

  it('lead to the list with Escape, and an open ticket stays', async () => {
    await openBox('/tickets/8');
    (await requested('/api/tickets/8')).flush(THREE[1] ?? null);
    const select = await eventually(() => document.querySelector<HTMLElement>('docket-ticket-filters mat-select')!);
    select.focus();
    press('ArrowDown');
    await eventually(() => expect(select.getAttribute('aria-expanded')).toBe('true'));
    press('Escape');
    await eventually(() => expect(select.getAttribute('aria-expanded')).toBe('false'));
    expect(document.activeElement).toBe(select);

    press('Escape');

    expect(document.activeElement?.classList).toContain('scroller');
    expect(currentUrl()).toBe('/tickets/8');
  });

  it('return to the first page', async () => {
    const { page } = await openBox('/tickets?cursor=two');
    const status = await selectNamed(page, 'Status');

    const picked = status.clickOptions({ text: 'Open' });

    (await requested('/api/tickets?q=status:open')).flush(THREE);
    await picked;
    expect(currentUrl()).toBe('/tickets?q=status:open');
  });

  it('show what the query says, and edit its text in place', async () => {
    const { page } = await openBox('/tickets?q=status:open,closed%20-category:billing%20card');
    const status = await selectNamed(page, 'Status');
    expect(await status.getValueText()).toContain('2');
    expect(await (await selectNamed(page, 'Category')).isEmpty()).toBe(true);

    const picked = status.clickOptions({ text: 'Open' });

    (await requested('/api/tickets?q=status:closed%20-category:billing%20card')).flush(THREE);
    await picked;
    expect(queryField().value).toBe('status:closed -category:billing card');
  });

  it('add one history entry for one search, even when it is typed in steps', async () => {
    await openBox();
    const push = jest.spyOn(TestBed.inject(Router), 'navigate');
    typeQuery('ca');
    (await requested('/api/tickets?q=ca')).flush(THREE);

    typeQuery('card');
    (await requested('/api/tickets?q=card')).flush(THREE);

    expect(push.mock.calls.map(([, extras]) => extras?.replaceUrl)).toEqual([false, true]);
  });

  it('keep newer input when the URL changes to the filter that they sent last', async () => {
    const { harness } = await openBox();
    typeQuery('ca');
    const response = await requested('/api/tickets?q=ca');
    typeQuery('card');

    response.flush(THREE);
    TestBed.tick();

    expect(queryField().value).toBe('card');
    (await requested('/api/tickets?q=card')).flush(THREE);
    await harness.fixture.whenStable();
    expect(queryField().value).toBe('card');
  });

  it('follow a change of the URL', async () => {
    const { harness, page } = await openBox('/tickets?search=card');
    const back = harness.navigateByUrl('/tickets?q=status:open');
    (await requested('/api/tickets?q=status:open')).flush(THREE);
    await back;

    expect(queryField().value).toBe('status:open');
    expect(await Promise.all((await page.getAllHarnesses(MatChipHarness)).map((chip) => chip.getText()))).toEqual([
      expect.stringContaining('Open'),
    ]);
  });

  it('are removed one at a time by their chips', async () => {
    const { page } = await openBox('/tickets?q=card%20status:open,closed%20-tag:vip');
    const chips = await page.getAllHarnesses(MatChipHarness);
    expect(await Promise.all(chips.map((chip) => chip.getText()))).toEqual([
      expect.stringContaining('“card”'),
      expect.stringContaining('Open'),
      expect.stringContaining('Closed'),
      expect.stringContaining('Not Tag: vip'),
    ]);

    const removed = chips[1]!.remove();

    (await requested('/api/tickets?q=card%20status:closed%20-tag:vip')).flush(THREE);
    await removed;
    expect(queryField().value).toBe('card status:closed -tag:vip');
  });
});

describe('a mistake in the query', () => {
  it('is underlined at its place, has a correction, and keeps the list', async () => {
    await openBox();

    typeQuery('stauts:open');
    await eventually(() => expect(pageText()).toContain('There is no filter “stauts”. Did you mean “status:”?'));

    expect(document.querySelector('docket-query-box .wrong')?.textContent).toBe('stauts');
    expect(queryField().getAttribute('aria-invalid')).toBe('true');
    expect(pageText()).toContain('Nine'); // without a request: see verifyRequests
    findByText('docket-query-box button', 'Correct it').click();
    (await requested('/api/tickets?q=status:open')).flush(THREE);
    expect(queryField().value).toBe('status:open');
    await eventually(() => expect(queryField().getAttribute('aria-invalid')).toBe('false'));
  });

  it('that only the API knows is shown in the same way, and keeps the list too', async () => {
    await openBox();

    typeQuery('assignee:Anna');
    press('Enter', queryField());
    const errors = [
      {
        parameter: 'q',
        position: 9,
        detail: 'Nobody has the name “Anna”. Did you mean “Ana”?',
        suggestion: 'assignee:Ana',
      },
    ];
    (await requested('/api/tickets?q=assignee:Anna')).flush({ errors }, { status: 400, statusText: 'Bad Request' });

    await eventually(() => expect(pageText()).toContain('Nobody has the name “Anna”'));
    expect(document.querySelector('docket-query-box .wrong')?.textContent).toBe('Anna');
    expect(pageText()).toContain('Nine');
    const correct = findByText('docket-query-box button', 'Correct it');
    correct.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 })); // not by a key
    (await requested('/api/assignees')).flush([]); // the field is focused again
    (await requested('/api/tickets?q=assignee:Ana')).flush(THREE);
    await eventually(() => expect(pageText()).not.toContain('Nobody has the name'));
  });

  it('in a link offers a way out', async () => {
    await openPage('/tickets?q=status:purple');
    const errors = [{ parameter: 'q', position: 7, detail: '“purple” is not a status' }];
    (await requested('/api/tickets?q=status:purple')).flush({ errors }, { status: 400, statusText: 'Bad Request' });

    await eventually(() => expect(pageText()).toContain('This list does not exist'));
    await eventually(() => expect(queryField().value).toBe('status:purple'));
  });

  it('in a link shows once, although the API finds it, too', async () => {
    await openPage('/tickets?q=statsu:open');
    const errors = [{ parameter: 'q', position: 0, detail: 'There is no filter “statsu”.' }];
    (await requested('/api/tickets?q=statsu:open')).flush({ errors }, { status: 400, statusText: 'Bad Request' });

    await eventually(() => expect(pageText()).toContain('This list does not exist'));
    await eventually(() => expect(document.querySelectorAll('docket-query-box .errors p')).toHaveLength(1));
  });
});

it('does not apply half a name while it is typed, but does when the person leaves the field', async () => {
  await openBox();

  typeQuery('tag:ref');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(currentUrl()).toBe('/tickets');
  (await requested('/api/tags?prefix=ref')).flush([]);

  queryField().blur();
  (await requested('/api/tickets?q=tag:ref')).flush(THREE);
  await eventually(() => expect(currentUrl()).toBe('/tickets?q=tag:ref'));
});
