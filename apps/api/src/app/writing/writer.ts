import { AsyncResource } from 'node:async_hooks';
import { type FallbackReason, wordsOf } from '@docket/domain';
import { Injectable, Logger } from '@nestjs/common';
import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import { ClassifierFailure, Deadline, type GeminiAnswer, LanguageModel } from '../classifier';
import { remainingMs, startWaiting } from '../platform/context/work-context';
import { TextLedger, type WrittenText } from '../suggestions';
import { type ConversationOfTicket, ConversationText } from './conversation-text';
import { sentencesQuestion } from './sentences-question';
import { type VerifiedSentence, verifiedSentences } from './verified-sentences';
import { WRITING_PROMPT_VERSION, type WritingKind } from './writing-prompt';

/** The reason why no text was written: a reason of the model, or `unverified` if less than half of the sentences have a valid quote. */
export type NotWrittenReason = FallbackReason | 'unverified';

/** A text by the model with its id in the ledger, or the reason why there is none. */
export type Writing =
  { readonly id: string; readonly sentences: readonly VerifiedSentence[] } | { readonly reason: NotWrittenReason };

/** Deadline in milliseconds, including the time in the queue. A person waits for the text while reading the conversation. */
const DEADLINE_MS = 12_000;
/** Minimum remaining time for a call, in milliseconds: with less, it would fail and count as a failure of the model. */
const CALL_MIN_MS = 2_000;
/** Time reserved for the response, in milliseconds. */
const RESPONSE_MS = 500;
/** Time limit of a request for a text, in milliseconds. nginx waits 15 s. */
export const REQUEST_MS = DEADLINE_MS + 2 * RESPONSE_MS;
/** Maximum number of concurrent texts. They take longer than suggestions, which share the model's connections. */
const CONCURRENT_MAX = 2;
const QUEUED_MAX = 4;

/** The outcome of a request for a text. */
interface Attempt extends Partial<ConversationOfTicket> {
  readonly outcome: GeminiAnswer | ClassifierFailure;
  /** Number of calls to the model. */
  readonly attempts: number;
}

/** Lets the model summarise a conversation or draft a reply, and keeps the sentences that the conversation supports. */
@Injectable()
export class Writer {
  private readonly logger = new Logger('Writer');
  private readonly places = bulkhead(CONCURRENT_MAX, QUEUED_MAX);

  constructor(
    private readonly model: LanguageModel,
    private readonly conversations: ConversationText,
    private readonly ledger: TextLedger,
  ) {}

  /**
   * Writes a summary or a draft. A draft is sent to the requester, so the model does not get the notes for the team.
   * @param gone aborts when the client disconnects: a call that has not started is not made, and a running one ends
   * @throws NotFoundException if the ticket does not exist
   */
  async write(kind: WritingKind, ticketId: number, gone?: AbortSignal): Promise<Writing> {
    const startedAt = performance.now();
    const deadline = new Deadline(Math.min(DEADLINE_MS, remainingMs() - RESPONSE_MS), gone);
    try {
      const attempt = await this.inTurn(() => this.ask(kind, ticketId, deadline), deadline).catch(toAttempt);
      return this.finish(kind, ticketId, attempt, performance.now() - startedAt);
    } finally {
      deadline.clear();
    }
  }

  /**
   * Runs a request in a slot of the bulkhead. The deadline includes the time in the queue, because the bulkhead checks the signal only when
   * a slot is free.
   */
  private async inTurn(ask: () => Promise<Attempt>, deadline: Deadline): Promise<Attempt> {
    const begun = Promise.withResolvers<void>();
    // The bulkhead starts queued work in the async context of the request that has just finished, so the context is bound here.
    const begin = AsyncResource.bind(() => {
      begun.resolve();
      return ask();
    });
    const attempt = this.places.execute(begin, deadline.signal);
    attempt.catch(begun.reject);
    await deadline.race(begun.promise);
    return attempt;
  }

  private async ask(kind: WritingKind, ticketId: number, deadline: Deadline): Promise<Attempt> {
    const conversation = await deadline.race(this.conversations.of(ticketId, { withNotes: kind === 'summary' }));
    if (deadline.remainingMs < CALL_MIN_MS) throw new ClassifierFailure('timeout');
    const stopWaiting = startWaiting('model');
    try {
      return { ...conversation, ...(await this.model.ask(sentencesQuestion(kind, conversation.parts), deadline)) };
    } finally {
      stopWaiting();
    }
  }

  private finish(kind: WritingKind, ticketId: number, attempt: Attempt, latencyMs: number): Writing {
    const { outcome, parts = [], teamId = null, attempts } = attempt;
    const failure = outcome instanceof ClassifierFailure ? outcome : undefined;
    const usage = outcome instanceof ClassifierFailure ? outcome.details.usage : outcome.usage;
    const checked = outcome instanceof ClassifierFailure ? undefined : verifiedSentences(outcome.json, parts);
    const reason = failure?.reason ?? whyNot(checked);
    const sentences = checked?.sentences ?? [];
    const text = {
      kind,
      ticketId,
      teamId,
      outcome: failure?.details.isStopped ? ('stopped' as const) : (reason ?? ('written' as const)),
      sentences: checked?.written,
      kept: checked && sentences.length,
      ...(reason === undefined && { words: wordsOf(sentences.map((each) => each.text).join(' ')).length }),
      model: this.model.name,
      modelVersion: usage?.modelVersion,
      promptVersion: WRITING_PROMPT_VERSION,
      attempts,
      latencyMs,
      promptTokens: usage?.promptTokens,
      outputTokens: usage?.outputTokens,
      thoughtTokens: usage?.thoughtTokens,
      costMicros: this.model.costOf(usage),
    };
    this.log(text);
    const { outcome: recorded } = text;
    if (recorded === 'not_configured') return { reason: recorded };
    const id = this.ledger.record({ ...text, outcome: recorded });
    return reason === undefined ? { id, sentences } : { reason };
  }

  private log(text: Omit<WrittenText, 'outcome'> & { readonly outcome: string }): void {
    this.logger.log({
      msg: text.outcome === 'written' ? `Wrote a ${text.kind}` : `No ${text.kind}`,
      outcome: text.outcome,
      prompt_version: text.promptVersion,
      model_version: text.modelVersion,
      sentences: text.sentences,
      verified: text.kept,
      attempts: text.attempts,
      latency_ms: Math.round(text.latencyMs),
      prompt_tokens: text.promptTokens,
      output_tokens: text.outputTokens,
    });
  }
}

/** The reason to reject the sentences; undefined if at least one and at least half of them are verified. */
function whyNot(checked: ReturnType<typeof verifiedSentences>): NotWrittenReason | undefined {
  if (!checked) return 'invalid_output'; // the output has no list of sentences
  const { sentences, written } = checked;
  return sentences.length === 0 || 2 * sentences.length < written ? 'unverified' : undefined;
}

/** Converts a failure before the call to an attempt. Rethrows all other errors. */
function toAttempt(error: unknown): Attempt {
  if (error instanceof ClassifierFailure) return { outcome: error, attempts: 0 };
  if (error instanceof BulkheadRejectedError) return { outcome: new ClassifierFailure('overloaded'), attempts: 0 };
  throw error;
}
