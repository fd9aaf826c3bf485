import autocannon, { type Request } from 'autocannon';
import type { Ask } from './requests.mts';

/** What came of sending requests for a while. */
export interface Sent {
  readonly answers: number;
  /** Answers of another status than the expected, and requests without an answer, by what they were: `GET /api/… 503`. */
  readonly unexpected: ReadonlyMap<string, number>;
}

/** Sends requests at a steady rate, if the server keeps up with it, each connection one at a time. */
export async function send(
  url: string,
  next: () => Ask,
  { connections, perSecond, seconds }: { connections: number; perSecond: number; seconds: number },
): Promise<Sent> {
  const unexpected = new Map<string, number>();
  const count = (what: string, times = 1) => unexpected.set(what, (unexpected.get(what) ?? 0) + times);
  const request: Request = {
    // autocannon has one context for each connection, and makes it anew before each request.
    setupRequest: (blank, context) => {
      const ask = next();
      Object.assign(context, { ask });
      const { method, path, headers, body } = ask;
      return { ...blank, method, path, headers: { ...headers }, body }; // a copy, since it adds its own to them
    },
    onResponse: (status, _body, context, headers) => {
      const { ask } = context as { ask: Ask };
      if (status === ask.expected) ask.learn?.(headers as Record<string, string>);
      else count(`${ask.method} ${ask.path.replace(/\?.*/s, '')} ${status} for ${ask.expected}`);
    },
  };
  const result = await autocannon({
    url,
    connections,
    overallRate: perSecond,
    duration: seconds,
    requests: [request],
  });
  if (result.errors) count('no answer', result.errors);
  return { answers: result.requests.total, unexpected };
}
