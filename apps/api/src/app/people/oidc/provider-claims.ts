import { isEmailAddress, oneSpelling } from '../../platform/validation/email-address';
import { cutText } from '../../platform/validation/cut-text';
import { oneLine } from '../../platform/validation/one-line';
import { hasVisibleCharacter } from '../../platform/validation/text-rules';
import { SignOnRefused } from './sign-on-refused';

/** The claims of a provider about a person. Their types are not checked yet. */
export type Claims = Readonly<Record<string, unknown>>;

/** A person at a provider. */
export interface ProviderPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  /** In lower case. Undefined if the provider does not name one. */
  readonly email: string | undefined;
  /** Whether the provider has verified the email address; undefined if it does not say. */
  readonly isEmailVerified: boolean | undefined;
  /** Undefined if the provider does not say in which groups the person is. */
  readonly groups: readonly string[] | undefined;
  /** Time of the authentication at the provider; undefined if it does not say. */
  readonly authenticatedAt: Date | undefined;
}

/** The limit of the column: OpenID Connect Core allows 255 ASCII characters. */
const MAX_SUBJECT = 255;
const MAX_ISSUER = 500;
const MAX_NAME = 100;
const MAX_EMAIL = 254;

/** @throws SignOnRefused for an identity that cannot be stored */
export function toPerson(claims: Claims, groupsClaim: string): ProviderPerson {
  const { iss, sub } = claims;
  if (typeof iss !== 'string' || iss.length > MAX_ISSUER || typeof sub !== 'string' || !isSubject(sub)) {
    throw new SignOnRefused('response-invalid', 'the issuer or the subject cannot be stored');
  }
  const email = emailOf(claims);
  return {
    issuer: iss,
    subject: sub,
    name: nameOf(claims) ?? email?.split('@', 1)[0] ?? 'No name',
    email,
    isEmailVerified: isVerified(claims['email_verified']),
    groups: groupsOf(claims, groupsClaim),
    authenticatedAt: timeOf(claims['auth_time']),
  };
}

/**
 * The groups of a person. Undefined if the claim is missing: a provider leaves it out when there are too many, as Entra ID does for more
 * than 200, and people must not lose a role because of that.
 */
export function groupsOf(claims: Claims, name: string): readonly string[] | undefined {
  const value = claims[name];
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value) || isElsewhere(claims, name)) return undefined;
  return value.filter((group) => typeof group === 'string');
}

/** Whether the claim is an aggregated or distributed one (OpenID Connect Core, 5.6.2), or an overage claim of Entra ID. */
function isElsewhere(claims: Claims, name: string): boolean {
  const elsewhere = claims['_claim_names'];
  return claims['hasgroups'] === true || (typeof elsewhere === 'object' && elsewhere !== null && name in elsewhere);
}

function isSubject(subject: string): boolean {
  return subject.length <= MAX_SUBJECT && /^[\x20-\x7e]+$/.test(subject);
}

function emailOf({ email }: Claims): string | undefined {
  if (typeof email !== 'string' || email.length > MAX_EMAIL || !isEmailAddress(email)) return undefined;
  return oneSpelling(email);
}

/** Some providers send text, which proves nothing: "true" counts as undefined, and everything else as false. */
function isVerified(claim: unknown): boolean | undefined {
  return claim === undefined || claim === null || claim === 'true' ? undefined : claim === true;
}

function nameOf(claims: Claims): string | undefined {
  const names = [claims['name'], claims['preferred_username']];
  return names.flatMap((name) => (typeof name === 'string' ? clean(name) || [] : []))[0];
}

/** In one line, and without characters that a column cannot store. Empty for a name without a visible character. */
function clean(name: string): string {
  const text = oneLine(name.slice(0, 10 * MAX_NAME).toWellFormed());
  return hasVisibleCharacter(text) ? cutText(text, MAX_NAME - 1) : '';
}

function timeOf(seconds: unknown): Date | undefined {
  const time = new Date(typeof seconds === 'number' ? seconds * 1000 : NaN);
  return Number.isNaN(time.getTime()) ? undefined : time; // undefined also for a number out of range, such as 1e300
}
