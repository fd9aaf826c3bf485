import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The models that Docket trained on people's decisions. A model that was not good enough has no parameters: its row says when it was
 * tried, and how good it was.
 */
export class LocalModels1766100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE local_models (
        id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        trained_at timestamptz(3) NOT NULL,
        decisions  integer NOT NULL CHECK (decisions > 0),
        parameters bytea CHECK (octet_length(parameters) <= 4194304),
        metrics    jsonb NOT NULL CHECK (jsonb_typeof(metrics) = 'object' AND octet_length(metrics::text) <= 2000),
        is_active  boolean NOT NULL,
        CHECK (parameters IS NOT NULL OR NOT is_active)
      )`);
    await runner.query('CREATE UNIQUE INDEX local_models_active ON local_models (is_active) WHERE is_active');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE local_models');
  }
}
