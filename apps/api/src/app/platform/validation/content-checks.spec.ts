import { findContentErrors, findSizeError } from './content-checks';

/** Nested lists. */
const lists = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('findSizeError', () => {
  it('accepts a depth of 32 and reports the first deeper value', () => {
    expect(findSizeError({ a: lists(32) })).toBeUndefined();
    expect(findSizeError({ a: lists(33) })).toEqual({
      path: ['a', ...Array.from({ length: 32 }, () => '0')],
      detail: 'is nested too deeply',
    });
  });

  it('does not overflow at any depth', () => {
    expect(findSizeError(lists(200_000))).toMatchObject({ detail: 'is nested too deeply' });
  });

  it('accepts 2,000 values and reports the field that exceeds them', () => {
    const values = (length: number) => Array.from({ length }, () => 0);

    expect(findSizeError({ a: values(1000), b: { c: values(999) } })).toBeUndefined();
    expect(findSizeError({ a: values(1000), b: { c: values(1000) } })).toEqual({
      path: ['b'],
      detail: 'holds too many values; a request may hold 2,000',
    });
  });
});

describe('findContentErrors', () => {
  it('finds values and names that cannot be stored, at any depth, in order', () => {
    const body = { 'a/b': ['fine', { c: 'half \ud800' }], 'x\0': 1, d: 'nul \0' };

    expect(findContentErrors(body, 10)).toEqual([
      { path: ['a/b', '1', 'c'], detail: 'must not contain half a surrogate pair' },
      { path: ['x\0'], detail: 'has a name that must not contain the NUL character' },
      { path: ['d'], detail: 'must not contain the NUL character' },
    ]);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString'])('rejects the name %s', (name) => {
    const body: unknown = JSON.parse(`{"items":[{${JSON.stringify(name)}:1}]}`);

    expect(findContentErrors(body, 10)).toEqual([{ path: ['items', '0', name], detail: 'is not known here' }]);
  });

  it('stops at the limit', () => {
    const flood = Array.from({ length: 500_000 }, () => '\0');

    expect(findContentErrors(flood, 2).map(({ path }) => path)).toEqual([['0'], ['1']]);
  });

  it.each(['text', 7, null, true, {}, []])('finds nothing in %j', (body) => {
    expect(findContentErrors(body, 10)).toEqual([]);
  });
});
