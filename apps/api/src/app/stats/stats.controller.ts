import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../platform/access/needs';
import { ReplicaReads } from '../platform/database/replica/replica-reads';
import { ApiProblems } from '../platform/problems/api-problems';
import { StatsService } from './stats.service';
import { TicketStatsDto } from './ticket-stats.dto';

@ApiTags('stats')
@Controller('tickets/stats')
export class StatsController {
  constructor(
    private readonly stats: StatsService,
    private readonly replica: ReplicaReads,
  ) {}

  @Get()
  @Needs('stats:read')
  @ApiOperation({
    summary: 'Statistics of all tickets',
    description: 'Totals, breakdowns and the last 30 days, from one snapshot.',
  })
  @ApiOkResponse({ type: TicketStatsDto, description: 'The statistics.' })
  @ApiProblems(503)
  getTicketStats(): Promise<TicketStatsDto> {
    return this.replica.read(() => this.stats.summarise());
  }
}
