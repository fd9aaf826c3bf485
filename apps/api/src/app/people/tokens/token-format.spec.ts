import { createTokenSecret, isTokenSecret } from './token-format';

it.each([
  ['person', 'dkp_'],
  ['service', 'dks_'],
] as const)('creates tokens of a %s that differ', (kind, prefix) => {
  const tokens = Array.from({ length: 100 }, () => createTokenSecret(kind));

  expect(new Set(tokens.map(({ token }) => token)).size).toBe(100);
  for (const { token, hash, start } of tokens) {
    expect(token).toMatch(/^dk[ps]_[\dA-Za-z]{49}$/);
    expect(token.startsWith(prefix)).toBe(true);
    expect(start).toBe(token.slice(0, 8));
    expect(hash).toHaveLength(32);
    expect(isTokenSecret(token)).toBe(true);
  }
});

it('recognises a token with one wrong, missing, extra or swapped character', () => {
  const { token } = createTokenSecret('person');

  const typos = [...token].flatMap((character, index) => {
    const before = token.slice(0, index);
    const after = token.slice(index + 1);
    const next = after[0] ?? '';
    const changes = [
      `${before}${character === 'a' ? 'b' : 'a'}${after}`,
      before + after,
      `${before}${character}0${after}`,
      before + next + character + after.slice(1),
    ];
    return changes.filter((changed) => changed !== token);
  });

  expect(typos.length).toBeGreaterThan(150);
  expect(typos.filter(isTokenSecret)).toEqual([]);
});

it.each(['', 'dkp_', 'x'.repeat(53), `dkp_${'0'.repeat(49)}`, `dkp_${'0'.repeat(100_000)}`])(
  'does not take %.20s for a token',
  (text) => {
    expect(isTokenSecret(text)).toBe(false);
  },
);

it('does not take the token of a person for one of a service', () => {
  const { token } = createTokenSecret('person');

  expect(isTokenSecret(token.replace('dkp_', 'dks_'))).toBe(false);
});
