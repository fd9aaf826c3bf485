import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CreateTicketDto, TicketDto, toTicketDto } from './ticket.dto';
import { TicketsService } from './tickets.service';

@ApiTags('tickets')
@Controller('tickets')
export class TicketsController {
  constructor(private readonly tickets: TicketsService) {}

  @Post()
  @ApiCreatedResponse({ type: TicketDto })
  async createTicket(@Body() fields: CreateTicketDto): Promise<TicketDto> {
    return toTicketDto(await this.tickets.create(fields));
  }

  @Get()
  @ApiOkResponse({ type: [TicketDto] })
  async listTickets(): Promise<TicketDto[]> {
    return (await this.tickets.list()).map(toTicketDto);
  }
}
