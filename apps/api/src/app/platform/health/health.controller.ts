import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../problems/api-problems';
import { HealthDto } from './health.dto';
import { ReadinessService } from './readiness.service';

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(private readonly readiness: ReadinessService) {}

  @Get('healthz')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Whether the process is alive',
    description:
      'Answers as long as the process runs, with or without its database. Restart the process when it does not.',
  })
  @ApiOkResponse({ type: HealthDto, description: 'It is alive.' })
  getLiveness(): HealthDto {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Whether requests can be served',
    description:
      'The database is reachable and has every migration. Send no traffic while it is not, and do not restart.',
  })
  @ApiOkResponse({ type: HealthDto, description: 'It is ready.' })
  @ApiProblems(503)
  async getReadiness(): Promise<HealthDto> {
    await this.readiness.requireReady();
    return { status: 'ok' };
  }
}
