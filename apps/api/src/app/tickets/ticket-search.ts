import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, type Repository } from 'typeorm';
import { inOrder, keepSide } from './keyset';
import type { PageCursor } from './page-cursor';
import { searchTerms } from './search-terms';
import { Ticket } from './ticket.entity';
import { COUNT_BOUND, type Count } from './ticket-count';
import { type TicketFilter, applyFilter } from './ticket-filter';
import { ticketsOf } from './ticket-row';

/** Tickets on one side of a cursor, nearest to it first. */
export interface Found {
  readonly tickets: Ticket[];
  /** Whether any ticket lies on the other side: the one the cursor names, or beyond. */
  readonly hasMoreBehind: boolean;
  readonly count: Count;
}

interface Match {
  readonly id: number;
  readonly created_at: Date;
}

@Injectable()
export class TicketSearch {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /**
   * The tickets that a search finds, in one snapshot.
   *
   * Rare texts are quick by the index of texts and then by sorting, frequent ones by the ordered index, and each is slow the
   * other way. PostgreSQL decides by an estimate, which for a text is little more than a guess. Here the count, which is wanted
   * anyway, decides: with few matches, they are all there is to sort; with many, the ordered index meets them soon.
   */
  find(filter: TicketFilter, limit: number, cursor?: PageCursor): Promise<Found> {
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      if (isIndexed(filter)) await manager.query('SET LOCAL enable_seqscan = off');
      const matches = await this.matches(manager, filter);
      return matches.length > COUNT_BOUND
        ? this.amongMany(manager, filter, limit, cursor)
        : this.amongFew(manager.getRepository(Ticket), matches, limit, cursor);
    });
  }

  /** What matches, newest first; one more than counts, and then not necessarily the newest, when there is more. */
  private matches(manager: EntityManager, filter: TicketFilter): Promise<Match[]> {
    const matches = applyFilter(
      manager
        .createQueryBuilder(Ticket, 'ticket')
        .select('ticket.id', 'id')
        .addSelect('ticket.createdAt', 'created_at'),
      filter,
    ).limit(COUNT_BOUND + 1);
    return manager
      .createQueryBuilder()
      .select('match.id', 'id')
      .addSelect('match.created_at', 'created_at')
      .from(`(${matches.getQuery()})`, 'match')
      .setParameters(matches.getParameters())
      .orderBy('match.created_at', 'DESC')
      .addOrderBy('match.id', 'DESC')
      .getRawMany<Match>();
  }

  private async amongFew(
    repository: Repository<Ticket>,
    matches: readonly Match[],
    limit: number,
    cursor?: PageCursor,
  ): Promise<Found> {
    const ahead = matches.filter((match) => isAhead(match, cursor));
    if (cursor?.direction === 'prev') ahead.reverse();
    const ids = ahead.slice(0, limit).map(({ id }) => id);
    const page = inOrder(repository.createQueryBuilder('ticket').where('ticket.id = ANY(:ids)', { ids }), cursor);
    return {
      tickets: ids.length ? await ticketsOf(page) : [],
      hasMoreBehind: ahead.length < matches.length,
      count: { total: matches.length, relation: 'eq' },
    };
  }

  private async amongMany(
    manager: EntityManager,
    filter: TicketFilter,
    limit: number,
    cursor?: PageCursor,
  ): Promise<Found> {
    // What is left is the ordered index.
    await manager.query('SET LOCAL enable_bitmapscan = off; SET LOCAL enable_seqscan = off');
    const matching = () => applyFilter(manager.createQueryBuilder(Ticket, 'ticket'), filter);
    const page = inOrder(keepSide(matching(), 'ahead', cursor), cursor).limit(limit);
    const behind = inOrder(keepSide(matching(), 'behind', cursor), cursor)
      .select('1')
      .limit(1);
    return {
      tickets: await ticketsOf(page),
      hasMoreBehind: cursor !== undefined && (await behind.getRawOne()) !== undefined,
      count: { total: COUNT_BOUND, relation: 'gte' },
    };
  }
}

/** Whether the index of texts can help: it knows runs of three letters or digits. */
function isIndexed(filter: TicketFilter): boolean {
  return searchTerms(filter.search ?? '').some((term) => /[\p{L}\p{N}]{3}/u.test(term));
}

function isAhead({ id, created_at }: Match, cursor: PageCursor | undefined): boolean {
  if (!cursor) return true;
  const later = created_at.getTime() - Date.parse(cursor.created_at) || id - cursor.id;
  return cursor.direction === 'next' ? later < 0 : later > 0;
}
