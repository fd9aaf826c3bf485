import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { Settings } from '../../platform/config/settings';
import { InvalidInputException } from '../../platform/problems/invalid-input.exception';
import { PasswordBlocklist } from './password-blocklist';
import { PasswordPolicy } from './password-policy';

const PERSON = { name: 'Priya Nair', email: 'priya.nair@desk.example' };
const settings = Object.assign(new Settings(), { PUBLIC_URL: 'https://help.example:4701' });
const policy = new PasswordPolicy(new PasswordBlocklist(settings), settings);

const reasonOf = async (password: string, by = policy): Promise<string | undefined> => {
  try {
    await by.require(password, PERSON);
    return undefined;
  } catch (error) {
    if (!(error instanceof InvalidInputException)) throw error;
    expect(error.errors).toEqual([{ pointer: '/password', detail: expect.any(String) as string }]);
    return error.errors[0]?.detail;
  }
};

it.each([
  'green lantern over the quay',
  'purple horse battery lantern',
  'vier Elefanten im Regen',
  'xK9#mP2$vL5@nQ8',
  'шестеро слонов под дождём',
  'https://elephants.in.the.rain/',
  'tickets tickets elephants rain',
  'xK9mP2vL5nQ8rT4 xK9mP2vL5nQ8rT4',
  'a!@(#^$&*_)|~}:;a',
])('accepts %s', async (password) => {
  expect(await reasonOf(password)).toBeUndefined();
});

it.each([
  ['passwordpassword', /repeats/],
  ['aaaaaaaaaaaaaaaaaaaa', /repeats/],
  ['abcabcabcabcabcabc', /repeats/],
  ['1234567890123456', /sequence|many people|repeats/],
  ['qwertyuiopasdfgh', /keys|many people/],
  ['priya.nair@desk.example', /name/],
  ['Priya Nair Docket', /name/],
  ['docketdocketdocket', /name|repeats/],
  ['nairpriyadocket1', /name/],
  ['P4sswordP4ssword', /repeats|many people/],
  ['tickets tickets tickets', /repeats/],
  ['Tickets-tickets-TICKETS!', /repeats/],
  ['пароль пароль пароль', /repeats/],
  ['компьютеркомпьютер', /repeats/],
  ['पासवर्ड पासवर्ड पासवर्ड', /repeats/],
  ['https://help.example:4701/', /address of this site/],
  ['help.example:4701', /address of this site/],
  ['correct horse battery staple', /many people/],
  ['correcthorsebatterystaple', /many people/],
  ['CorrectHorseBatteryStaple1', /too easy/],
  ['Correct-Horse-Battery-Staple!', /too easy/],
  ['c0rrect_h0rse_b4ttery_st4ple', /many people/],
  ['correct.horse.battery.staple', /many people/],
])('refuses %s, and says why', async (password, reason) => {
  expect(await reasonOf(password)).toMatch(reason);
});

it.each([`green lantern over the quay ${'x'.repeat(100)}`, `${'x'.repeat(100)} green lantern over the quay`])(
  'accepts a long password with a strong start or end: %s',
  async (password) => {
    expect(await reasonOf(password)).toBeUndefined();
  },
);

it('examines at most 32 characters at the start and the end of a password', async () => {
  const check = jest.spyOn(ZxcvbnFactory.prototype, 'check');

  expect(await reasonOf('passwordqwerty12'.repeat(8))).toMatch(/repeats/);
  expect(await reasonOf(`${'1234567890'.repeat(6)}${'qwertyuiop'.repeat(6)}`)).toMatch(/too easy/);

  const lengths = check.mock.calls.map(([text]) => text.length);
  check.mockRestore();
  expect(lengths).toEqual([32, 32, 32, 32]);
});

it('reads signs as letters in few ways: it searches the dictionaries less than a hundred times', async () => {
  const toLowerCase = jest.spyOn(String.prototype, 'toLowerCase'); // zxcvbn calls it at each search, and for each word that it finds

  await reasonOf('4@8({[<369&#!1/|7+$5%0'.repeat(5));

  const searches = toLowerCase.mock.contexts.filter((text) => String(text).length > 20).length;
  toLowerCase.mockRestore();
  expect(searches).toBeLessThan(100);
});

it('refuses a password of PASSWORD_BLOCKLIST_FILE', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-blocklist-'));
  const path = join(folder, 'hashes');
  writeFileSync(path, `${createHash('sha1').update('green lantern over the quay').digest('hex').toUpperCase()}:3\r\n`);
  const listed = Object.assign(new Settings(), { PASSWORD_BLOCKLIST_FILE: path });
  const blocklist = new PasswordBlocklist(listed);
  await blocklist.onModuleInit();
  const strict = new PasswordPolicy(blocklist, listed);

  expect(await reasonOf('green lantern over the quay', strict)).toMatch(/breach/);
  expect(await reasonOf('red lantern over the quay', strict)).toBeUndefined();
  await blocklist.onApplicationShutdown();
  rmSync(folder, { recursive: true });
});

it('stops the start if the file of PASSWORD_BLOCKLIST_FILE does not exist', async () => {
  const settings = Object.assign(new Settings(), { PASSWORD_BLOCKLIST_FILE: '/nowhere/hashes' });

  await expect(new PasswordBlocklist(settings).onModuleInit()).rejects.toThrow('PASSWORD_BLOCKLIST_FILE');
});
