import { createHash } from 'node:crypto';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { StartupError } from '../../platform/startup/startup-error';
import { SortedHashFile } from './sorted-hash-file';

/** The passwords that were found in breaches of other sites, if PASSWORD_BLOCKLIST_FILE has them. */
@Injectable()
export class PasswordBlocklist implements OnModuleInit, OnApplicationShutdown {
  private file?: SortedHashFile;

  constructor(private readonly settings: Settings) {}

  /** @throws StartupError if the file cannot be used: the operator must not believe that it is */
  async onModuleInit(): Promise<void> {
    const path = this.settings.PASSWORD_BLOCKLIST_FILE;
    if (path === undefined) return;
    try {
      this.file = await SortedHashFile.open(path);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new StartupError(
        `PASSWORD_BLOCKLIST_FILE cannot be used: ${reason}. It must be the SHA-1 list of Have I Been Pwned, sorted by hash`,
      );
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.file?.close();
  }

  /** Whether a password is on the list. False without a list. */
  async has(password: string): Promise<boolean> {
    return (await this.file?.has(createHash('sha1').update(password).digest('hex'))) ?? false;
  }
}
