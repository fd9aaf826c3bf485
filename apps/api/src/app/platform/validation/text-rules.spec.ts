import { INVISIBLE_RANGES, codePointLength, hasVisibleCharacter, storageError } from './text-rules';

describe('hasVisibleCharacter', () => {
  it.each(['a', ' a ', '\u200ba', '0', '.', '🔥', 'ش', '́', '￼'])('finds a visible character in %p', (text) => {
    expect(hasVisibleCharacter(text)).toBe(true);
  });

  it.each(['', ' ', '\t\r\n', '\u00a0\u2003', '\u200b\u200c\u200d\ufeff', '\u202e', '\u3164', '\u2800', '\u{e0041}'])(
    'finds no visible character in %p',
    (text) => {
      expect(hasVisibleCharacter(text)).toBe(false);
    },
  );

  it('finds no visible character among the space, control, format and ignorable characters', () => {
    const invisible = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u;

    const missed = [];
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
      const character = String.fromCodePoint(codePoint);
      if (invisible.test(character) && hasVisibleCharacter(character)) missed.push(codePoint.toString(16));
    }

    expect(missed).toEqual([]);
  });

  it('has ranges in order, without overlap', () => {
    const bounds = INVISIBLE_RANGES.flatMap(([first, last]) => [first, last]);

    expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
  });
});

describe('codePointLength', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['🔥🔥', 2],
    ['a🔥b', 3],
    ['👩‍👧', 3],
    ['\ud800', 1],
    ['\udd25\ud83d', 2],
  ])('counts %p as %d', (text, length) => {
    expect(codePointLength(text)).toBe(length);
    expect([...text]).toHaveLength(length);
  });
});

describe('storageError', () => {
  it.each(['a\0b', '\ud800', 'a\udc00b', '\udd25\ud83d'])('reports a problem in %p', (text) => {
    expect(storageError(text)).toMatch(/^must not contain/);
  });

  it.each(['', 'text', '🔥', '\u0001', '\uffff'])('reports no problem in %p', (text) => {
    expect(storageError(text)).toBeUndefined();
  });
});
