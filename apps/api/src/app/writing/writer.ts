import { AsyncResource } from 'node:async_hooks';
import type { FallbackReason } from '@docket/domain';
import { Injectable, Logger } from '@nestjs/common';
import { BulkheadRejectedError, TaskCancelledError, bulkhead } from 'cockatiel';
import { ClassifierFailure, Deadline, type GeminiQuestion, LanguageModel, SchemaType } from '../classifier';
import { remainingMs, startWaiting } from '../platform/context/work-context';
import { ConversationText } from './conversation-text';
import { QUOTE_MIN_LENGTH, type VerifiedSentence, verifiedSentences } from './verified-sentences';
import { WRITING_PROMPT_VERSION, type WritingKind, buildWritingPrompt } from './writing-prompt';

/** Why nothing was written: the reasons of the model, or that less than half of the sentences stood the check of their quotes. */
export type NotWrittenReason = FallbackReason | 'unverified';

/** What the model wrote, or why there is nothing. */
export type Writing = { readonly sentences: readonly VerifiedSentence[] } | { readonly reason: NotWrittenReason };

/** A person waits for it and reads the conversation meanwhile. In milliseconds, with the time in the queue. */
const DEADLINE_MS = 12_000;
/** Less time than this is not worth a call, in milliseconds: it would fail, and count as a failure of the model. */
const CALL_MIN_MS = 2_000;
/** Time of a request that remains for the response, in milliseconds. */
const RESPONSE_MS = 500;
/** Time of a request for a text, in milliseconds. nginx waits 15 s. */
export const REQUEST_MS = DEADLINE_MS + 2 * RESPONSE_MS;
/** Texts at a time: they take longer than suggestions, which share the model's connections. */
const CONCURRENT_MAX = 2;
const QUEUED_MAX = 4;
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

/** Lets the model summarise a conversation or draft a reply, and keeps what the conversation confirms. */
@Injectable()
export class Writer {
  private readonly logger = new Logger('Writer');
  private readonly places = bulkhead(CONCURRENT_MAX, QUEUED_MAX);

  constructor(
    private readonly model: LanguageModel,
    private readonly conversations: ConversationText,
  ) {}

  /**
   * A draft goes to the requester, so it is written without the notes of the team.
   * @throws NotFoundException if there is no such ticket
   */
  async write(kind: WritingKind, ticketId: number): Promise<Writing> {
    const deadline = new Deadline(Math.min(DEADLINE_MS, remainingMs() - RESPONSE_MS));
    // The bulkhead starts what waits in the context of the request that has just ended.
    const writeNow = AsyncResource.bind(() => this.writeNow(kind, ticketId, deadline));
    try {
      return await deadline.race(this.places.execute(writeNow, deadline.signal));
    } catch (error) {
      if (error instanceof BulkheadRejectedError) return { reason: 'overloaded' };
      if (error instanceof TaskCancelledError) return { reason: 'timeout' };
      if (error instanceof ClassifierFailure) return { reason: error.reason };
      throw error;
    } finally {
      deadline.clear();
    }
  }

  private async writeNow(kind: WritingKind, ticketId: number, deadline: Deadline): Promise<Writing> {
    const parts = await this.conversations.of(ticketId, { withNotes: kind === 'summary' });
    if (deadline.remainingMs < CALL_MIN_MS) return { reason: 'timeout' };
    const startedAt = performance.now();
    const { systemInstruction, conversation } = buildWritingPrompt(kind, parts);
    const question = {
      systemInstruction,
      text: conversation,
      responseSchema: SENTENCES,
      maxOutputTokens: MAX_OUTPUT_TOKENS,
    };
    const { outcome, attempts } = await this.ask(question, deadline);
    const checked = outcome instanceof ClassifierFailure ? undefined : verifiedSentences(outcome.json, parts);
    const writing = outcome instanceof ClassifierFailure ? { reason: outcome.reason } : toWriting(checked);
    const usage = outcome instanceof ClassifierFailure ? outcome.details.usage : outcome.usage;
    this.logger.log({
      msg: 'reason' in writing ? `No ${kind}` : `Wrote a ${kind}`,
      outcome: 'reason' in writing ? writing.reason : 'written',
      prompt_version: WRITING_PROMPT_VERSION,
      model_version: usage?.modelVersion,
      sentences: checked?.written,
      verified: checked?.sentences.length,
      attempts,
      latency_ms: Math.round(performance.now() - startedAt),
      prompt_tokens: usage?.promptTokens,
      output_tokens: usage?.outputTokens,
    });
    return writing;
  }

  private async ask(question: GeminiQuestion, deadline: Deadline) {
    const stopWaiting = startWaiting('model');
    try {
      return await this.model.ask(question, deadline);
    } finally {
      stopWaiting();
    }
  }
}

/** @param checked undefined for an answer of another shape */
function toWriting(checked: ReturnType<typeof verifiedSentences>): Writing {
  if (!checked) return { reason: 'invalid_output' };
  const { sentences, written } = checked;
  return sentences.length === 0 || 2 * sentences.length < written ? { reason: 'unverified' } : { sentences };
}
