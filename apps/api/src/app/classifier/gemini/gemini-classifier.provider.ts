import {
  type GenerateContentRequest,
  type GenerationConfig,
  type GenerativeModel,
  GoogleGenerativeAI,
  GoogleGenerativeAIAbortError,
  GoogleGenerativeAIFetchError,
  GoogleGenerativeAIRequestInputError,
  type ResponseSchema,
  SchemaType,
} from '@google/generative-ai';
import { TICKET_CATEGORIES, TICKET_PRIORITIES } from '@docket/domain';
import type { ClassifierAnswer, ClassifierProvider } from '../classifier.provider';
import { ClassifierFailure } from '../classifier-failure';
import { buildPrompt } from '../classifier-prompt';
import type { Deadline } from '../policies/deadline';
import { readGeminiAnswer } from './gemini-answer';
import { type GeminiHttpError, geminiHttpFailure, refusesThinkingBudget } from './gemini-http-failure';
import type { ModelText } from '../privacy/model-text';

/** The SDK passes on what it does not know; its types are older than thinking. */
type Generation = GenerationConfig & { thinkingConfig?: { thinkingBudget: number } };

const LABELS_SCHEMA: ResponseSchema = {
  type: SchemaType.OBJECT,
  properties: {
    category: { type: SchemaType.STRING, format: 'enum', enum: [...TICKET_CATEGORIES] },
    priority: { type: SchemaType.STRING, format: 'enum', enum: [...TICKET_PRIORITIES] },
  },
  required: ['category', 'priority'],
};
const MAX_OUTPUT_TOKENS = 256;
/** What a header can carry; the SDK would fail on anything else with an error that looks like a network's. */
const SENDABLE_KEY = /^[\x21-\x7e]+$/;

/** Where Gemini is, and how it is asked. */
export interface GeminiOptions {
  readonly apiKey: string;
  readonly model: string;
  /** Google's own when absent. */
  readonly baseUrl?: string;
}

/** One call to Gemini: the only file that knows its SDK. Never log an instance, since the SDK keeps the key in an open field. */
export class GeminiClassifier implements ClassifierProvider {
  private readonly model: GenerativeModel;
  private readonly canSendKey: boolean;
  private readonly temperature: number | undefined;
  private sendsThinkingBudget: boolean;

  constructor({ apiKey, model, baseUrl }: GeminiOptions) {
    this.model = new GoogleGenerativeAI(apiKey).getGenerativeModel(
      { model },
      { baseUrl: baseUrl?.replace(/\/+$/, '') || undefined }, // a slash at its end would break the path
    );
    this.canSendKey = SENDABLE_KEY.test(apiKey);
    this.temperature = /(^|\/)gemini-2\./.test(model) ? 0 : undefined; // ignored or refused by newer models
    this.sendsThinkingBudget = /(^|\/)gemini-2\.5/.test(model); // newer models answer 400 to a budget of 0
  }

  async classify(text: ModelText, { signal }: Deadline): Promise<ClassifierAnswer> {
    if (signal.aborted) throw new ClassifierFailure('timeout'); // the SDK takes no notice of a signal that is aborted already
    if (!this.canSendKey) throw new ClassifierFailure('unauthorized');
    return readGeminiAnswer(await this.generate(text, signal));
  }

  private async generate(text: ModelText, signal: AbortSignal): Promise<unknown> {
    const sentThinkingBudget = this.sendsThinkingBudget;
    try {
      return (await this.model.generateContent(this.request(text, sentThinkingBudget), { signal })).response;
    } catch (error) {
      if (signal.aborted) throw new ClassifierFailure('timeout');
      throw this.failureOf(error, sentThinkingBudget);
    }
  }

  private request(text: ModelText, withThinkingBudget: boolean): GenerateContentRequest {
    const { systemInstruction, ticket } = buildPrompt(text);
    const generationConfig: Generation = {
      maxOutputTokens: MAX_OUTPUT_TOKENS, // thoughts count, hence the budget of 0
      responseMimeType: 'application/json',
      responseSchema: LABELS_SCHEMA,
      temperature: this.temperature,
      ...(withThinkingBudget && { thinkingConfig: { thinkingBudget: 0 } }),
    };
    return { systemInstruction, contents: [{ role: 'user', parts: [{ text: ticket }] }], generationConfig };
  }

  /** All errors of the SDK are named "Error", so their classes tell; some failures reach us raw, and those have names. */
  private failureOf(error: unknown, sentThinkingBudget: boolean): ClassifierFailure {
    if (error instanceof GoogleGenerativeAIFetchError) return this.httpFailure(error, sentThinkingBudget);
    if (error instanceof GoogleGenerativeAIAbortError) return new ClassifierFailure('timeout');
    if (error instanceof GoogleGenerativeAIRequestInputError) return new ClassifierFailure('bad_request');
    const isNoJson = (error as Error | undefined)?.name === 'SyntaxError'; // a 200 whose body is cut, or HTML
    return new ClassifierFailure(isNoJson ? 'upstream_error' : 'network', { retry: 'after a pause' });
  }

  private httpFailure(error: GoogleGenerativeAIFetchError, sentThinkingBudget: boolean): ClassifierFailure {
    const httpError: GeminiHttpError = {
      status: error.status ?? 0,
      message: error.message,
      details: error.errorDetails,
      sentThinkingBudget,
    };
    if (refusesThinkingBudget(httpError)) this.sendsThinkingBudget = false;
    return geminiHttpFailure(httpError);
  }
}
