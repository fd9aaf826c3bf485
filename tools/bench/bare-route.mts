/**
 * The yardstick: the list of 50 with its count as a bare Fastify route, with the same SQL as the API's through `pg`.
 * `node bare-route.mts DATABASE_URL`; prints its port.
 */
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { Pool } from 'pg';

const LIST = `SELECT id, title, description, category, priority, status, created_at, updated_at, version,
    (SELECT COALESCE(SUM(tickets), 0)::int FROM ticket_label_counts) AS total, false AS has_more_behind
  FROM tickets ORDER BY created_at DESC, id DESC LIMIT 51`;

interface Row {
  readonly total: number;
}

const pool = new Pool({ connectionString: process.argv[2], max: 10 });
const server = Fastify();
server.get('/api/tickets/', async (_request, reply) => {
  const { rows } = await pool.query<Row>(LIST);
  reply.header('X-Total-Count', rows[0]?.total ?? 0);
  return rows.slice(0, 50);
});
await server.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${(server.server.address() as AddressInfo).port}\n`);
