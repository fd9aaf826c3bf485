import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable, ServiceUnavailableException } from '@nestjs/common';

/** OWASP's minimum for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Hashes at once: each takes 19 MB and 25 ms of a processor. */
const CONCURRENT = 2;
/** Hashes that wait. More would take longer than a person waits. */
const QUEUED = 32;
/** Hashes of one source that wait, so that one source does not keep all others out. */
const QUEUED_PER_SOURCE = QUEUED / 2;

/** A hash in the PHC string format. */
const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([\w+/]{1,64})\$([\w+/]{1,128})$/;

const deriveKey = promisify(argon2);

/** Hashes passwords with argon2id. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: { readonly source: string | undefined; readonly start: () => void }[] = [];
  /** The hash of a random password, for the constant time of {@link verify}. */
  private readonly unknown = this.hash(randomBytes(32).toString('base64'));

  /**
   * @returns the hash in the PHC string format
   * @throws ServiceUnavailableException if too many hashes wait
   */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const key = await this.derive(password, salt, { memory: MEMORY_KIB, passes: PASSES, lanes: LANES }, HASH_BYTES);
    return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${toBase64(salt)}$${toBase64(key)}`;
  }

  /**
   * Whether a password has a hash. Takes as long without a hash, so that the time does not reveal which people exist.
   * @param source the network that sends the password
   * @throws ServiceUnavailableException if too many hashes wait
   */
  async verify(password: string, phc: string | undefined, source?: string): Promise<boolean> {
    const [, memory, passes, lanes, salt = '', hash = ''] = PHC.exec(phc ?? (await this.unknown)) ?? [];
    if (!hash) return false;
    const expected = Buffer.from(hash, 'base64');
    const costs = { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) };
    const actual = await this.derive(password, Buffer.from(salt, 'base64'), costs, expected.length, source);
    return timingSafeEqual(actual, expected) && phc !== undefined;
  }

  private async derive(
    password: string,
    salt: Buffer,
    { memory, passes, lanes }: { readonly memory: number; readonly passes: number; readonly lanes: number },
    tagLength: number,
    source?: string,
  ): Promise<Buffer> {
    await this.acquire(source);
    try {
      const message = Buffer.from(password.normalize('NFKC'));
      return await deriveKey('argon2id', { message, nonce: salt, memory, passes, parallelism: lanes, tagLength });
    } finally {
      this.running--;
      this.waiting.shift()?.start();
    }
  }

  private async acquire(source: string | undefined): Promise<void> {
    if (this.running >= CONCURRENT) {
      if (!this.hasRoom(source)) throw new ServiceUnavailableException('Too many people sign in at the moment');
      await new Promise<void>((start) => this.waiting.push({ source, start }));
    }
    this.running++;
  }

  private hasRoom(source: string | undefined): boolean {
    if (this.waiting.length >= QUEUED) return false;
    if (source === undefined) return true;
    return this.waiting.filter((hash) => hash.source === source).length < QUEUED_PER_SOURCE;
  }
}

/** Base64 without padding, as the PHC string format uses it. */
function toBase64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
