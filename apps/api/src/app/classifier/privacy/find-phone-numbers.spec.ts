import { maskSecrets } from './mask-secrets';

it('masks local numbers of the given countries in any format', () => {
  expect(maskSecrets('Estoy en 612345678.', ['ES'])).toBe('Estoy en [phone].');
  expect(maskSecrets('Estoy en 612345678.', ['PT', 'ES'])).toBe('Estoy en [phone].');
  expect(maskSecrets('Estoy en 612345678.')).toBe('Estoy en 612345678.');
});

it('does not mask dates and order numbers of those countries', () => {
  for (const text of ['den 22.11.2026', 'order 12345678', '192.168.100.200']) {
    expect(maskSecrets(text, ['DK', 'DE', 'FR'])).toBe(text);
  }
});

it('masks a number after that of its line, and leaves parts of versions', () => {
  expect(maskSecrets('Call us:\n1.0049 171 1234567\n2.0049 171 1234568')).not.toMatch(/171/);
  expect(maskSecrets('build 7.2.1.0045-20260325 crashes')).toBe('build 7.2.1.0045-20260325 crashes');
});

it('masks candidates without a check after many checks, because the time for them is limited', () => {
  const numbers = Array.from({ length: 1500 }, (_, index) => `a ${612_000_000 + index * 7}`).join(' ');

  expect(maskSecrets(numbers, ['ES'])).not.toMatch(/\d/);
});
