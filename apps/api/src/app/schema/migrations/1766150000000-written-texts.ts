import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The summaries and drafted replies that somebody asked the language model for: one row for each request, without its text. No
 * reference to tickets and teams: the ledger outlives them, as that of suggestions does.
 */
export class WrittenTexts1766150000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE written_texts (
        id             uuid PRIMARY KEY,
        asked_at       timestamptz(3) NOT NULL,
        kind           text NOT NULL CHECK (kind IN ('summary', 'draft')),
        ticket_id      integer NOT NULL,
        team_id        integer,
        outcome        text NOT NULL CHECK (outcome IN ('written', 'unverified', 'stopped', 'timeout', 'rate_limited', 'overloaded',
                         'circuit_open', 'network', 'upstream_error', 'unauthorized', 'model_not_found', 'bad_request', 'blocked',
                         'truncated', 'invalid_output', 'budget')),
        sentences      integer CHECK (sentences >= 0),
        kept           integer CHECK (kept BETWEEN 0 AND sentences),
        words          integer CHECK (words >= 0),
        model          text NOT NULL CHECK (char_length(model) <= 200),
        model_version  text CHECK (char_length(model_version) <= 200),
        prompt_version integer NOT NULL,
        attempts       integer NOT NULL CHECK (attempts >= 0),
        latency_ms     integer NOT NULL CHECK (latency_ms >= 0),
        prompt_tokens  integer CHECK (prompt_tokens >= 0),
        output_tokens  integer CHECK (output_tokens >= 0),
        thought_tokens integer CHECK (thought_tokens >= 0),
        cost_micros    bigint CHECK (cost_micros >= 0),
        sent_at        timestamptz(3),
        edit_distance  integer CHECK (edit_distance >= 0),
        CHECK (sent_at IS NULL OR (kind = 'draft' AND outcome = 'written')),
        CHECK (edit_distance IS NULL OR sent_at IS NOT NULL)
      )`);
    await runner.query('CREATE INDEX written_texts_by_time ON written_texts (asked_at)');
    await runner.query('CREATE INDEX written_texts_by_ticket ON written_texts (ticket_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE written_texts');
  }
}
