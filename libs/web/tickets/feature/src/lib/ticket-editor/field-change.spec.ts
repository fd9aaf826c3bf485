import { aTicket } from '../../testing/tickets-page';
import { type FieldChange, afterOwn, changeOf, isSameValue, merged, toEdit } from './field-change';

const BEN = { id: 3, name: 'Ben Okafor' };

describe('a change of a field', () => {
  it.each<[FieldChange, object]>([
    [{ field: 'assignee', from: undefined, to: BEN }, { assignee_id: 3 }],
    [{ field: 'assignee', from: BEN, to: undefined }, { assignee_id: null }],
    [{ field: 'team', from: { id: 1, name: 'Billing' }, to: undefined }, { team_id: null }],
    [{ field: 'tags', from: ['a'], to: [] }, { tags: [] }],
    [{ field: 'status', from: 'open', to: 'closed' }, { status: 'closed' }],
  ])('becomes the body of a request: %j', (change, body) => {
    expect(toEdit(change)).toEqual(body);
  });

  it('knows what a ticket without the field has', () => {
    expect(changeOf(aTicket({}), 'tags', ['a'])).toEqual({ field: 'tags', from: [], to: ['a'] });
    expect(changeOf(aTicket({}), 'assignee', BEN)).toEqual({ field: 'assignee', from: undefined, to: BEN });
  });

  it.each([
    [['a', 'b'], ['b', 'a'], true],
    [['a'], ['a', 'b'], false],
    [BEN, { id: 3, name: 'Ben O.' }, true],
    [BEN, undefined, false],
    [undefined, undefined, true],
    ['open' as const, 'closed' as const, false],
  ])('compares %j and %j', (one, other, isSame) => {
    expect(isSameValue(one, other)).toBe(isSame);
  });

  it('of tags keeps what somebody else has added and removed meanwhile', () => {
    const change: FieldChange = { field: 'tags', from: ['a', 'b', 'c'], to: ['a', 'b', 'mine'] };

    expect(merged(change, ['a', 'c', 'theirs'])).toEqual({
      field: 'tags',
      from: ['a', 'c', 'theirs'],
      to: ['a', 'theirs', 'mine'],
    });
  });

  it.each<[string, FieldChange, FieldChange, FieldChange]>([
    [
      'starts with the value that it set',
      { field: 'status', from: 'open', to: 'resolved' },
      { field: 'status', from: 'open', to: 'closed' },
      { field: 'status', from: 'resolved', to: 'closed' },
    ],
    [
      'keeps the tags that it added and removed',
      { field: 'tags', from: ['a', 'b'], to: ['b', 'c'] },
      { field: 'tags', from: ['a', 'b'], to: ['a', 'b', 'd'] },
      { field: 'tags', from: ['b', 'c'], to: ['b', 'c', 'd'] },
    ],
    [
      'stays as it is if the user saw that',
      { field: 'tags', from: ['a'], to: ['a', 'b'] },
      { field: 'tags', from: ['a', 'b'], to: ['a'] },
      { field: 'tags', from: ['a', 'b'], to: ['a'] },
    ],
    [
      'stays as it is if that was of another field',
      { field: 'status', from: 'open', to: 'closed' },
      { field: 'priority', from: 'low', to: 'high' },
      { field: 'priority', from: 'low', to: 'high' },
    ],
  ])('after another one of the same user %s', (_what, own, change, expected) => {
    expect(afterOwn(change, own)).toEqual(expected);
  });

  it('of anything else cannot be merged', () => {
    expect(merged({ field: 'status', from: 'open', to: 'closed' }, 'resolved')).toBeUndefined();
  });
});
