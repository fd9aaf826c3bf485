import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Time for the database to respond. Most monitoring gives up soon after. */
const READINESS_TIMEOUT_MS = 2000;

@Injectable()
export class ReadinessService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /**
   * Resolves if the database responds in time and has every migration of this build.
   * @throws ServiceUnavailableException otherwise, without a reason; the log has the reasons of failed requests
   */
  async requireReady(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<false>((resolve) => (timer = setTimeout(resolve, READINESS_TIMEOUT_MS, false)));
    try {
      const isReady = await Promise.race([this.isMigrated(), timeout]);
      if (!isReady) throw new ServiceUnavailableException('The database is not ready');
    } finally {
      clearTimeout(timer);
    }
  }

  private async isMigrated(): Promise<boolean> {
    try {
      const rows = await this.database.query<{ applied: number }[]>('SELECT COUNT(*)::int AS applied FROM migrations');
      return (rows[0]?.applied ?? 0) >= this.database.migrations.length;
    } catch {
      return false;
    }
  }
}
