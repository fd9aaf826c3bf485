import { isEmailAddress, oneSpelling } from './email-address';

it.each([
  'ana.ruiz@desk.example',
  "o'neil+desk@desk.example",
  'é@desk.example',
  '用户@desk.example',
  '"ana"@desk.example',
])('takes %s', (address) => {
  expect(isEmailAddress(address)).toBe(true);
});

it.each([
  ['a zero-width space', 'a\u200bna@desk.example'],
  ['a soft hyphen', 'a\u00adna@desk.example'],
  ['a right-to-left override', 'a\u202ena@desk.example'],
  ['a variation selector', 'a\ufe0fna@desk.example'],
  ['a second address', '"ana@evil.example x"@desk.example'],
  ['no host', 'ana'],
  ['half a surrogate pair', '\udfff\ud800'],
  ['the NUL character', 'ana\0@desk.example'],
  ['a number', 7],
])('refuses an address with %s', (_what, address) => {
  expect(isEmailAddress(address)).toBe(false);
});

it('has one spelling, whatever the case of letters, and for letters that look the same', () => {
  expect(oneSpelling(' E\u0301va@Desk.example\n')).toBe('\u00e9va@desk.example');
});
