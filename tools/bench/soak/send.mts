import autocannon, { type Request } from 'autocannon';
import type { UserRequest } from './requests.mts';

/** Results of a load. */
export interface SendResult {
  readonly responses: number;
  /** Numbers of unexpected statuses, and of requests without a response, by description: `GET /api/… 503 for 200`. */
  readonly unexpected: ReadonlyMap<string, number>;
}

/** Sends requests at a constant rate, as long as the server keeps up. Each connection has one request in flight. */
export async function send(
  url: string,
  next: () => UserRequest,
  { connections, perSecond, seconds }: { connections: number; perSecond: number; seconds: number },
): Promise<SendResult> {
  const unexpected = new Map<string, number>();
  const count = (description: string, times = 1) =>
    unexpected.set(description, (unexpected.get(description) ?? 0) + times);
  const request: Request = {
    // autocannon creates a new context for each request of a connection.
    setupRequest: (blank, context) => {
      const request = next();
      Object.assign(context, { request });
      const { method, path, headers, body } = request;
      return { ...blank, method, path, headers: { ...headers }, body }; // a copy, because autocannon adds headers
    },
    onResponse: (status, _body, context, headers) => {
      const { method, path, expected, onExpected } = (context as { request: UserRequest }).request;
      if (status === expected) onExpected?.(headers as Record<string, string>);
      else count(`${method} ${path.replace(/\?.*/s, '')} ${status} for ${expected}`);
    },
  };
  const result = await autocannon({
    url,
    connections,
    overallRate: perSecond,
    duration: seconds,
    requests: [request],
  });
  if (result.errors) count('no response', result.errors);
  return { responses: result.requests.total, unexpected };
}
