import { flattened, withFirstNames } from './flattened';

describe('flattened', () => {
  it('returns the values of nested objects under dotted names', () => {
    const issue = {
      key: 'A-1',
      fields: { summary: 'Slow', priority: { name: 'High' }, labels: ['x'], parent: null, votes: {} },
    };

    expect(flattened(issue)).toEqual({
      key: 'A-1',
      'fields.summary': 'Slow',
      'fields.priority.name': 'High',
      'fields.labels': ['x'],
      'fields.parent': null,
      'fields.votes': {},
    });
  });

  it('ignores what is deeper than four names or beyond 1,000', () => {
    const wide = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`n${index}`, index]));

    expect(flattened({ a: { b: { c: { d: 1, e: { f: 2 } } } } })).toEqual({ 'a.b.c.d': 1 });
    expect(Object.keys(flattened({ first: wide, wide }))).toHaveLength(1000);
  });

  it('reads no value beyond the first 1,000: a row of a megabyte has a hundred thousand', () => {
    const read: string[] = [];
    const wide = new Proxy(Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`n${index}`, index])), {
      get: (target, name: string) => (read.push(name), target[name]),
    });

    expect(Object.keys(flattened(wide))).toHaveLength(1000);
    expect(Object.keys(withFirstNames(wide))).toHaveLength(1000);
    flattened({ title: 'A', wide });
    expect(read.filter((name) => Number(name.slice(1)) > 1000)).toEqual([]);
  });

  it('ignores names that are too long to be mapped', () => {
    const long = 'x'.repeat(700_000);
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`n${index}`, index]));

    expect(flattened({ [long]: many, [`${long}y`]: 1, a: { [long]: 2, b: 3 } })).toEqual({ 'a.b': 3 });
    expect(flattened({ [long]: 1, a: 2 })).toEqual({ a: 2 });
  });

  it('accepts any name and any depth', () => {
    const fields = flattened(JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 2}') as Record<string, unknown>);
    const deep = JSON.parse('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)) as Record<string, unknown>;

    expect(Object.entries(fields)).toEqual([
      ['__proto__.polluted', 1],
      ['constructor', 2],
    ]);
    expect(Object.entries(flattened(deep))).toEqual([]);
  });
});
