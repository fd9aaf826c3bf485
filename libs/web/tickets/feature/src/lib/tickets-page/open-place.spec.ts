import { EIGHT, THREE, openPage, requested, verifyRequests } from '../../testing/tickets-page';
import { eventually } from '@docket/web/ui/testing';
import { openPlace } from './open-place';

describe('the place of the open ticket', () => {
  it.each([
    ['on the first page', 1, 1, [], 2],
    ['on a later page', 1, 51, [], 52],
    ['without rows that have stopped matching', 2, 1, [9], 2],
    ['unknown for a row that has stopped matching', 1, 1, [8], undefined],
    ['unknown without a row', -1, 1, [], undefined],
    ['unknown on a page whose place is unknown', 1, undefined, [], undefined],
  ])('is %s', (_, index, first, mismatched, place) => {
    expect(openPlace(THREE, index, first, new Set(mismatched))).toBe(place);
  });

  it('stands over the ticket', async () => {
    const { opened } = await openPage('/tickets/8?cursor=two&first=51');
    (await requested('/api/tickets?cursor=two')).flush(THREE, {
      headers: { 'X-Total-Count': '1000', 'X-Total-Count-Relation': 'gte' },
    });
    (await requested('/api/tickets/8')).flush(EIGHT, { headers: { ETag: '"8-1"' } });
    await opened;

    await eventually(() =>
      expect(document.querySelector('docket-ticket-panel .place')?.textContent.trim()).toBe('52 of 1,000+'),
    );
    verifyRequests();
  });
});
