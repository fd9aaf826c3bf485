import { ApiProperty } from '@nestjs/swagger';
import type { Share } from '../../platform/statistics/proportions';
import { MODEL_STATES, type ModelState } from './model-state';

const COUNT = { type: 'integer', minimum: 0 } as const;
const SHARE = { type: 'number', minimum: 0, maximum: 1 } as const;

/** A share of cases with its interval. */
export class AccuracyDto {
  @ApiProperty({ ...COUNT, description: 'Number of decisions.', example: 240 })
  n!: number;

  @ApiProperty({ ...SHARE, description: 'The share that was right.', example: 0.87 })
  share!: number;

  @ApiProperty({
    type: 'array',
    items: SHARE,
    minItems: 2,
    maxItems: 2,
    description: 'The Wilson interval of 95 %.',
    example: [0.82, 0.907],
  })
  interval!: readonly [number, number];
}

/** A training of the model. */
export class TrainingDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The number of the training.', example: 3 })
  version!: number;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'When it read the decisions.' })
  trained_at!: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Decisions that it learned from.', example: 2400 })
  decisions!: number;

  @ApiProperty({
    type: AccuracyDto,
    required: false,
    description:
      'On the newest decisions, from which it had not learned. Where the model says nothing, the words answer.',
  })
  accuracy?: AccuracyDto;

  @ApiProperty({
    type: AccuracyDto,
    required: false,
    description: 'What suggested before, on the same decisions: the model before, or the words of the tickets.',
  })
  accuracy_before?: AccuracyDto;
}

/** The state of the trained model. */
export class ModelsDto {
  @ApiProperty({
    enum: [...MODEL_STATES],
    enumName: 'LearnedModelState',
    description:
      '`off`: CLASSIFIER has no `local`. `learning`: there are fewer `decisions` than `needed`. `waiting`: the next training comes ' +
      'within the hour, or the last one was not good enough, or all decisions have one category (`has_one_category`). `active`: the model suggests.',
  })
  state!: (typeof MODEL_STATES)[number];

  @ApiProperty({
    ...COUNT,
    maximum: 20_000,
    description: 'Categories that people decided, up to 20,000.',
    example: 140,
  })
  decisions!: number;

  @ApiProperty({ ...COUNT, description: 'Decisions that the first training needs.', example: 200 })
  needed!: number;

  @ApiProperty({
    type: 'boolean',
    description:
      'True if there are enough decisions for a training, and all have one category: nothing is learned until people decide ' +
      'another one.',
  })
  has_one_category!: boolean;

  @ApiProperty({ type: TrainingDto, required: false, description: 'The model that suggests.' })
  active?: TrainingDto;

  @ApiProperty({
    type: TrainingDto,
    required: false,
    description: 'The last training, if its model was worse than what suggested before. It is not used.',
  })
  rejected?: TrainingDto;
}

export function toModelsDto(model: ModelState): ModelsDto {
  const { state, decisions, needed, hasOneCategory, active, rejected } = model;
  return {
    state,
    decisions,
    needed,
    has_one_category: hasOneCategory,
    ...(active && { active: toTrainingDto(active) }),
    ...(rejected && { rejected: toTrainingDto(rejected) }),
  };
}

function toTrainingDto(training: NonNullable<ModelState['active']>): TrainingDto {
  const { id, trainedAt, decisions, accuracy, accuracyBefore } = training;
  return {
    version: id,
    trained_at: trainedAt,
    decisions,
    ...(accuracy && { accuracy: toAccuracyDto(accuracy) }),
    ...(accuracyBefore && { accuracy_before: toAccuracyDto(accuracyBefore) }),
  };
}

function toAccuracyDto({ n, share, low, high }: Share): AccuracyDto {
  return { n, share, interval: [low, high] };
}
