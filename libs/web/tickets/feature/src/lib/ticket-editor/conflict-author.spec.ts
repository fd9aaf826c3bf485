import { eventually } from '@docket/web/ui/testing';
import { FILED, aChange, openConversation } from '../../testing/conversation';
import { pageText } from '../../testing/elements';
import { EIGHT, pickInPanel, requested } from '../../testing/tickets-page';
import { changedBy } from './changed-by';

const MEI = { kind: 'human', id: 5, name: 'Mei Tanaka', verified: true } as const;
const PRIORITY_BY_MEI = aChange(7, { priority: ['high', 'low'] }, { actor: MEI });
const STATUS_BY_ANA = aChange(8, { status: ['open', 'resolved'] });

it('names the person who changed the field', async () => {
  await openConversation();
  void pickInPanel('Priority', 'Critical');
  (await requested('/api/tickets/8', 'PATCH')).flush(null, { status: 412, statusText: 'Precondition Failed' });
  (await requested('/api/tickets/8')).flush({ ...EIGHT, priority: 'low' }, { headers: { ETag: '"8-9"' } });
  await eventually(() => expect(pageText()).toContain('The priority of #8 was changed'));

  (await requested('/api/tickets/8/timeline')).flush([STATUS_BY_ANA, PRIORITY_BY_MEI, FILED]);

  await eventually(() => expect(pageText()).toMatch(/Mei Tanaka changed the priority of #8/));
});

it('names nobody for another field, and where people do not sign in', () => {
  const local = { ...PRIORITY_BY_MEI, actor: { kind: 'local', verified: true } } as const;

  expect(changedBy([FILED, PRIORITY_BY_MEI, STATUS_BY_ANA], 'priority')).toBe('Mei Tanaka');
  expect(changedBy([FILED, PRIORITY_BY_MEI], 'team')).toBeUndefined();
  expect(changedBy([FILED, local], 'priority')).toBeUndefined();
});
