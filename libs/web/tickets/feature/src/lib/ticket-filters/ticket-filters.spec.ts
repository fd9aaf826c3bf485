import { TestBed } from '@angular/core/testing';
import { MatChipHarness } from '@angular/material/chips/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { Router } from '@angular/router';
import { selectNamed } from '../../testing/elements';
import { THREE, currentUrl, openList, requested, verifyRequests } from '../../testing/tickets-page';

afterEach(verifyRequests);

describe('the filters', () => {
  it("put the user's choice into the URL", async () => {
    const { page } = await openList('/tickets?search=card');
    const category = await selectNamed(page, 'Category');

    const picked = category.clickOptions({ text: 'Technical' });

    (await requested('/api/tickets?search=card&category=technical')).flush(THREE);
    await picked;
    expect(currentUrl()).toBe('/tickets?search=card&category=technical');
  });

  it('return to the first page', async () => {
    const { page } = await openList('/tickets?cursor=two');
    const status = await selectNamed(page, 'Status');

    const picked = status.clickOptions({ text: 'Open' });

    (await requested('/api/tickets?status=open')).flush(THREE);
    await picked;
    expect(currentUrl()).toBe('/tickets?status=open');
  });

  it('add one history entry for one search, even when it is typed in steps', async () => {
    const { page } = await openList();
    const push = jest.spyOn(TestBed.inject(Router), 'navigate');
    const search = await page.getHarness(MatInputHarness);
    const first = search.setValue('ca');
    (await requested('/api/tickets?search=ca')).flush(THREE);
    await first;

    const second = search.setValue('card');
    (await requested('/api/tickets?search=card')).flush(THREE);
    await second;

    expect(push.mock.calls.map(([, extras]) => extras?.replaceUrl)).toEqual([false, true]);
  });

  it('keep newer input when the URL changes to the filter that they sent last', async () => {
    const { page } = await openList();
    const field = await page.getHarness(MatInputHarness);
    const typed = field.setValue('ca');
    const response = await requested('/api/tickets?search=ca');
    const input = document.querySelector<HTMLInputElement>('input[type=search]')!;
    input.value = 'card';
    input.dispatchEvent(new Event('input'));

    response.flush(THREE);
    TestBed.tick();

    expect(input.value).toBe('card');
    (await requested('/api/tickets?search=card')).flush(THREE);
    await typed;
    expect(input.value).toBe('card');
  });

  it('follow a change of the URL', async () => {
    const { harness, page } = await openList('/tickets?search=card');
    const back = harness.navigateByUrl('/tickets?status=open');
    (await requested('/api/tickets?status=open')).flush(THREE);
    await back;

    expect(await (await page.getHarness(MatInputHarness)).getValue()).toBe('');
    expect(await Promise.all((await page.getAllHarnesses(MatChipHarness)).map((chip) => chip.getText()))).toEqual([
      expect.stringContaining('Open'),
    ]);
  });

  it('are removed one at a time by their chips', async () => {
    const { page } = await openList('/tickets?search=card&status=open,closed');
    const chips = await page.getAllHarnesses(MatChipHarness);
    expect(chips).toHaveLength(3);

    const removed = chips[0]!.remove();

    (await requested('/api/tickets?search=card&status=closed')).flush(THREE);
    await removed;
    expect(currentUrl()).toBe('/tickets?search=card&status=closed');
  });
});
