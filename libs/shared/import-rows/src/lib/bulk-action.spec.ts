import { bulkAction, isBulkAction } from './bulk-action';

describe('an action of the bulk format', () => {
  it.each([
    [{ index: { _index: 'tickets', _id: '1' } }, { id: '1' }],
    [{ create: { _id: 7, routing: 'a' } }, { id: 7 }],
    [{ update: { _id: 'x', retry_on_conflict: 3 } }, { id: 'x' }],
    [{ delete: { _id: '1' } }, {}],
    [{ index: {} }, {}],
  ])('is found in %j', (record, action) => {
    expect(bulkAction(record)).toEqual(action);
    expect(isBulkAction(new TextEncoder().encode(JSON.stringify(record)))).toBe(true);
  });

  it.each([
    { title: 'A' },
    { index: 7 },
    { index: { title: 'A' } },
    { update: { _id: '1' }, title: 'A' },
    { index: [] },
    {},
  ])('is not %j', (record) => {
    expect(bulkAction(record)).toBeUndefined();
    expect(isBulkAction(new TextEncoder().encode(JSON.stringify(record)))).toBe(false);
  });

  it('is no malformed row, nor one that is missing', () => {
    expect(isBulkAction(new TextEncoder().encode('{"index": {"_id": '))).toBe(false);
    expect(isBulkAction(undefined)).toBe(false);
  });
});
