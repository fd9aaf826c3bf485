import { COMMAND_SECRETS } from './command-secrets';
import type { Finding } from './finding';
import { isOtherWord } from './secret-values';

const QUOTATION_MARK = /^["'`]|["'`]$/g;
const END_OF_STATEMENT = /[;,]$/;

/** Finds passwords in commands and settings of other programs. */
export function findCommandSecrets(text: string): Finding[] {
  return COMMAND_SECRETS.flatMap(([pattern]) =>
    Array.from(text.matchAll(pattern)).flatMap(({ index, 0: match, groups }): Finding[] => {
      const secret = groups?.['secret']?.replace(END_OF_STATEMENT, '').replace(QUOTATION_MARK, '');
      if (!secret || isOtherWord(secret)) return [];
      const start = index + match.lastIndexOf(secret);
      return [{ start, end: start + secret.length, placeholder: '[key]' }];
    }),
  );
}
