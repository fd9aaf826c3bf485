import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was suggested for new tickets, and what people chose. One row for each request, without its text. Two writers fill it, in any
 * order: the API that answered, and the one that filed the ticket. No reference to tickets and teams: the ledger outlives them, and
 * filing must not wait for it.
 */
export class Suggestions1766000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE suggestions (
        id               uuid PRIMARY KEY,
        asked_at         timestamptz(3) NOT NULL,
        surface          text CHECK (surface IN ('form', 'api')),
        is_blind         boolean,
        outcome          text CHECK (outcome IN ('answered', 'not_configured', 'timeout', 'rate_limited', 'overloaded', 'circuit_open',
                           'network', 'upstream_error', 'unauthorized', 'model_not_found', 'bad_request', 'blocked', 'truncated',
                           'invalid_output', 'budget')),
        model            text CHECK (char_length(model) <= 200),
        model_version    text CHECK (char_length(model_version) <= 200),
        prompt_version   integer,
        category         text CHECK (category IN ('general', 'billing', 'technical', 'account')),
        priority         text CHECK (priority IN ('low', 'medium', 'high', 'critical')),
        local_model      text CHECK (local_model IN ('words', 'learned')),
        local_version    integer,
        local_category   text CHECK (local_category IN ('general', 'billing', 'technical', 'account')),
        local_priority   text CHECK (local_priority IN ('low', 'medium', 'high', 'critical')),
        local_confidence real CHECK (local_confidence BETWEEN 0 AND 1),
        characters       integer CHECK (characters >= 0),
        attempts         integer CHECK (attempts >= 0),
        latency_ms       integer CHECK (latency_ms >= 0),
        is_cached        boolean,
        prompt_tokens    integer CHECK (prompt_tokens >= 0),
        output_tokens    integer CHECK (output_tokens >= 0),
        thought_tokens   integer CHECK (thought_tokens >= 0),
        cost_micros      bigint CHECK (cost_micros >= 0),
        ticket_id        integer,
        team_id          integer,
        shown_at         timestamptz(3),
        chosen_category  text CHECK (chosen_category IN ('general', 'billing', 'technical', 'account')),
        chosen_priority  text CHECK (chosen_priority IN ('low', 'medium', 'high', 'critical')),
        chosen_at        timestamptz(3),
        final_category   text CHECK (final_category IN ('general', 'billing', 'technical', 'account')),
        final_priority   text CHECK (final_priority IN ('low', 'medium', 'high', 'critical')),
        final_at         timestamptz(3),
        final_by         text CHECK (final_by IN ('resolution', 'age')),
        CHECK ((chosen_at IS NULL) = (ticket_id IS NULL)),
        CHECK ((final_at IS NULL) = (final_by IS NULL)),
        CHECK (final_at IS NULL OR chosen_at IS NOT NULL)
      )`);
    await runner.query('CREATE INDEX suggestions_by_time ON suggestions (asked_at)');
    await runner.query('CREATE INDEX suggestions_blind ON suggestions (asked_at) WHERE is_blind');
    // Rare reasons are in all days of the ledger. Without a key, each row has the reason left out here.
    await runner.query(`
      CREATE INDEX suggestions_by_reason ON suggestions (outcome, asked_at)
      WHERE outcome NOT IN ('answered', 'not_configured')`);
    await runner.query('CREATE INDEX suggestions_by_ticket ON suggestions (ticket_id) WHERE ticket_id IS NOT NULL');
    await runner.query(
      'CREATE INDEX suggestions_without_final ON suggestions (id) WHERE chosen_at IS NOT NULL AND final_at IS NULL',
    );
    await runner.query(`
      CREATE TABLE suggestion_losses (
        day    date PRIMARY KEY,
        number integer NOT NULL CHECK (number > 0)
      )`);
    await runner.query(`
      CREATE TABLE model_spend (
        day         date PRIMARY KEY,
        calls       integer NOT NULL CHECK (calls >= 0),
        cost_micros bigint NOT NULL DEFAULT 0 CHECK (cost_micros >= 0)
      )`);
    // Empty text and 0 stand for "none", because they belong to the key.
    await runner.query(`
      CREATE TABLE suggestion_day_counts (
        day            date NOT NULL,
        team_id        integer NOT NULL,
        provider       text NOT NULL,
        model          text NOT NULL,
        prompt_version integer NOT NULL,
        field          text NOT NULL CHECK (field IN ('category', 'priority')),
        seen           text NOT NULL CHECK (seen IN ('shown', 'blind', 'unseen')),
        suggested      text NOT NULL,
        chosen         text NOT NULL,
        final          text NOT NULL,
        bin            integer NOT NULL CHECK (bin BETWEEN 0 AND 10),
        number         integer NOT NULL CHECK (number > 0),
        PRIMARY KEY (day, team_id, provider, model, prompt_version, field, seen, suggested, chosen, final, bin)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE suggestion_day_counts');
    await runner.query('DROP TABLE model_spend');
    await runner.query('DROP TABLE suggestion_losses');
    await runner.query('DROP TABLE suggestions');
  }
}
