import { aTicket } from '../../testing/tickets-page';
import { type FieldChange, changeOf, isSameValue, merged, toEdit } from './field-change';

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

  it('of anything else cannot be merged', () => {
    expect(merged({ field: 'status', from: 'open', to: 'closed' }, 'resolved')).toBeUndefined();
  });
});
