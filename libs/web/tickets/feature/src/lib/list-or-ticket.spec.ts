import { UrlSegment, UrlSegmentGroup } from '@angular/router';
import { listOrTicket } from './list-or-ticket';

const match = (...paths: string[]) => {
  const segments = paths.map((path) => new UrlSegment(path, {}));
  return listOrTicket(segments, new UrlSegmentGroup(segments, {}), {});
};

it('matches the list and the URL of a ticket', () => {
  expect(match()).toEqual({ consumed: [] });
  expect(match('123')?.posParams?.['id']?.path).toBe('123');
});

it.each([['abc'], ['0'], ['-1'], ['1.5'], ['1e3'], ['12345678901'], ['7', 'edit']])(
  'does not match %s/%s',
  (...paths) => {
    expect(match(...paths)).toBeNull();
  },
);
