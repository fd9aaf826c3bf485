import { Controller, Get, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Author, CurrentAuthor } from '../../people';
import { Needs } from '../../platform/access/needs';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { ModelStates } from './model-state';
import { ModelsDto, toModelsDto } from './models.dto';
import { NOTHING_TO_LEARN } from './problem-kinds';
import { RequestedTraining } from './requested-training';

const NOT_STARTED: OperationProblem = {
  status: 409,
  name: 'TrainingNotStarted',
  description:
    'A training is running (`/problems/training-running`), people have decided fewer than 200 categories or always the same one ' +
    '(`/problems/nothing-to-learn`), or `CLASSIFIER` has no `local` (`/problems/training-off`).',
  detail: 'People have decided fewer than 200 categories',
  kind: NOTHING_TO_LEARN,
};

@ApiTags('quality')
@Controller('models')
export class ModelsController {
  constructor(
    private readonly states: ModelStates,
    private readonly training: RequestedTraining,
  ) {}

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

  @Post('train')
  @Needs('settings')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({
    summary: "Train the desk's own model now",
    description:
      'Does not wait for 200 new decisions, nor for the end of the training, which takes up to a minute. `active` or `rejected` of ' +
      '`GET /api/models` then have a new `version`. The audit log says who started it.',
  })
  @ApiAcceptedResponse({
    type: ModelsDto,
    description: 'The training has started. The response describes the model as it was before.',
  })
  @ApiProblems(NOT_STARTED, 503)
  async trainModel(@CurrentAuthor() author: Author): Promise<ModelsDto> {
    return toModelsDto(await this.training.start(author));
  }
}
