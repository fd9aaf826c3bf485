import { type GeminiQuestion, SchemaType } from '../classifier';
import type { ConversationPart } from './conversation-text';
import { QUOTE_MIN_LENGTH } from './verified-sentences';
import { type WritingKind, buildWritingPrompt } from './writing-prompt';

const MAX_OUTPUT_TOKENS = 2048;

const SENTENCES: GeminiQuestion['responseSchema'] = {
  type: SchemaType.OBJECT,
  properties: {
    sentences: {
      type: SchemaType.ARRAY,
      items: {
        type: SchemaType.OBJECT,
        properties: {
          text: { type: SchemaType.STRING },
          quote: { type: SchemaType.STRING, description: `At least ${QUOTE_MIN_LENGTH} characters` },
          part: { type: SchemaType.INTEGER },
        },
        required: ['text', 'quote', 'part'],
      },
    },
  },
  required: ['sentences'],
};

/** Asks for a summary or a draft as a list of sentences with their quotes. */
export function sentencesQuestion(kind: WritingKind, parts: readonly ConversationPart[]): GeminiQuestion {
  const { systemInstruction, conversation } = buildWritingPrompt(kind, parts);
  return { systemInstruction, text: conversation, responseSchema: SENTENCES, maxOutputTokens: MAX_OUTPUT_TOKENS };
}
