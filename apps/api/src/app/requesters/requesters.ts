import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/context/actor';
import { Transactions } from '../platform/database/transactions';

/** A requester to find or create. */
export interface NamedRequester {
  /** Normalized (platform/validation/email-address.ts). */
  readonly email: string;
  readonly name?: string;
}

/** A requester as named by the team. Null removes the name; undefined keeps it. */
export interface RenamedRequester extends Omit<NamedRequester, 'name'> {
  readonly name?: string | null;
}

/** A row of `requesters`. */
interface RequesterRow {
  readonly id: number;
  readonly email: string;
  readonly name: string | null;
}

/** A page of requesters, sorted by id. */
export interface RequesterPage {
  readonly requesters: readonly RequesterRow[];
  /** The cursor of the next page; undefined on the last one. */
  readonly next?: number;
}

/**
 * Leaves out requesters without a ticket, such as a mistyped address: users who read tickets do not know them. The LIMIT probes the index
 * of the tickets once per requester; a semi-join would read all tickets of the preceding requesters.
 */
const PAGE = `
  SELECT requesters.id, email, name FROM requesters
  CROSS JOIN LATERAL (SELECT FROM tickets WHERE requester_id = requesters.id LIMIT 1) AS ticket
  WHERE requesters.id > $1`;
const IN_ORDER = ' ORDER BY requesters.id LIMIT $2';
/** Reads all requesters if few match. */
const CONTAINS = ` AND (strpos(lower(email), lower($3)) > 0 OR strpos(lower(name), lower($3)) > 0)`;

/** @param name SQL for the resulting name, from `known` and `excluded` */
const findOrCreate = (name: string): string => `
  INSERT INTO requesters AS known (email, name) VALUES ($1, $2)
  ON CONFLICT (email) DO UPDATE SET name = ${name}
  RETURNING id`;

const NAMED_BY_TEAM = findOrCreate('excluded.name');
const UNNAMED_BY_TEAM = findOrCreate('known.name');

/** Keeps a known name: anyone can type any email address and name into the public form. */
const NAMED_BY_STRANGER = findOrCreate('coalesce(known.name, excluded.name)');

/**
 * Finds or creates many requesters. Inserts only new ones and those without a name, because each conflict uses up an id. Inserts them in
 * the order of their addresses, so that concurrent transactions do not deadlock. Also returns requesters that another transaction has
 * created since.
 */
const FIND_OR_CREATE_ALL = `
  WITH wanted AS (
    SELECT email, name FROM unnest($1::text[], $2::text[]) AS one (email, name)
  ), known AS (
    SELECT id, email, name FROM requesters WHERE email = ANY($1::text[])
  ), stored AS (
    INSERT INTO requesters AS old (email, name)
    SELECT email, wanted.name FROM wanted LEFT JOIN known USING (email)
    WHERE known.id IS NULL OR (known.name IS NULL AND wanted.name IS NOT NULL)
    ORDER BY email COLLATE "C"
    ON CONFLICT (email) DO UPDATE SET name = coalesce(old.name, excluded.name)
    RETURNING id, email
  )
  SELECT id, email FROM stored UNION SELECT id, email FROM known`;

/** Finds and creates requesters by their email addresses. */
@Injectable()
export class Requesters {
  constructor(private readonly transactions: Transactions) {}

  /** The id of the requester with an email address, who is created if unknown. A name from the team replaces the known one. */
  async idOf(actor: Actor, { email, name }: RenamedRequester): Promise<number> {
    const byTeam = name === undefined ? UNNAMED_BY_TEAM : NAMED_BY_TEAM;
    const sql = actor.kind === 'anonymous' ? NAMED_BY_STRANGER : byTeam;
    const [{ id }] = await this.transactions.statement((manager) =>
      manager.query<[{ id: number }]>(sql, [email, name ?? null]),
    );
    return id;
  }

  /** The ids of imported requesters by email address. Creates new ones, and keeps known names, because the file may be old. */
  async idsOfAll(named: readonly NamedRequester[]): Promise<ReadonlyMap<string, number>> {
    const names = new Map<string, string | null>();
    for (const { email, name } of named) names.set(email, names.get(email) ?? name ?? null);
    if (!names.size) return new Map();
    const found = await this.transactions.statement((manager) =>
      manager.query<{ id: number; email: string }[]>(FIND_OR_CREATE_ALL, [[...names.keys()], [...names.values()]]),
    );
    return new Map(found.map(({ id, email }) => [email, id]));
  }

  /**
   * A page of the requesters who have a ticket.
   * @param after the cursor: the id of the last requester of the page before
   * @param part of the address or the name
   */
  async page(after = 0, limit: number, part?: string): Promise<RequesterPage> {
    const sql = part === undefined ? PAGE + IN_ORDER : PAGE + CONTAINS + IN_ORDER;
    const found = await this.transactions.statement((manager) =>
      manager.query<RequesterRow[]>(sql, [after, limit + 1, ...(part === undefined ? [] : [part])]),
    );
    const requesters = found.slice(0, limit);
    const last = found.length > limit ? requesters.at(-1) : undefined;
    return { requesters, ...(last && { next: last.id }) };
  }

  /** The ids of the requesters with these normalized email addresses. */
  async idsOf(emails: readonly string[]): Promise<number[]> {
    const known = await this.transactions.statement((manager) =>
      manager.query<{ id: number }[]>('SELECT id FROM requesters WHERE email = ANY($1::text[])', [emails]),
    );
    return known.map(({ id }) => id);
  }
}
