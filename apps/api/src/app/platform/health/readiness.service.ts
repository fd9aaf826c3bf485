import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** How long a probe waits for the database, in milliseconds; most give up by themselves soon after. */
const PATIENCE = 2000;

@Injectable()
export class ReadinessService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /**
   * Returns when the database answers, in time, and has every migration of this build. Whatever keeps it from that,
   * the answer is the same, so the reason goes to the log with the requests that fail of it.
   * @throws ServiceUnavailableException when requests cannot be served
   */
  async requireReady(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<false>((resolve) => (timer = setTimeout(resolve, PATIENCE, false)));
    try {
      const isReady = await Promise.race([this.isMigrated(), tooLate]);
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
