import type { CountryCode } from 'libphonenumber-js/max';
import { findDigitGroups } from './digit-groups';
import { findPhoneNumbers } from './find-phone-numbers';
import { PhoneChecks } from './phone-checks';

const COUNTRIES: readonly CountryCode[] = ['DE', 'AT', 'CH', 'FR', 'ES'];

function countChecks(text: string): number {
  const checks = new PhoneChecks();
  findPhoneNumbers(text, findDigitGroups(text), COUNTRIES, checks);
  return checks.count;
}

it.each(['1.', '1-', '(1)', '1%4', '1 ', '+1', '0.', '00 1 '])(
  'checks few numbers in 8,000 characters of %j',
  (unit) => {
    expect(countChecks(unit.repeat(8000 / unit.length))).toBeLessThanOrEqual(100);
  },
);

it('checks at most 500 numbers of a text', () => {
  const numbers = Array.from({ length: 700 }, (_, index) => `a ${612_000_000 + index * 7}`).join(' ');

  expect(countChecks(numbers)).toBe(500);
});

it('checks a number once', () => {
  expect(countChecks('in 12345678 and 12345678 and 12345678')).toBe(countChecks('in 12345678'));
});
