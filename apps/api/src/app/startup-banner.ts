import type { Logger } from 'pino';
import type { Settings } from './platform/config/settings';
import { withoutCredentials } from './platform/database/hosts/database-url';
import { VERSION } from './platform/startup/version';

/**
 * Reports the URL, the version, the access mode, the database and the classifier of the running server: as plain lines on a terminal,
 * otherwise as a log line.
 * @param isOpen whether the API is open, without sign-in
 */
export function announce(settings: Settings, url: string, isOpen: boolean, logger: Logger): void {
  const access = isOpen ? 'open: everyone on this machine can read and change every ticket' : 'closed: people sign in';
  const database = settings.DATABASE_URL
    ? `PostgreSQL at ${withoutCredentials(settings.DATABASE_URL)}`
    : `embedded, in ${settings.DATA_DIR}`;
  const classifier = classifierOf(settings);
  if (process.stdout.isTTY) {
    process.stdout.write(
      `\n  Docket      ${url}\n  Version     ${VERSION}\n  Access      ${access}\n  Database    ${database}\n  Classifier  ${classifier}\n\n`,
    );
  } else {
    logger.info({ url, version: VERSION, access, database, classifier }, `Docket listens on ${url}`);
  }
}

function classifierOf({ CLASSIFIER, GEMINI_API_KEY, GEMINI_MODEL }: Settings): string {
  const usesGemini = GEMINI_API_KEY !== undefined && CLASSIFIER.startsWith('gemini');
  const usesWords = CLASSIFIER.endsWith('local');
  if (usesGemini) return `Gemini (${GEMINI_MODEL})${usesWords ? ', else the words of the ticket' : ''}`;
  if (usesWords) return `the words of the ticket${CLASSIFIER === 'local' ? '' : ' (set GEMINI_API_KEY for Gemini)'}`;
  return CLASSIFIER === 'none' ? 'none' : 'not configured (set GEMINI_API_KEY for suggestions)';
}
