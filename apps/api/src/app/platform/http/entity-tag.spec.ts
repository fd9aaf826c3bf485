import { entityTag, matchesIfNoneMatch, versionsMatching } from './entity-tag';

describe('entityTag', () => {
  it('makes a strong tag of id and version', () => {
    expect(entityTag({ id: 7, version: 3 })).toBe('"7-3"');
  });

  it('appends a suffix', () => {
    expect(entityTag({ id: 7, version: 3 }, '0a1b')).toBe('"7-3-0a1b"');
  });
});

describe('matchesIfNoneMatch', () => {
  it.each(['"7-3"', 'W/"7-3"', '"1-1", "7-3"', '"1-1",W/"7-3"', '*', ' * '])('matches %s', (header) => {
    expect(matchesIfNoneMatch(header, '"7-3"')).toBe(true);
  });

  it.each([undefined, '', '"7-2"', '"17-3"', '"7-33"', '"7-3-0a1b"', '7-3', 'w/7-3'])('does not match %p', (header) => {
    expect(matchesIfNoneMatch(header, '"7-3"')).toBe(false);
  });
});

describe('versionsMatching', () => {
  it.each([undefined, '*'])('allows any version for %p', (header) => {
    expect(versionsMatching(header, 7)).toBeUndefined();
  });

  it.each([
    ['"7-3"', [3]],
    ['"7-3", "7-4"', [3, 4]],
    ['"8-3","7-1"', [1]],
    ['"7-3-0a1b2c3d4e5f"', [3]],
    ['"7-3-0a1b", "7-4"', [3, 4]],
    ['"8-3-0a1b"', []],
    ['W/"7-3-0a1b"', []],
    ['"7-3-"', []],
    ['"7-3-name"', []],
    ['"7-3-0a1b-0a1b"', []],
    ['W/"7-3"', []],
    ['"8-3"', []],
    ['"7-99999999999"', []],
    ['nonsense', []],
    ['', []],
  ])('parses %p as %j', (header, versions) => {
    expect(versionsMatching(header, 7)).toEqual(versions);
  });
});
