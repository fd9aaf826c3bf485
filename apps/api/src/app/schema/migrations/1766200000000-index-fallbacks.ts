import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds the requests that the language model did not answer for a reason, newest first: rare ones are in all days of the ledger. Not
 * built online: it holds these requests only, and while it is built, suggestions wait in the queue of the ledger.
 */
export class IndexFallbacks1766200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX suggestions_by_reason ON suggestions (outcome, asked_at) WHERE outcome <> 'answered'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX suggestions_by_reason');
  }
}
