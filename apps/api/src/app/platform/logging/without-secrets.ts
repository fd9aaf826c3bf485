/** Names of fields that hold secrets: request headers and settings. */
const SECRET_NAMES = new Set([
  'authorization',
  'cookie',
  'set-cookie',
  'x-goog-api-key',
  'password',
  'ADMIN_PASSWORD',
  'DATABASE_URL',
  'DATABASE_REPLICA_URL',
  'GEMINI_API_KEY',
  'OIDC_CLIENT_SECRET',
  'SMTP_URL',
]);

/** Levels searched below the first one. */
const SEARCHED_LEVELS = 2;

/**
 * Redacts secrets in the fields of a log line. Pino's own `redact` option copies every line once per path: the line of a
 * request allocated 42 kB.
 */
export function withoutSecrets({ err, ...fields }: Record<string, unknown>): Record<string, unknown> {
  // The serializer of create-logger.ts limits the fields of an error
  return { ...(redact(fields, SEARCHED_LEVELS) as Record<string, unknown>), ...(err !== undefined && { err }) };
}

/** User name and password of a URL anywhere in a log line: in paths, messages and stacks. */
const USER_INFO = /(?<=\/\/)[^\s/@"\\]{1,1000}@/g;

/** A log line without the user names and passwords of its URLs. */
export function withoutUserInfo(line: string): string {
  return line.includes('@') ? line.replace(USER_INFO, '[Redacted]@') : line;
}

/** The same object if it has no secret, otherwise a copy. */
function redact(value: object, levels: number): object {
  let copy: Record<string, unknown> | undefined;
  for (const [name, part] of Object.entries(value) as [string, unknown][]) {
    const kept = SECRET_NAMES.has(name) ? '[Redacted]' : isObject(part) && levels > 0 ? redact(part, levels - 1) : part;
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
