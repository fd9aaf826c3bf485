import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, getSchemaPath } from '@nestjs/swagger';
import { ApiProblems } from '../platform/problems/api-problems';
import { FallbackSuggestionDto, ModelSuggestionDto } from './classification.dto';

const SUGGESTION: ModelSuggestionDto = {
  suggested_category: 'technical',
  suggested_priority: 'critical',
  used_fallback: false,
};

const FALLBACK: FallbackSuggestionDto = {
  suggested_category: 'general',
  suggested_priority: 'medium',
  used_fallback: true,
  fallback_reason: 'timeout',
  local: { category: 'technical', priority: 'critical', because: ['is down', 'for all users'], model: 'words' },
};

/** `POST /api/tickets/classify/` */
export const DescribeClassifyTicket = () =>
  applyDecorators(
    ApiExtraModels(ModelSuggestionDto, FallbackSuggestionDto),
    ApiOperation({
      summary: 'Suggest a category and a priority',
      description:
        'Asks the language model. Nothing is stored. Valid input always gets a 200 within the deadline: if the model gives no ' +
        'suggestion, the values are `general` and `medium`, `used_fallback` is true, and `fallback_reason` says why. `local` ' +
        'then has what the words of the ticket suggest, if they say enough. Email ' +
        'addresses, phone and card numbers, IBANs and keys are masked before the text leaves the API.',
    }),
    ApiOkResponse({
      description: "The model's suggestion, or the fallback.",
      content: {
        'application/json': {
          schema: {
            oneOf: [{ $ref: getSchemaPath(ModelSuggestionDto) }, { $ref: getSchemaPath(FallbackSuggestionDto) }],
          },
          examples: {
            suggestion: { summary: 'The model responded', value: SUGGESTION },
            fallback: { summary: 'The model took too long', value: FALLBACK },
          },
        },
      },
    }),
    ApiProblems(400, 408, 413, 415, 503),
  );
