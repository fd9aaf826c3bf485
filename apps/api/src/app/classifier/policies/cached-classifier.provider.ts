import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { ClassifierAnswer, ClassifierProvider } from '../classifier.provider';
import { PROMPT_VERSION } from '../classifier-prompt';
import { Deadline } from './deadline';
import type { ModelText } from '../privacy/model-text';

const CACHE_SIZE = 1000;
const CACHE_TTL_MS = 24 * 60 * 60 * 1000;

/**
 * Answers the same text from memory, and asks once for those who ask at the same time. Only answers are kept, never failures, and
 * never a text: the key is a hash.
 */
export class CachedClassifier implements ClassifierProvider {
  private readonly answers = new LRUCache<string, ClassifierAnswer>({
    max: CACHE_SIZE,
    ttl: CACHE_TTL_MS,
    ttlResolution: 0,
    perf: { now: () => Date.now() },
  });
  private readonly inFlight = new Map<string, Promise<ClassifierAnswer>>();

  /** @param deadlineMs how long a call may take; its own, since whoever asked first may be gone before the others */
  constructor(
    private readonly inner: ClassifierProvider,
    private readonly model: string,
    private readonly deadlineMs: number,
  ) {}

  async classify(text: ModelText): Promise<ClassifierAnswer> {
    const key = cacheKey(this.model, text);
    return this.answers.get(key) ?? this.inFlight.get(key) ?? this.ask(key, text);
  }

  /** Not aborted when a caller leaves: others may have joined, and the answer is kept for whoever asks next. */
  private ask(key: string, text: ModelText): Promise<ClassifierAnswer> {
    const call = this.answer(key, text).finally(() => this.inFlight.delete(key));
    this.inFlight.set(key, call);
    return call;
  }

  private async answer(key: string, text: ModelText): Promise<ClassifierAnswer> {
    const deadline = new Deadline(this.deadlineMs);
    try {
      const { category, priority } = await this.inner.classify(text, deadline);
      this.answers.set(key, { category, priority });
      return { category, priority };
    } finally {
      deadline.clear();
    }
  }
}

/** The same for texts that differ in spaces only, and another for each prompt and model. */
export function cacheKey(model: string, text: ModelText): string {
  const normalised = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return createHash('sha256')
    .update(JSON.stringify([PROMPT_VERSION, model, normalised]))
    .digest('base64');
}
