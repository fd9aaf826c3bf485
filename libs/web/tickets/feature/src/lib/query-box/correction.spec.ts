import { eventually } from '@docket/web/ui/testing';
import { pageText, press, queryField, typeQuery } from '../../testing/elements';
import { leaveCompletions } from '../../testing/known-requesters';
import { THREE, openList, requested, verifyRequests } from '../../testing/tickets-page';

beforeEach(leaveCompletions);
afterEach(verifyRequests);

it('offers the key b for a correction while the focus is in the list, and leads back to it', async () => {
  await openList();
  await eventually(queryField);
  await eventually(() => expect(document.querySelectorAll('tbody tr')).toHaveLength(3));
  typeQuery('statsu:open prioritty:high');
  const offered = () => [...document.querySelectorAll('docket-query-box [aria-keyshortcuts=b]')];
  await eventually(() => expect(pageText()).toContain('Correct it'));
  expect(offered()).toHaveLength(0); // `b` would be typed
  document.querySelector<HTMLElement>('.scroller')?.focus();
  await eventually(() => expect(offered()).toHaveLength(1));

  press('b');
  await eventually(() => expect(queryField().value).toBe('status:open prioritty:high'));
  await eventually(() => expect(offered()).toHaveLength(1));
  press('b');

  (await requested('/api/tickets?q=status:open%20priority:high')).flush(THREE);
  await eventually(() => expect(document.activeElement?.textContent.trim()).toBe('Nine'));
});
