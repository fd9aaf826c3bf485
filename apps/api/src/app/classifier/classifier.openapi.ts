import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, getSchemaPath } from '@nestjs/swagger';
import { ApiProblems } from '../platform/problems/api-problems';
import { FallbackSuggestionDto, ModelSuggestionDto } from './classification.dto';

/** The preference of a client that can hide a suggestion from its person. */
export const BLIND_PREFERENCE = 'docket-blind';

const SUGGESTION: ModelSuggestionDto = {
  suggestion_id: '019ac9b2-6f54-7e0c-9d6a-3f1c55d0a7e2',
  suggested_category: 'technical',
  suggested_priority: 'critical',
  used_fallback: false,
  provider: 'gemini',
};

const FALLBACK: FallbackSuggestionDto = {
  suggestion_id: '019ac9b2-8a11-7b3d-8f02-c1d2a4e59b60',
  suggested_category: 'general',
  suggested_priority: 'medium',
  used_fallback: true,
  fallback_reason: 'timeout',
  provider: 'local',
  local: { category: 'technical', priority: 'critical', because: ['is down', 'for all users'], model: 'words' },
};

/** `POST /api/tickets/classify/` */
export const DescribeClassifyTicket = () =>
  applyDecorators(
    ApiExtraModels(ModelSuggestionDto, FallbackSuggestionDto),
    ApiOperation({
      summary: 'Suggest a category and a priority',
      description:
        'Asks the language model. The text is not stored; what was suggested is, so that its quality can be measured. Valid input always gets a 200 within the deadline: if the model gives no ' +
        'suggestion, the values are `general` and `medium`, `used_fallback` is true, and `fallback_reason` says why. `local` ' +
        'then has what the API suggests by itself, by its own model or the words of the ticket, if these say enough. `provider` ' +
        'names who suggests, and is absent if nobody does. Email ' +
        'addresses, phone and card numbers, IBANs and keys are masked before the text leaves the API.',
    }),
    ApiHeader({
      name: 'Prefer',
      required: false,
      description:
        `\`${BLIND_PREFERENCE}\` (RFC 7240): the client hides the suggestion from its person if the response has \`blind\`. That is so for ` +
        'a small share (CLASSIFY_BLIND_SHARE), to see what people choose alone. For the same ticket, `=hide` hides later suggestions, ' +
        'too, and `=show` says that the person has seen one.',
      schema: { type: 'string' },
      example: BLIND_PREFERENCE,
    }),
    ApiOkResponse({
      headers: {
        'Preference-Applied': {
          description: 'Present with `blind`.',
          schema: { type: 'string', enum: [BLIND_PREFERENCE] },
        },
      },
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
