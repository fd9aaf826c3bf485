import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../platform/access/needs';
import { ApiProblems } from '../../platform/problems/api-problems';
import { ModelStates } from './model-state';
import { ModelsDto, toModelsDto } from './models.dto';

@ApiTags('quality')
@Controller('models')
export class ModelsController {
  constructor(private readonly states: ModelStates) {}

  @Get()
  @Needs('stats:read')
  @ApiOperation({
    summary: "Describe the desk's own model",
    description:
      'How many categories people have decided, and how good the model is that was trained on them. Once an hour, 200 new decisions ' +
      'start a training; a model that is significantly worse than what suggested before is not used.',
  })
  @ApiOkResponse({ type: ModelsDto, description: 'The model.' })
  @ApiProblems(503)
  async describeModels(): Promise<ModelsDto> {
    return toModelsDto(await this.states.current());
  }
}
