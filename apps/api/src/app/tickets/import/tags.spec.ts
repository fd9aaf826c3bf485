import { areSpacedTags, readTags } from './tags';

const tagsOf = (value: unknown, areSpaced = false) => readTags(value, areSpaced).tags.join(' ');

describe('readTags', () => {
  it.each<[unknown, string]>([
    ['web,VIP', 'vip web'],
    ['a; b;;c', 'a b c'],
    ['a|b\nc\td', 'a b c d'],
    ['标签、测试，ä', 'ä 标签 测试'],
    ['mfa', 'mfa'],
    ['Good first issue', 'good-first-issue'],
    ['v1.2, type: bug, c++, #4711', '4711 c type-bug v1-2'],
    ["['a', 'b']", 'a b'],
    ['["a", "b"]', 'a b'],
    ['{a,b}', 'a b'],
    ['-x-', '-x-'],
    ['u\u0308,\u00fc', 'ü'],
    [['web', 'Big deal', null, 7], '7 big-deal web'],
    [[{ id: 1, name: 'bug' }, { title: 'ui' }, { id: 2 }, []], 'bug ui'],
    [[{ id: 9, color: '#929499', tag: 'vip' }, { text: 'late' }, { display_value: 'Big deal' }], 'big-deal late vip'],
    [['a', '', undefined], 'a'],
    [2026, '2026'],
    ['', ''],
    [null, ''],
    [undefined, ''],
    ['[]', ''],
    ['N/A', ''],
    ['-', ''],
    [' , ;', ''],
    ['-, --, _', ''],
    [true, ''],
    [{}, ''],
  ])('reads %j', (value, tags) => {
    expect(tagsOf(value)).toBe(tags);
    expect(readTags(value, false).hasLost).toBe(false);
  });

  it('separates the tags of a text at spaces only if the file does', () => {
    expect(tagsOf('web  vip, x', true)).toBe('vip web x');
    expect(tagsOf(['big deal'], true)).toBe('big-deal');
  });

  it.each<[unknown, number]>([
    ['abcdefghijk'.split('').join(), 10],
    [`ok,${'x'.repeat(41)}`, 1],
    [`ok,${'x'.repeat(201)}`, 1],
    [`ok,${'x.'.repeat(99)}`, 1],
    [`ok,${' '.repeat(10_000)}`, 1],
    [Array(201).fill('ok'), 1],
    [Array(1_000_000).fill('ok'), 1],
  ])('says that it leaves some out: %#', (value, kept) => {
    expect(readTags(value, false)).toMatchObject({ hasLost: true });
    expect(readTags(value, false).tags).toHaveLength(kept);
  });

  it('counts no tag twice', () => {
    expect(readTags('a,b,c,d,e,f,g,h,i,j,A,B', false)).toMatchObject({ hasLost: false });
  });

  it('reads a text of any length at once', () => {
    const started = performance.now();

    for (const text of ['-', ' ', ',', 'a', '.-', 'a,']) readTags(text.repeat(750_000), true);

    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('areSpacedTags', () => {
  it.each<[unknown[], boolean | undefined]>([
    [['web', 'web vip'], true],
    [['good first issue', 'bug, ui'], false],
    [['a;b'], false],
    [['web', '', undefined, ['big deal']], undefined],
    [[' web '], undefined],
  ])('decides by the first rows: %j', (values, areSpaced) => {
    expect(areSpacedTags(values)).toBe(areSpaced);
  });
});
