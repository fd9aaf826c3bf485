import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../platform/access/needs';
import { Settings } from '../../platform/config/settings';
import { ApiProblems } from '../../platform/problems/api-problems';
import { QualityService } from '../quality/quality.service';
import { MeasureQualityDto } from './measure-quality.dto';
import { QualityDto } from './quality.dto';
import { toQualityRange } from './to-quality-range';

@ApiTags('quality')
@Controller('quality')
export class QualityController {
  constructor(
    private readonly quality: QualityService,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Needs('stats:read')
  @ApiOperation({
    summary: 'Measure the suggestions',
    description:
      'How often suggestions were right, with the number of cases and an interval. `blind` is the honest figure: there, people chose ' +
      'without seeing the suggestion. All figures come from one snapshot of the ledger, at most 400 days of it.',
  })
  @ApiOkResponse({ type: QualityDto, description: 'The figures.' })
  @ApiProblems(400, 503)
  measureQuality(@Query() query: MeasureQualityDto): Promise<QualityDto> {
    return this.quality.measure(toQualityRange(query, this.settings.hasModel));
  }
}
