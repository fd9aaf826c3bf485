import type { MigrationInterface, QueryRunner } from 'typeorm';
import { INVISIBLE } from './1764000000000-create-tickets';

/** Messages of tickets, and unsent drafts. */
export class Conversation1765800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE messages (
        id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        ticket_id   integer NOT NULL REFERENCES tickets ON DELETE CASCADE,
        visibility  text NOT NULL CHECK (visibility IN ('public', 'internal')),
        author_kind text NOT NULL CHECK (author_kind IN ('local', 'human', 'api', 'requester', 'ai', 'system')),
        author_id   integer,
        body        text NOT NULL,
        client_key  text CHECK (client_key ~ '^[A-Za-z0-9_-]{8,64}$'),
        created_at  timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT messages_body_length CHECK (char_length(body) <= 100000),
        CONSTRAINT messages_body_visible CHECK (body ~ '[^${INVISIBLE}]')
      )`);
    await runner.query('CREATE INDEX messages_by_ticket ON messages (ticket_id, id)');
    await runner.query('CREATE UNIQUE INDEX messages_by_client_key ON messages (ticket_id, client_key)');
    await runner.query(`
      CREATE TABLE drafts (
        ticket_id  integer NOT NULL REFERENCES tickets ON DELETE CASCADE,
        visibility text NOT NULL CHECK (visibility IN ('public', 'internal')),
        user_id    integer REFERENCES users,
        body       text NOT NULL CHECK (char_length(body) <= 100000),
        updated_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT drafts_one_per_person UNIQUE NULLS NOT DISTINCT (ticket_id, visibility, user_id)
      )`);
    await runner.query('CREATE INDEX drafts_by_user ON drafts (user_id)');
    await this.recordMessages(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE drafts');
    await runner.query('DROP TABLE messages');
    await runner.query('DROP FUNCTION record_message_insert(), messages_stay()');
  }

  /** Records each message as an event of its ticket. Messages never change: what a requester has read stays true. */
  private async recordMessages(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION record_message_insert() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO ticket_events (kind, ticket_id, message_id, at, actor_kind, actor_id, verified)
        SELECT 'message.added', message.ticket_id, message.id, message.created_at, message.author_kind, message.author_id,
          actor.verified
        FROM new_messages AS message, ticket_event_actor() AS actor ORDER BY message.id;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER messages_recorded_on_insert AFTER INSERT ON messages REFERENCING NEW TABLE AS new_messages
      FOR EACH STATEMENT EXECUTE FUNCTION record_message_insert()`);
    await runner.query(`
      CREATE FUNCTION messages_stay() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'messages never change' USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER messages_stay BEFORE UPDATE ON messages FOR EACH STATEMENT EXECUTE FUNCTION messages_stay()`);
  }
}
