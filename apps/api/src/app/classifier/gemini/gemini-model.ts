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
import { ResponseTooLargeError } from '../../platform/http/bounded-fetch';
import { ClassifierFailure } from '../classifier-failure';
import type { Deadline } from '../policies/deadline';
import { type GeminiHttpError, failureFromHttpError, rejectsThinkingBudget } from './gemini-http-error';
import { type GeminiAnswer, readGeminiAnswer } from './gemini-response';
import { withBoundedFetch } from './with-bounded-fetch';

export { type ResponseSchema, SchemaType };

/** The SDK's types predate `thinkingConfig`; the SDK sends unknown fields unchanged. */
type ThinkingGenerationConfig = GenerationConfig & { thinkingConfig?: { thinkingBudget: number } };

/** Characters that an HTTP header can contain. For others the SDK throws an error that looks like a network error. */
const HEADER_SAFE = /^[\x21-\x7e]+$/;

/** Connection to Gemini. */
export interface GeminiOptions {
  readonly apiKey: string;
  readonly model: string;
  /** Default: Google's public endpoint. */
  readonly baseUrl?: string;
}

/** A question to Gemini. */
export interface GeminiQuestion {
  readonly systemInstruction: string;
  /** Untrusted text between delimiters. It leaves this process, so it is masked and bounded. */
  readonly text: string;
  /** The shape of the answer, as JSON. Gemini does not always keep to it. */
  readonly responseSchema: ResponseSchema;
  /** Includes the thoughts of models that think. */
  readonly maxOutputTokens: number;
}

/**
 * Calls Gemini once per question. No other file imports the SDK. Never log an instance: the SDK keeps the API key in a public field.
 */
export class GeminiModel {
  private readonly model: GenerativeModel;
  private readonly isKeyHeaderSafe: boolean;
  private readonly temperature: number | undefined;
  private sendsThinkingBudget: boolean;

  constructor({ apiKey, model, baseUrl }: GeminiOptions) {
    this.model = new GoogleGenerativeAI(apiKey).getGenerativeModel(
      { model },
      { baseUrl: baseUrl?.replace(/(?<!\/)\/+$/, '') || undefined }, // the SDK appends a path that starts with a slash
    );
    this.isKeyHeaderSafe = HEADER_SAFE.test(apiKey);
    this.temperature = /(?:^|\/)gemini-2\./.test(model) ? 0 : undefined; // newer models ignore or reject a temperature
    this.sendsThinkingBudget = /(?:^|\/)gemini-2\.5/.test(model); // newer models respond 400 to a budget of 0
  }

  /** @throws ClassifierFailure if Gemini gives no answer */
  async ask(question: GeminiQuestion, deadline: Deadline): Promise<GeminiAnswer> {
    if (deadline.signal.aborted) throw deadline.failure(); // the SDK ignores a signal that is already aborted
    if (!this.isKeyHeaderSafe) throw new ClassifierFailure('unauthorized');
    return readGeminiAnswer(await this.generate(question, deadline));
  }

  private async generate(question: GeminiQuestion, deadline: Deadline): Promise<unknown> {
    const { signal } = deadline;
    const sentThinkingBudget = this.sendsThinkingBudget;
    try {
      const request = this.request(question, sentThinkingBudget);
      return (await withBoundedFetch(() => this.model.generateContent(request, { signal }))).response;
    } catch (error) {
      if (signal.aborted) throw deadline.failure();
      throw this.toFailure(error, sentThinkingBudget);
    }
  }

  private request(question: GeminiQuestion, withThinkingBudget: boolean): GenerateContentRequest {
    const { systemInstruction, text, responseSchema, maxOutputTokens } = question;
    const generationConfig: ThinkingGenerationConfig = {
      maxOutputTokens, // includes thoughts, hence the thinking budget of 0
      responseMimeType: 'application/json',
      responseSchema,
      temperature: this.temperature,
      ...(withThinkingBudget && { thinkingConfig: { thinkingBudget: 0 } }),
    };
    return { systemInstruction, contents: [{ role: 'user', parts: [{ text }] }], generationConfig };
  }

  /** SDK errors are told apart by class, because all are named "Error". Errors of `fetch` and `JSON.parse` arrive unwrapped. */
  private toFailure(error: unknown, sentThinkingBudget: boolean): ClassifierFailure {
    if (error instanceof GoogleGenerativeAIFetchError) return this.toHttpFailure(error, sentThinkingBudget);
    if (error instanceof GoogleGenerativeAIAbortError) return new ClassifierFailure('timeout');
    if (error instanceof GoogleGenerativeAIRequestInputError) return new ClassifierFailure('bad_request');
    if (error instanceof ResponseTooLargeError) return new ClassifierFailure('invalid_output');
    const isSyntaxError = (error as Error | undefined)?.name === 'SyntaxError'; // status 200 with HTML or incomplete JSON
    return new ClassifierFailure(isSyntaxError ? 'upstream_error' : 'network', { retry: 'after-delay' });
  }

  private toHttpFailure(error: GoogleGenerativeAIFetchError, sentThinkingBudget: boolean): ClassifierFailure {
    const httpError: GeminiHttpError = {
      status: error.status ?? 0,
      message: error.message,
      details: error.errorDetails,
      sentThinkingBudget,
    };
    if (rejectsThinkingBudget(httpError)) this.sendsThinkingBudget = false;
    return failureFromHttpError(httpError);
  }
}
