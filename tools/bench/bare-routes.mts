/**
 * Baseline for the API: bare Fastify routes that run the API's SQL through `pg`. They list 50 tickets with their count, read one ticket,
 * and file one.
 * Usage: `node bare-routes.mts DATABASE_URL`. Prints its port.
 */
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { Pool } from 'pg';

const COLUMNS = `ticket.id, title, description, category, priority, status, ticket.created_at, ticket.updated_at, ticket.version, tags,
  requester.id AS requester_id, requester.email AS requester_email, requester.name AS requester_name,
  assignee.id AS assignee_id, assignee.name AS assignee_name, team.id AS team_id, team.name AS team_name`;
const TICKETS = `tickets AS ticket LEFT JOIN requesters AS requester ON requester.id = ticket.requester_id
  LEFT JOIN users AS assignee ON assignee.id = ticket.assignee_id LEFT JOIN teams AS team ON team.id = ticket.team_id`;
const LIST = `SELECT ${COLUMNS}, (SELECT COALESCE(SUM(tickets), 0)::int FROM ticket_label_counts) AS total,
    false AS has_more_backward
  FROM ${TICKETS} ORDER BY ticket.created_at DESC, ticket.id DESC LIMIT 51`;
const TICKET = `SELECT ${COLUMNS} FROM ${TICKETS} WHERE ticket.id = $1`;
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
