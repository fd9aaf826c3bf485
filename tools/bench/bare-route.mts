/**
 * The yardstick: the list of 50 with its count as a bare Fastify route, with the same SQL as the API's through `pg`.
 * `node bare-route.mts DATABASE_URL`; prints its port.
 */
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { Pool } from 'pg';

const PAGE = `SELECT id, title, description, category, priority, status, created_at, updated_at, version
  FROM tickets ORDER BY created_at DESC, id DESC LIMIT 51`;
const COUNT = 'SELECT COALESCE(SUM(tickets), 0)::int AS total FROM ticket_label_counts';

const pool = new Pool({ connectionString: process.argv[2], max: 10 });
const server = Fastify();
server.get('/api/tickets/', async (_request, reply) => {
  const [page, count] = await Promise.all([pool.query(PAGE), pool.query<{ total: number }>(COUNT)]);
  reply.header('X-Total-Count', count.rows[0]?.total ?? 0);
  return page.rows.slice(0, 50);
});
await server.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${(server.server.address() as AddressInfo).port}\n`);
