import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Needs } from '../../platform/access/needs';
import { IdPipe } from '../../platform/validation/id.pipe';
import { SimilarTextDto } from './similar-text.dto';
import { type SimilarTicketDto, toSimilarTicketDto } from './similar-ticket.dto';
import { SimilarTickets } from './similar-tickets';
import { DescribeFindSimilarTickets, DescribeListSimilarTickets } from './similar.openapi';

@ApiTags('tickets')
@Controller('tickets')
export class SimilarController {
  constructor(private readonly similar: SimilarTickets) {}

  @Post('similar')
  @HttpCode(HttpStatus.OK)
  @Needs('tickets:read')
  @DescribeFindSimilarTickets()
  async findSimilarTickets(@Body() text: SimilarTextDto): Promise<SimilarTicketDto[]> {
    const { title = '', description, requester_email: requesterEmail } = text;
    const found = await this.similar.of({
      title,
      description,
      ...(requesterEmail !== undefined && { requesterEmail }),
    });
    return found.map(toSimilarTicketDto);
  }

  @Get(':id/similar')
  @Needs('tickets:read')
  @DescribeListSimilarTickets()
  async listSimilarTickets(@Param('id', IdPipe) id: number): Promise<SimilarTicketDto[]> {
    return (await this.similar.ofTicket(id)).map(toSimilarTicketDto);
  }
}
