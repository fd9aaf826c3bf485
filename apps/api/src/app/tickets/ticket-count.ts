import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { searchTerms } from './search-terms';
import { Ticket } from './ticket.entity';
import { type TicketFilter, applyFilter } from './ticket-filter';

/** Where counting the matches of a search stops. */
export const COUNT_BOUND = 10_000;

/** How many tickets match. */
export interface Count {
  readonly total: number;
  /** `eq`: exactly so many; `gte`: so many or more. */
  readonly relation: 'eq' | 'gte';
}

@Injectable()
export class TicketCount {
  constructor(@InjectRepository(Ticket) private readonly tickets: Repository<Ticket>) {}

  /** Counts exactly, but only up to {@link COUNT_BOUND} where a text is searched for, which is costly. */
  async count(filter: TicketFilter): Promise<Count> {
    const isSearch = searchTerms(filter.search ?? '').length > 0;
    const matches = applyFilter(this.tickets.createQueryBuilder('ticket').select('1'), filter);
    if (isSearch) matches.limit(COUNT_BOUND + 1);
    const { total } = await this.countRows(matches);
    return total > COUNT_BOUND && isSearch ? { total: COUNT_BOUND, relation: 'gte' } : { total, relation: 'eq' };
  }

  private async countRows(matches: ReturnType<Repository<Ticket>['createQueryBuilder']>): Promise<{ total: number }> {
    const row = await this.tickets.manager
      .createQueryBuilder()
      .select('COUNT(*)::int', 'total')
      .from(`(${matches.getQuery()})`, 'match')
      .setParameters(matches.getParameters())
      .getRawOne<{ total: number }>();
    return row ?? { total: 0 };
  }
}
