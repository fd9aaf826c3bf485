import fc from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { IBAN_LENGTHS } from './iban-lengths';
import { maskSecrets } from './mask-secrets';

/** The digit zero of some scripts: ASCII, Arabic, Persian, Devanagari, Bengali, Thai, Khmer, Adlam, full width, mathematical. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x17e0, 0x1e950, 0xff10, 0x1d7ce];
const SEPARATORS = [
  '',
  ' ',
  '  ',
  '-',
  ' - ',
  '.',
  ',',
  '/',
  '_',
  ':',
  '|',
  '\n',
  '\r\n',
  '\t',
  '\u00a0',
  '\u2009',
  '\u3000',
].concat(
  ...[
    '\u200b',
    '\u2060',
    '\u00ad',
    '\u2010',
    '\u2011',
    '\u2013',
    '\u2014',
    '\u2212',
    '\uff0f',
    '\uff3f',
    '\u200b \u200d',
  ],
);

const digit = fc.integer({ min: 0, max: 9 });
const zero = fc.constantFrom(...ZEROS);
const separator = fc.constantFrom(...SEPARATORS);

const withCheckDigit = (digits: readonly number[]): string => {
  const sum = digits.toReversed().reduce((total, value, index) => {
    const weighed = index % 2 === 0 ? value * 2 : value;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return [...digits, (10 - (sum % 10)) % 10].join('');
};

const inScript = (text: string, zeroOfScript: number) =>
  text.replaceAll(/\d/g, (value) => String.fromCodePoint(zeroOfScript + Number(value)));

/** Groups of four characters, with a separator between each two. */
const inGroups = (text: string, separators: readonly string[]) =>
  (text.match(/.{1,4}/g) ?? []).reduce((all, group, index) => `${all}${separators[index - 1] ?? ''}${group}`);

it('masks every card number of 16 digits, with any separators and the digits of any script', () => {
  const first = fc.integer({ min: 2, max: 9 });
  const card = fc.tuple(first, fc.array(digit, { minLength: 14, maxLength: 14 }));
  const separators = fc.array(separator, { minLength: 3, maxLength: 3 });

  fc.assert(
    fc.property(card, separators, zero, ([head, tail], between, zeroOfScript) => {
      const number = inScript(inGroups(withCheckDigit([head, ...tail]), between), zeroOfScript);

      expect(maskSecrets(`My card (${number}) fails`)).toBe('My card ([card]) fails');
    }),
    { numRuns: 2000 },
  );
});

it('masks every IBAN, with any separators and the digits of any script', () => {
  const iban = fc.constantFrom(...Object.entries(IBAN_LENGTHS)).chain(([country, length]) =>
    fc
      .array(fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'), {
        minLength: length - 4,
        maxLength: length - 4,
      })
      .map((account) => country + checkDigits(country, account.join('')) + account.join('')),
  );
  const separators = fc.array(separator, { minLength: 8, maxLength: 8 });

  fc.assert(
    fc.property(iban, separators, zero, fc.boolean(), (number, between, zeroOfScript, isLowerCase) => {
      const text = inScript(inGroups(isLowerCase ? number.toLowerCase() : number, between), zeroOfScript);

      expect(maskSecrets(`Pay to (${text}) please`)).toBe('Pay to ([iban]) please');
    }),
    { numRuns: 2000 },
  );
});

function checkDigits(country: string, account: string): string {
  const digits = [...`${account}${country}00`].map((character) => parseInt(character, 36)).join('');
  return String(98n - (BigInt(digits) % 97n)).padStart(2, '0');
}

/** A few islands have numbers of five digits, which cannot be told from others. */
const COUNTRIES = getCountries().flatMap((country) => {
  const number = getExampleNumber(country, examples);
  return number && number.nationalNumber.length > 5 ? [number] : [];
});

it.each(COUNTRIES.map((number) => [number.country, number] as const))(
  'masks the mobile numbers of %s',
  (country, number) => {
    const international = number.formatInternational();
    const national = number.formatNational();

    for (const text of [
      international,
      number.number,
      international.replaceAll(' ', '\u2011'),
      international.replaceAll(' ', ' / '),
    ]) {
      expect(maskSecrets(`It is ${text}.`)).toBe('It is [phone].');
    }
    for (const text of [`Tel.:${national}`, `phone ${number.nationalNumber}`]) {
      expect(maskSecrets(text)).not.toMatch(/\d/);
    }
    for (const text of [national, number.nationalNumber]) {
      expect(maskSecrets(`It is ${text}.`, country && [country])).not.toMatch(/\d/);
    }
  },
);

it('masks an e-mail address in every notation', () => {
  const name = fc
    .stringMatching(/^[a-z][a-z\d]{0,9}(?:[._+-][a-z\d]{1,9}){0,2}$/)
    .filter((local) => !['git', 'hg', 'svn'].includes(local)); // users of version control systems
  const domain = fc.stringMatching(/^[a-z][a-z\d-]{0,9}[a-z\d]\.(?:com|de|co\.uk|museum)$/);
  const at = fc.constantFrom('@', '\uff20', '\ufe6b', '%40', '&#64;', ' (at) ', '[at]', ' @ ', '\u200b@');
  const wide = (text: string) =>
    text.replaceAll(/[\x21-\x7e]/g, (character) => String.fromCodePoint(character.charCodeAt(0) + 0xfee0));

  fc.assert(
    fc.property(name, at, domain, fc.boolean(), (local, sign, host, isWide) => {
      const address = isWide ? `${wide(local)}\uff20${wide(host)}` : `${local}${sign}${host}`;

      expect(maskSecrets(`Write to ${address}, please`)).toBe('Write to [email], please');
    }),
    { numRuns: 1000 },
  );
});

it('keeps everything else, in its order, and splits no character', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '4111 1111 1111 1111',
      'DE89 3704 0044 0532 0130 00',
      '+49 30 1234567',
      'jo@example.com',
      'password: hunter2',
      '😀',
      '\u0301',
    ),
  );

  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('').toWellFormed();
      const masked = maskSecrets(text);

      expect(masked.isWellFormed()).toBe(true);
      let at = 0;
      for (const kept of masked.split(/\[(?:card|iban|phone|email|key)\]/)) {
        at = text.indexOf(kept, at) + kept.length;
        expect(at).toBeGreaterThanOrEqual(kept.length);
      }
    }),
    { numRuns: 2000 },
  );
});

it.each([
  '1 ',
  '1.',
  '+1',
  'DE89 ',
  'a@',
  ' at ',
  'sk-',
  '-----BEGIN A-----',
  'password ',
  'token=',
  'jbsw ',
  'key JBSW-Y3DP-EHPK-3PXP',
  'PIN is the ',
  'PIN 1 ',
  'code is 1, ',
  '1 - ',
  '1 \n',
  'use 1 ',
  'password: >-\n  a1b2c3\n',
  'password: |\n ',
  'key sha256:',
  'lozinka je ',
  'Passwort ist zu ',
  'obligator',
  '비밀번호가 필요',
  'sha256//',
  'password is 1a2b3 or ',
  'getToken (a.js?',
  'customer number 0',
  '"',
  '\u200b',
  '😀',
  '密码',
])('masks 100,000 characters of %j', (unit) => {
  expect(maskSecrets(unit.repeat(100_000 / unit.length)).isWellFormed()).toBe(true);
});
