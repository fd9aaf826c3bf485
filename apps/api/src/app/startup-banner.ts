import type { Logger } from 'pino';
import type { Settings } from './platform/config/settings';
import { withoutCredentials } from './platform/database/wait-for-server';

/** Reports the URL, the database and the classifier of the running server: plain lines on a terminal, otherwise a log line. */
export function announce(settings: Settings, url: string, logger: Logger): void {
  const database = settings.DATABASE_URL
    ? `PostgreSQL at ${withoutCredentials(settings.DATABASE_URL)}`
    : `embedded, in ${settings.DATA_DIR}`;
  const classifier = settings.GEMINI_API_KEY
    ? `Gemini (${settings.GEMINI_MODEL})`
    : 'not configured (set GEMINI_API_KEY for suggestions)';
  if (process.stdout.isTTY) {
    process.stdout.write(`\n  Docket      ${url}\n  Database    ${database}\n  Classifier  ${classifier}\n\n`);
  } else {
    logger.info({ url, database, classifier }, `Docket listens on ${url}`);
  }
}
