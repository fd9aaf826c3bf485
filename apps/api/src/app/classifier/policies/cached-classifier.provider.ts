import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { ClassifierFailure } from '../classifier-failure';
import type { ClassifierResult, ClassifierProvider } from '../classifier.provider';
import { PROMPT_VERSION } from '../classifier-prompt';
import { Deadline } from './deadline';
import type { ModelText } from '../privacy/model-text';

const CACHE_SIZE = 1000;
const CACHE_TTL_MS = 24 * 60 * 60 * 1000;

/**
 * Caches results by a hash of the text, and shares one call among concurrent requests for the same text. Neither failures nor texts are
 * cached.
 */
export class CachedClassifier implements ClassifierProvider {
  private readonly results = new LRUCache<string, ClassifierResult>({
    max: CACHE_SIZE,
    ttl: CACHE_TTL_MS,
    ttlResolution: 0, // reads the clock on every access, so that tests control it
    perf: { now: () => Date.now() },
  });
  private readonly inFlight = new Map<string, Promise<ClassifierResult>>();

  /** @param deadlineMs deadline of a shared call, in milliseconds; independent of its callers' deadlines */
  constructor(
    private readonly inner: ClassifierProvider,
    private readonly model: string,
    private readonly deadlineMs: number,
  ) {}

  async classify(text: ModelText): Promise<ClassifierResult> {
    const key = cacheKey(this.model, text);
    const cached = this.results.get(key);
    if (cached) return withoutCall(cached);
    const running = this.inFlight.get(key);
    return running ? running.then(withoutCall, throwWithoutCall) : this.startCall(key, text);
  }

  /** The call continues after its first caller gives up: other callers may share it, and its result is cached. */
  private startCall(key: string, text: ModelText): Promise<ClassifierResult> {
    const call = this.classifyAndCache(key, text).finally(() => this.inFlight.delete(key));
    this.inFlight.set(key, call);
    return call;
  }

  private async classifyAndCache(key: string, text: ModelText): Promise<ClassifierResult> {
    const deadline = new Deadline(this.deadlineMs);
    try {
      const result = await this.inner.classify(text, deadline);
      this.results.set(key, result);
      return result;
    } finally {
      deadline.clear();
    }
  }
}

/** A shared result without the tokens, which count for the request that started the call. */
function withoutCall({ category, priority, usage }: ClassifierResult): ClassifierResult {
  return { category, priority, isCached: true, usage: { modelVersion: usage?.modelVersion } };
}

function throwWithoutCall(error: unknown): never {
  throw error instanceof ClassifierFailure ? new ClassifierFailure(error.reason) : error;
}

/** Hash of prompt version, model and text. White space and Unicode composition do not change it. */
export function cacheKey(model: string, text: ModelText): string {
  const normalised = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return createHash('sha256')
    .update(JSON.stringify([PROMPT_VERSION, model, normalised]))
    .digest('base64');
}
