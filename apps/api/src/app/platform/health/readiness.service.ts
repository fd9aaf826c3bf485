import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Shutdown } from '../context/shutdown';
import { currentContext } from '../context/work-context';
import { unavailableReason } from '../database/database-unavailable';
import { hasFreeDisk } from '../database/free-disk';
import { NotReadyException, type NotReadyReason } from './not-ready.exception';

/** Time for the database to respond. Most monitoring gives up soon after. */
const READINESS_TIMEOUT_MS = 2000;

/** SQLSTATE of a table that does not exist. */
const UNDEFINED_TABLE = '42P01';

const STATE = `
  SELECT current_setting('transaction_read_only') = 'on' AS "isReadOnly",
    ARRAY(SELECT name::text FROM migrations) AS applied`;

@Injectable()
export class ReadinessService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly shutdown: Shutdown,
  ) {}

  /**
   * Resolves if the database responds in time, accepts changes and has every migration of this build.
   * @throws NotReadyException otherwise, with the reason
   */
  async requireReady(): Promise<void> {
    if (this.shutdown.signal.aborted) throw new NotReadyException('stopping');
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<NotReadyReason>((resolve) => {
      timer = setTimeout(() => resolve(reasonOfTimeout()), READINESS_TIMEOUT_MS);
    });
    const reason = await Promise.race([this.findReason(), timeout]).finally(() => clearTimeout(timer));
    if (reason) throw new NotReadyException(reason);
  }

  private async findReason(): Promise<NotReadyReason | undefined> {
    try {
      const [state] = await this.database.query<{ isReadOnly: boolean; applied: string[] }[]>(STATE);
      const { isReadOnly = false, applied = [] } = state ?? {};
      const known = new Set(applied);
      if (!this.database.migrations.every(({ name, constructor }) => known.has(name ?? constructor.name)))
        return 'migrations_pending';
      if (isReadOnly) return 'read_only';
      return (await hasFreeDisk(this.database)) ? undefined : 'disk_full';
    } catch (error) {
      if ((error as { code?: unknown }).code === UNDEFINED_TABLE) return 'migrations_pending';
      return unavailableReason(error) ?? 'no_connection';
    }
  }
}

function reasonOfTimeout(): NotReadyReason {
  return currentContext()?.waits?.slowest === 'connection pool' ? 'pool_exhausted' : 'too_slow';
}
