/** The names under which a secret can turn up in what is logged: headers of a request, and settings. */
const SECRETS = new Set([
  'authorization',
  'cookie',
  'set-cookie',
  'x-goog-api-key',
  'password',
  'DATABASE_URL',
  'GEMINI_API_KEY',
]);

/** How many levels below the first one are looked through. */
const DEPTH = 2;

/**
 * The fields of a line of the log, without the secrets in them. Not by pino's own `redact`, which copies and goes through every
 * value of every line once for each path: the line of a request took 42 kB of garbage.
 */
export function withoutSecrets({ err, ...fields }: Record<string, unknown>): Record<string, unknown> {
  // The error itself is not looked through: the log tells of it by its own way (create-logger.ts).
  return { ...(hide(fields, DEPTH) as Record<string, unknown>), ...(err !== undefined && { err }) };
}

/** The same object when there is no secret in it, else a copy. */
function hide(value: object, depth: number): object {
  let copy: Record<string, unknown> | undefined;
  for (const [name, part] of Object.entries(value) as [string, unknown][]) {
    const kept = SECRETS.has(name) ? '[Redacted]' : isObject(part) && depth > 0 ? hide(part, depth - 1) : part;
    if (kept !== part) {
      copy ??= Object.assign(Array.isArray(value) ? [] : {}, value) as Record<string, unknown>;
      copy[name] = kept;
    }
  }
  return copy ?? value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
