import { eventually } from '@docket/testing';
import { useWebhookDesk } from '../../testing/webhook-desk';

const desk = useWebhookDesk();

it.each([
  ['before all events', -1, [0, 1, 2, 3, 4, 5, 6, 7]],
  ['the time of an event', 3, [3, 4, 5, 6, 7]],
  ['between two events', 3.5, [4, 5, 6, 7]],
  ['the last event', 7, [7]],
  ['after all events', 7.5, []],
])('delivers the events since %s again', async (_case, hour, expected) => {
  const { id } = await desk.add();
  await desk.query(
    `INSERT INTO ticket_events (ticket_id, kind, actor_kind, verified, at)
     SELECT 1 + n, 'ticket.created', 'system', false, timestamptz '2026-01-01 00:00Z' + n * interval '1 hour'
     FROM generate_series(0, 7) AS n`,
  );
  await desk.passTime();
  await eventually(async () => (await desk.log(id, '?state=sent')).length === 8);
  desk.receiver.received.length = 0;

  const since = new Date(Date.parse('2026-01-01T00:00:00Z') + hour * 3_600_000).toISOString();
  await desk.request('POST', `/${id}/replay`, { since });
  await desk.received(expected.length);

  const hours = () => desk.bodies().map(({ data }) => Number(data['ticket_id']) - 1);
  await eventually(async () => (await desk.log(id, '?state=pending')).length === 0);
  expect(hours().toSorted((one, other) => one - other)).toEqual(expected);
});
