import type { TimelineEntry } from '@docket/web/conversation/data';
import { timelineItems } from './timeline-items';

const ANA = { kind: 'human', id: 3, name: 'Ana Ruiz', verified: true } as const;
const BEN = { kind: 'human', id: 4, name: 'Ben Okafor', verified: true } as const;
const at = (seconds: number) => new Date(Date.UTC(2026, 2, 12, 14, 0, seconds)).toISOString();
const change = (id: number, seconds: number, fields: TimelineEntry['change'], actor: TimelineEntry['actor'] = ANA) =>
  ({ id, at: at(seconds), kind: 'ticket.changed', actor, change: fields }) as const;
const message = (id: number, seconds: number): TimelineEntry => ({
  id,
  at: at(seconds),
  kind: 'message.added',
  actor: ANA,
  message: { id, visibility: 'public', body: 'Hello' },
});

describe('timelineItems', () => {
  it('joins changes of one actor within a minute of each other', () => {
    const entries = [
      change(1, 0, { priority: ['high', 'critical'] }),
      change(2, 59, { status: ['open', 'in_progress'] }),
      change(3, 119, { description: [] }),
    ];

    expect(timelineItems(entries)).toEqual([
      {
        kind: 'changes',
        id: 1,
        actor: ANA,
        at: at(119),
        changes: [
          { field: 'priority', values: ['high', 'critical'] },
          { field: 'status', values: ['open', 'in_progress'] },
          { field: 'description', values: [] },
        ],
      },
    ]);
  });

  it.each([
    ['another actor', [change(1, 0, { status: ['open', 'closed'] }), change(2, 1, { priority: ['low', 'high'] }, BEN)]],
    [
      'more than a minute',
      [change(1, 0, { status: ['open', 'closed'] }), change(2, 61, { priority: ['low', 'high'] })],
    ],
    [
      'a message between them',
      [change(1, 0, { status: ['open', 'closed'] }), message(2, 1), change(3, 2, { priority: ['low', 'high'] })],
    ],
  ])('keeps lines apart because of %s', (_reason, entries) => {
    expect(timelineItems(entries).filter(({ kind }) => kind === 'changes')).toHaveLength(2);
  });

  it('shows a field that changes twice as a chain', () => {
    const entries = [change(1, 0, { status: ['open', 'closed'] }), change(2, 9, { status: ['closed', 'open'] })];

    expect(timelineItems(entries)).toMatchObject([
      { changes: [{ field: 'status', values: ['open', 'closed', 'open'] }] },
    ]);
  });

  it('leaves out the filing', () => {
    expect(timelineItems([{ id: 1, at: at(0), kind: 'ticket.created', actor: ANA }])).toEqual([]);
  });
});
