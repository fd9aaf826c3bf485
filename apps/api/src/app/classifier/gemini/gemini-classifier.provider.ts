import { oneOf, TICKET_CATEGORIES, TICKET_PRIORITIES } from '@docket/domain';
import { ClassifierFailure } from '../classifier-failure';
import { buildPrompt } from '../classifier-prompt';
import type { ClassifierProvider, ClassifierResult } from '../classifier.provider';
import type { Deadline } from '../policies/deadline';
import type { ModelText } from '../privacy/model-text';
import { type GeminiModel, type ResponseSchema, SchemaType } from './gemini-model';
import type { GeminiAnswer } from './gemini-response';

const RESPONSE_SCHEMA: ResponseSchema = {
  type: SchemaType.OBJECT,
  properties: {
    category: { type: SchemaType.STRING, format: 'enum', enum: [...TICKET_CATEGORIES] },
    priority: { type: SchemaType.STRING, format: 'enum', enum: [...TICKET_PRIORITIES] },
  },
  required: ['category', 'priority'],
};
const MAX_OUTPUT_TOKENS = 256;

/** Asks Gemini for a category and a priority. */
export class GeminiClassifier implements ClassifierProvider {
  constructor(private readonly model: GeminiModel) {}

  async classify(text: ModelText, deadline: Deadline): Promise<ClassifierResult> {
    const { systemInstruction, ticket } = buildPrompt(text);
    const question = {
      systemInstruction,
      text: ticket,
      responseSchema: RESPONSE_SCHEMA,
      maxOutputTokens: MAX_OUTPUT_TOKENS,
    };
    return toClassifierResult(await this.model.ask(question, deadline));
  }
}

/**
 * Gemini returns unknown values despite the schema.
 * @throws ClassifierFailure `invalid_output`
 */
export function toClassifierResult({ json, usage }: GeminiAnswer): ClassifierResult {
  const category = oneOf(TICKET_CATEGORIES, json?.['category']);
  const priority = oneOf(TICKET_PRIORITIES, json?.['priority']);
  if (!category || !priority) throw new ClassifierFailure('invalid_output', { usage });
  return { category, priority, usage };
}
