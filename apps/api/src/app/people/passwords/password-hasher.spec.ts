import { argon2Sync } from 'node:crypto';
import { PasswordHasher } from './password-hasher';

it('derives the key of RFC 9106, so that other implementations can verify its hashes', () => {
  const vector = argon2Sync('argon2id', {
    message: Buffer.alloc(32, 1),
    nonce: Buffer.alloc(16, 2),
    secret: Buffer.alloc(8, 3),
    associatedData: Buffer.alloc(12, 4),
    memory: 32,
    passes: 3,
    parallelism: 4,
    tagLength: 32,
  });

  expect(vector.toString('hex')).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
});

it('verifies a password, in any normalisation form', async () => {
  const hasher = new PasswordHasher();
  const hash = await hasher.hash('grün ist die Laterne am Kai'.normalize('NFD'));

  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await hasher.verify('grün ist die Laterne am Kai'.normalize('NFC'), hash)).toBe(true);
  expect(await hasher.verify('grün ist die Laterne am kai', hash)).toBe(false);
});

it.each([undefined, '', 'x', '$argon2id$v=19$m=1,t=1,p=1$$'])('verifies no password against %j', async (hash) => {
  expect(await new PasswordHasher().verify('', hash)).toBe(false);
});

it('gives each hash its own salt', async () => {
  const hasher = new PasswordHasher();

  expect(await hasher.hash('same')).not.toBe(await hasher.hash('same'));
});

it('rejects more waiting hashes than a person would wait for, and serves the others', async () => {
  const hasher = new PasswordHasher();
  const results = await Promise.allSettled(Array.from({ length: 60 }, () => hasher.hash('a')));

  const rejected = results.filter(({ status }) => status === 'rejected');
  expect(rejected.length).toBeGreaterThanOrEqual(60 - 2 - 32);
  expect(rejected.length).toBeLessThan(60);
  expect(await hasher.hash('a')).toContain('$argon2id$');
});

/** Costs little, so that many of them take no time. */
const CHEAP_HASH = `$argon2id$v=19$m=8,t=1,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

it('lets one source take half of the queue, and others the rest', async () => {
  const hasher = new PasswordHasher();
  await hasher.verify('', undefined); // the hash of its own has ended
  const verify = (source: string) => hasher.verify('a', CHEAP_HASH, source);

  const [first, others] = await Promise.all([
    Promise.allSettled(Array.from({ length: 30 }, () => verify('203.0.113.7'))),
    Promise.allSettled(Array.from({ length: 16 }, (_, n) => verify(`198.51.100.${n}`))),
  ]);

  expect(first.filter(({ status }) => status === 'fulfilled')).toHaveLength(2 + 16); // two run at once
  expect(others.map(({ status }) => status)).toEqual(Array(16).fill('fulfilled'));
});
