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

/** Why nothing was written: the reasons of the model, or that less than half of the sentences stood the check of their quotes. */
export type NotWrittenReason = FallbackReason | 'unverified';

/** What the model wrote, with its id in the ledger, or why there is nothing. */
export type Writing =
  { readonly id: string; readonly sentences: readonly VerifiedSentence[] } | { readonly reason: NotWrittenReason };

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

/** How a request for a text ended. */
interface Attempt extends Partial<ConversationOfTicket> {
  readonly outcome: GeminiAnswer | ClassifierFailure;
  /** Calls to the service. */
  readonly attempts: number;
}

/** Lets the model summarise a conversation or draft a reply, and keeps what the conversation confirms. */
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
   * A draft goes to the requester, so it is written without the notes of the team.
   * @param gone aborts if nobody waits for the text any more: then no call is made, or the running one ends
   * @throws NotFoundException if there is no such ticket
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

  /** The deadline includes the time in the queue: the bulkhead itself looks at it only when the turn comes. */
  private async inTurn(ask: () => Promise<Attempt>, deadline: Deadline): Promise<Attempt> {
    const begun = Promise.withResolvers<void>();
    // The bulkhead starts what waits in the context of the request that has just ended.
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

/** Undefined if at least half of the sentences stand. */
function whyNot(checked: ReturnType<typeof verifiedSentences>): NotWrittenReason | undefined {
  if (!checked) return 'invalid_output'; // an answer of another shape
  const { sentences, written } = checked;
  return sentences.length === 0 || 2 * sentences.length < written ? 'unverified' : undefined;
}

/** A request that ended before a call. Rethrows what is no failure of the model. */
function toAttempt(error: unknown): Attempt {
  if (error instanceof ClassifierFailure) return { outcome: error, attempts: 0 };
  if (error instanceof BulkheadRejectedError) return { outcome: new ClassifierFailure('overloaded'), attempts: 0 };
  throw error;
}
