import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Shutdown } from '../context/shutdown';
import { currentContext } from '../context/work-context';
import { unavailableReason } from '../database/database-unavailable';
import { isSchemaMissing } from '../database/missing-schema';
import { hasFreeDisk } from '../database/free-disk';
import { differenceOf } from '../database/pending-migrations';
import { poolOf } from '../database/reporting-pool';
import { NotReadyException } from './not-ready.exception';
import { REASONS_OF_DATABASE, type ReadinessReason } from './readiness-reasons';

/** Time for the database to respond. Most monitoring gives up soon after. */
const READINESS_TIMEOUT_MS = 2000;

const STATE = `
  SELECT current_setting('transaction_read_only') = 'on' AS "isReadOnly",
    has_table_privilege('tickets', 'SELECT') AS "canRead",
    ARRAY(SELECT name::text FROM migrations) AS applied`;

interface State {
  readonly isReadOnly: boolean;
  readonly canRead: boolean;
  /** Names of the applied migrations. */
  readonly applied: readonly string[];
}

/** The state of an API that serves requests. */
export interface Readiness {
  /** Whether changes are stored. */
  readonly writable: boolean;
  /** The limitations; empty without any. */
  readonly reasons: readonly ReadinessReason[];
}

/** Reasons with which the API serves reads. */
const READABLE: readonly ReadinessReason[] = ['read-only', 'disk-low'];

@Injectable()
export class ReadinessService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly shutdown: Shutdown,
  ) {}

  /**
   * Resolves if the database responds in time and has every migration of this build. A pool without a free connection counts as
   * ready while the database still answers the statements of others.
   * @throws NotReadyException otherwise, with the reason
   */
  async requireReady(): Promise<Readiness> {
    if (this.shutdown.isStopping) throw new NotReadyException('stopping', true);
    const startedAt = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<ReadinessReason[]>((resolve) => {
      timer = setTimeout(() => resolve([reasonOfTimeout()]), READINESS_TIMEOUT_MS);
    });
    const reasons = await Promise.race([this.findReasons(), timeout]).finally(() => clearTimeout(timer));
    const isBusy = reasons[0] === 'pool-busy' && poolOf(this.database).hasAnsweredSince(startedAt);
    if (isBusy) return { writable: true, reasons };
    const fatal = reasons.find((reason) => !READABLE.includes(reason));
    if (fatal) throw new NotReadyException(fatal);
    return { writable: reasons.length === 0, reasons };
  }

  private async findReasons(): Promise<ReadinessReason[]> {
    try {
      const [state] = await this.database.query<State[]>(STATE);
      const { isReadOnly = false, canRead = true, applied = [] } = state ?? {};
      if (!canRead) return ['no-rights'];
      const known = this.database.migrations.map(({ name, constructor }) => ({ name: name ?? constructor.name }));
      if (differenceOf(applied, known).pending.length) return ['migrations-pending'];
      const reasons: ReadinessReason[] = isReadOnly ? ['read-only'] : [];
      return (await hasFreeDisk(this.database)) ? reasons : [...reasons, 'disk-low'];
    } catch (error) {
      if (isSchemaMissing(error)) return ['migrations-pending'];
      return [REASONS_OF_DATABASE[unavailableReason(error) ?? 'no_connection']];
    }
  }
}

function reasonOfTimeout(): ReadinessReason {
  return currentContext()?.waits?.slowest === 'connection pool' ? 'pool-busy' : 'too-slow';
}
