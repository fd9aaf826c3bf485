import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { rmdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { type Author, SecurityLog, actorIds } from '../people';
import { Settings } from '../platform/config/settings';
import { SYSTEM_ACTOR } from '../platform/context/actor';
import { runInContext } from '../platform/context/work-context';
import { serverVersion } from '../platform/database/server-version';
import { Transactions } from '../platform/database/transactions';
import { DatabaseFiles } from '../platform/database/files/database-files';
import { placeOf } from '../platform/database/transfer/place';
import { ProblemException } from '../platform/problems/problem.exception';
import { BackupChecker } from './backup-checker';
import {
  UNVERIFIED,
  createBackupFolder,
  listBackups,
  removeOldBackups,
  requireSpace,
  sizeOf,
  timeOf,
} from './backup-folder';
import { requireDumpVersion } from './postgres-program';
import { dumpServer } from './server-archive';
import { verifyBackup } from './verify-backup';
import { BACKUP_BY_SERVER, BACKUP_IMPOSSIBLE, BACKUP_RUNNING } from './problem-kinds';

export const BACKUP_STATES = ['running', 'checked', 'unverified'] as const;
export type BackupState = (typeof BACKUP_STATES)[number];

/** An entry of BACKUP_DIR: a checked backup, a copy that is being made or checked, or an unchecked copy. */
export interface Backup {
  readonly name: string;
  readonly createdAt: Date;
  readonly state: BackupState;
  readonly bytes: number;
}

/** Runs one backup at a time: of the embedded database while the API uses it, or the nightly one of a server. */
@Injectable()
export class BackupsService implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger('Backup');
  private readonly stopping = new AbortController();
  /** Path of the copy that is being made or checked. */
  private current?: string;
  private running?: Promise<void>;

  constructor(
    private readonly settings: Settings,
    private readonly files: DatabaseFiles,
    private readonly checker: BackupChecker,
    private readonly transactions: Transactions,
    private readonly securityLog: SecurityLog,
  ) {}

  /** Aborts a running backup before the nightly job waits for it to end. */
  onModuleDestroy(): void {
    this.stopping.abort();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.running;
  }

  /** The backups in BACKUP_DIR, newest first. */
  async list(): Promise<Backup[]> {
    const entries = await listBackups(this.settings.BACKUP_DIR);
    return Promise.all(
      entries.map(async ({ name, path, createdAt, isChecked }) => {
        const unchecked = path === this.current ? 'running' : 'unverified';
        const bytes = await sizeOf(path).catch(() => 0); // removed since it was listed
        return { name, createdAt, state: isChecked ? 'checked' : unchecked, bytes };
      }),
    );
  }

  /**
   * Starts a backup after the COMMIT of the request, without waiting for it: the request has a deadline, and its transaction may hold the
   * only connection that the copy needs.
   * @param author who asked for it, for the audit log; absent for the nightly backup
   * @throws ProblemException if one is running, if the database is on a server, or if BACKUP_DIR has no space or cannot be written
   */
  async start(author?: Author): Promise<Backup> {
    if (!this.files.areLocal) {
      throw new ProblemException(
        409,
        BACKUP_BY_SERVER,
        'The database is on a server. Run "docket backup", set BACKUP_AT, or use its own tools',
      );
    }
    return this.transactions.run(async (manager) => {
      const path = await this.reserve();
      if (author) await this.record(manager, author, path);
      this.transactions.afterCommit(() => {
        const context = { actor: SYSTEM_ACTOR, requestId: `backup-${randomUUID()}` };
        this.running = runInContext(context, () => this.make(path));
      });
      return { name: basename(path), createdAt: timeOf(path) ?? new Date(), state: 'running', bytes: 0 };
    });
  }

  /** Creates the folder of the backup. At most one backup is reserved; a rollback of the request removes the folder and frees the slot. */
  private async reserve(): Promise<string> {
    if (this.current !== undefined) {
      throw new ProblemException(409, BACKUP_RUNNING, 'A backup is running. Wait until it is checked');
    }
    this.current = ''; // set before the first await, so that two requests cannot both start one
    this.transactions.undoUnlessCommitted(() => this.release());
    try {
      const directory = this.settings.BACKUP_DIR;
      await requireSpace(directory, await sizeOf(join(this.files.folder, 'database')));
      return (this.current = await createBackupFolder(directory, new Date()));
    } catch (error) {
      this.logger.error(`The backup cannot start: ${(error as Error).message}`);
      throw new ProblemException(409, BACKUP_IMPOSSIBLE, (error as Error).message);
    }
  }

  private async release(): Promise<void> {
    const path = this.current;
    this.current = undefined;
    if (path) await rmdir(path); // nothing is copied yet
  }

  /**
   * Makes a backup of either database form and waits until it is checked. Logs a failure.
   * @param lost aborts the backup of a server when its lease is lost, because another process may then make it
   */
  async run(lost?: AbortSignal): Promise<void> {
    if (this.files.areLocal) await this.start();
    else this.running = this.dump(AbortSignal.any([this.stopping.signal, ...(lost ? [lost] : [])]));
    await this.running;
  }

  /** @throws StartupError if pg_dump is missing, or older than the server */
  async requireProgram(): Promise<void> {
    await requireDumpVersion(await this.transactions.statement(serverVersion));
  }

  private async dump(signal: AbortSignal): Promise<void> {
    const place = placeOf(this.settings);
    if (place.form !== 'server') return;
    const { BACKUP_DIR: directory } = this.settings;
    // Shutdown does not wait for the check, which takes minutes for a large archive.
    const ended = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    const work = async () => {
      const start = performance.now();
      const path = await dumpServer(place.address, directory, {
        signal,
        onFolder: (folder) => (this.current = folder),
      });
      this.logger.log(`Copied the database within ${Math.round(performance.now() - start)} ms: ${path}`);
      await verifyBackup(path);
      await this.removeOld();
    };
    await this.finish(Promise.race([work(), ended]));
  }

  private async record(manager: EntityManager, author: Author, path: string): Promise<void> {
    const about = { ...actorIds(author.actor), details: { name: basename(path, UNVERIFIED) } };
    await this.securityLog.record(manager, 'backup_started', author.client, about);
  }

  private make(path: string): Promise<void> {
    const work = async () => {
      const start = performance.now();
      await this.files.copyTo(path);
      this.logger.log(`Copied the database within ${Math.round(performance.now() - start)} ms: ${path}`);
      await this.checker.check(path, this.stopping.signal);
      await this.removeOld();
    };
    return this.finish(work());
  }

  private async removeOld(): Promise<void> {
    const removed = await removeOldBackups(this.settings.BACKUP_DIR, this.settings.BACKUP_KEEP);
    this.logger.log(`The backup is checked${removed.length ? `; removed ${removed.join(', ')}` : ''}`);
  }

  private async finish(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (!this.stopping.signal.aborted) this.logger.error(`The backup failed: ${(error as Error).message}`);
    } finally {
      this.current = undefined;
    }
  }
}
