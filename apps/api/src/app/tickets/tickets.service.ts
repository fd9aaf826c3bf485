import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Ticket } from './ticket.entity';

@Injectable()
export class TicketsService {
  constructor(@InjectRepository(Ticket) private readonly tickets: Repository<Ticket>) {}

  async create(fields: Pick<Ticket, 'title' | 'description' | 'category' | 'priority'>): Promise<Ticket> {
    const { identifiers } = await this.tickets.insert(fields);
    return this.tickets.findOneByOrFail({ id: identifiers[0]?.['id'] });
  }

  list(): Promise<Ticket[]> {
    return this.tickets
      .createQueryBuilder('ticket')
      .orderBy('ticket.createdAt', 'DESC')
      .addOrderBy('ticket.id', 'DESC')
      .limit(50)
      .getMany();
  }
}
