import type { CountryCode } from 'libphonenumber-js/max';
import { findDigitGroups } from './digit-groups';
import { findAccountNumbers, findMistypedIbans, findNamedCards } from './find-account-numbers';
import { findCardNumbers } from './find-card-numbers';
import { findAuthenticatorKeys } from './find-authenticator-keys';
import { findBarePasswords } from './find-bare-passwords';
import { findChangedPasswords } from './find-changed-passwords';
import { findCodes } from './find-codes';
import { findCommandSecrets } from './find-command-secrets';
import { findCredentialPairs } from './find-credential-pairs';
import { findCredentials } from './find-credentials';
import { findEmailAddresses } from './find-email-addresses';
import { findIbans } from './find-ibans';
import { findPemBlocks, findPublishedKeys, findRandomTokens } from './find-keys';
import { findLabelledSecrets } from './find-labelled-secrets';
import { findRecoveryCodes } from './find-recovery-codes';
import { findPersonalIds } from './find-personal-ids';
import { findPhoneNumbers } from './find-phone-numbers';
import { findTableSecrets } from './find-table-secrets';
import type { Finding } from './finding';
import { ReadableText } from './readable-text';
import { withoutAmounts } from './without-amounts';
import { withoutCounts } from './without-counts';

/** Replaces text that is already found: neither a letter nor a digit nor a separator. */
const FOUND = '\ue000';

/**
 * Replaces keys, passwords, e-mail addresses, IBANs, card numbers, phone numbers and personal ids with placeholders. Prefers masking too much,
 * because a model does not need numbers to classify a ticket. Does not recognise names and postal addresses. Takes linear time.
 * @param countries countries whose local phone numbers are masked in any format
 */
export function maskSecrets(original: string, countries: readonly CountryCode[] = []): string {
  const readable = ReadableText.of(original);
  const findings: Finding[] = [];
  let rest = readable.text;
  const finders: ((text: string) => Finding[])[] = [
    findPemBlocks,
    findCredentials,
    findCommandSecrets,
    findEmailAddresses, // before keys: a domain may have the start of a key
    findPublishedKeys,
    findAuthenticatorKeys, // before numbers, which would take a part of them
    findIbans,
    // before cards and phones, which would take a part of them
    findMistypedIbans,
    findAccountNumbers,
    (text) => findCardNumbers(withoutCounts(text, findDigitGroups(text))),
    findNamedCards,
    findPersonalIds,
    findChangedPasswords,
    findCredentialPairs,
    findTableSecrets,
    findRecoveryCodes,
    findCodes,
    findLabelledSecrets,
    findBarePasswords,
    findRandomTokens,
    (text) => findPhoneNumbers(text, withoutAmounts(text, withoutCounts(text, findDigitGroups(text))), countries),
  ];
  for (const find of finders) {
    const found = withoutOverlaps(find(rest));
    findings.push(...found);
    rest = replace(rest, found, ({ start, end }) => FOUND.repeat(end - start));
  }
  const places = findings.map(({ start, end, placeholder }) => ({ ...readable.toOriginal(start, end), placeholder }));
  return replace(original, withoutOverlaps(places), ({ placeholder }) => placeholder);
}

/** Sorts findings by position, and merges overlapping ones, with the placeholder of the first. */
function withoutOverlaps(findings: readonly Finding[]): Finding[] {
  const ordered = findings.toSorted((first, second) => first.start - second.start || second.end - first.end);
  const kept: Finding[] = [];
  for (const finding of ordered) {
    const last = kept.at(-1);
    if (!last || finding.start >= last.end) kept.push(finding);
    else if (finding.end > last.end) kept[kept.length - 1] = { ...last, end: finding.end };
  }
  return kept;
}

function replace(text: string, findings: readonly Finding[], replacement: (finding: Finding) => string): string {
  const pieces: string[] = [];
  let copiedTo = 0;
  for (const finding of findings) {
    pieces.push(text.slice(copiedTo, finding.start), replacement(finding));
    copiedTo = finding.end;
  }
  return pieces.join('') + text.slice(copiedTo);
}
