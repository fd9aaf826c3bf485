import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from './settings';

/** The file in DATA_DIR that holds the key of an installation with the embedded database. */
const FILE = 'secret-key';

/**
 * The key from which the secrets of webhooks are derived: SECRET_KEY. With the embedded database, which one process uses, it is generated
 * on first use and stored beside the database. On a server, several processes need the same key.
 */
@Injectable()
export class SecretKey {
  private made?: string;

  constructor(private readonly settings: Settings) {}

  /** Undefined on a server without SECRET_KEY. */
  value(): string | undefined {
    const { SECRET_KEY, DATABASE_URL, DATA_DIR } = this.settings;
    if (SECRET_KEY !== undefined || DATABASE_URL !== undefined) return SECRET_KEY;
    this.made ??= readOrMake(DATA_DIR);
    return this.made;
  }
}

function readOrMake(folder: string): string {
  const path = join(folder, FILE);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
