/**
 * The baseline for the API: bare Fastify routes that run the API's SQL through `pg`. They list 50 tickets with their count, read
 * one ticket, and file one.
 * Usage: `node bare-routes.mts DATABASE_URL`. Prints its port.
 */
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { Pool } from 'pg';

const COLUMNS = 'id, title, description, category, priority, status, created_at, updated_at, version';
const LIST = `SELECT ${COLUMNS}, (SELECT COALESCE(SUM(tickets), 0)::int FROM ticket_label_counts) AS total,
    false AS has_more_backward
  FROM tickets ORDER BY created_at DESC, id DESC LIMIT 51`;
const TICKET = `SELECT ${COLUMNS} FROM tickets WHERE id = $1`;
const INSERT = `INSERT INTO tickets (title, description, category, priority, status)
  VALUES ($1, $2, $3, $4, $5) RETURNING *`;

interface Ticket {
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly priority: string;
}

const pool = new Pool({ connectionString: process.argv[2], max: 10 });
const server = Fastify();
server.get('/api/tickets/', async (_request, reply) => {
  const { rows } = await pool.query<{ total: number }>(LIST);
  reply.header('X-Total-Count', rows[0]?.total ?? 0);
  return rows.slice(0, 50);
});
server.get<{ Params: { id: string } }>('/api/tickets/:id/', async ({ params }) => {
  const { rows } = await pool.query<Ticket>(TICKET, [params.id]);
  return rows[0];
});
server.post<{ Body: Ticket }>('/api/tickets/', async ({ body }, reply) => {
  const { rows } = await pool.query<Ticket>(INSERT, [
    body.title,
    body.description,
    body.category,
    body.priority,
    'open',
  ]);
  reply.code(201);
  return rows[0];
});
await server.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${(server.server.address() as AddressInfo).port}\n`);
