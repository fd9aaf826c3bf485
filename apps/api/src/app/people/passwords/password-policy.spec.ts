import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Settings } from '../../platform/config/settings';
import { InvalidInputException } from '../../platform/problems/invalid-input.exception';
import { PasswordBlocklist } from './password-blocklist';
import { PasswordPolicy } from './password-policy';

const PERSON = { name: 'Priya Nair', email: 'priya.nair@desk.example' };
const policy = new PasswordPolicy(new PasswordBlocklist(new Settings()));

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

it.each(['green lantern over the quay', 'correct horse battery staple', 'vier Elefanten im Regen', 'xK9#mP2$vL5@nQ8'])(
  'accepts %s',
  async (password) => {
    expect(await reasonOf(password)).toBeUndefined();
  },
);

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
])('refuses %s, and says why', async (password, reason) => {
  expect(await reasonOf(password)).toMatch(reason);
});

it('judges the longest password in bounded time: it looks at its start', async () => {
  expect(await reasonOf(`green lantern over the quay ${'x'.repeat(100)}`)).toBeUndefined();
});

it('refuses a password of PASSWORD_BLOCKLIST_FILE', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-blocklist-'));
  const path = join(folder, 'hashes');
  writeFileSync(path, `${createHash('sha1').update('green lantern over the quay').digest('hex').toUpperCase()}:3\r\n`);
  const blocklist = new PasswordBlocklist(Object.assign(new Settings(), { PASSWORD_BLOCKLIST_FILE: path }));
  await blocklist.onModuleInit();
  const strict = new PasswordPolicy(blocklist);

  expect(await reasonOf('green lantern over the quay', strict)).toMatch(/breach/);
  expect(await reasonOf('red lantern over the quay', strict)).toBeUndefined();
  await blocklist.onApplicationShutdown();
  rmSync(folder, { recursive: true });
});

it('stops the start if the file of PASSWORD_BLOCKLIST_FILE does not exist', async () => {
  const settings = Object.assign(new Settings(), { PASSWORD_BLOCKLIST_FILE: '/nowhere/hashes' });

  await expect(new PasswordBlocklist(settings).onModuleInit()).rejects.toThrow('PASSWORD_BLOCKLIST_FILE');
});
