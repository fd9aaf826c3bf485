import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Settings } from '../../config/settings';
import { copyDataDir } from './copy-data-dir';

/** The files of the embedded database, while the API uses it. */
@Injectable()
export class DatabaseFiles {
  constructor(
    private readonly settings: Settings,
    @InjectDataSource() private readonly database: DataSource,
  ) {}

  /** Whether the database is a folder of this process, and not a server. */
  get areLocal(): boolean {
    return this.settings.DATABASE_URL === undefined;
  }

  get folder(): string {
    return this.settings.DATA_DIR;
  }

  /**
   * Copies the data folder with all committed changes. Requests wait meanwhile, because the copy holds the only connection.
   * @param target an existing folder
   */
  async copyTo(target: string): Promise<void> {
    const runner = this.database.createQueryRunner();
    try {
      await runner.query('CHECKPOINT'); // writes all pages into their files
      await copyDataDir(this.folder, target);
    } finally {
      await runner.release();
    }
  }
}
