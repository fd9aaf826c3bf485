import { REQUESTER_NAME_MAX_LENGTH } from '@docket/domain';
import { isEmailAddress, oneSpelling } from '../../platform/validation/email-address';
import { codePointLength, hasVisibleCharacter, storageError } from '../../platform/validation/text-rules';
import type { NamedRequester } from '../../requesters';
import { PERSON_MAX_LENGTH, nameText, personIn } from './person';
import type { RowFields } from './row-mapper';

/** The requester of a row. */
export interface RowRequester {
  readonly requester?: NamedRequester;
  /** Whether the row names a requester without an email address. */
  readonly isNamedOnly?: boolean;
  /** The error, if the requester cannot be stored. */
  readonly error?: { readonly field: 'requester' | 'requester_email'; readonly detail: string };
}

const IGNORE_HINT = (field: string): string => `; map=${field}=- imports rows without it`;

/**
 * Reads the requester of a row. Each of the two values is a name, an email address, or both: `Ada <ada@example.com>`. A name alone
 * identifies nobody, because two people may have it. A value that looks like an email address must be valid, so that a typing error gets
 * corrected instead of losing the requester.
 */
export function readRequester({ requester, requester_email }: RowFields): RowRequester {
  const values = { requester_email: nameText(requester_email), requester: nameText(requester) };
  if (!values.requester_email && !values.requester) return {};
  for (const field of ['requester_email', 'requester'] as const) {
    const detail = `must be a name, an email address or both, of at most ${PERSON_MAX_LENGTH} characters`;
    if (values[field].length > PERSON_MAX_LENGTH) return { error: { field, detail: detail + IGNORE_HINT(field) } };
  }
  const [own, other] = [personIn(values.requester_email), personIn(values.requester)];
  const field = own.address === undefined ? 'requester' : 'requester_email';
  const address = own.address ?? other.address;
  if (address === undefined) return { isNamedOnly: [own.name, other.name].some(hasVisibleCharacter) };
  const email = oneSpelling(address);
  if (!isEmailAddress(email)) {
    return { error: { field, detail: `must be an email address${IGNORE_HINT(field)}` } };
  }
  const name = [other.name, own.name].find((one) => hasVisibleCharacter(one) && oneSpelling(one) !== email);
  const detail = name === undefined ? undefined : nameError(name);
  if (detail) return { error: { field: name === other.name ? 'requester' : 'requester_email', detail } };
  return { requester: { email, ...(name !== undefined && { name }) } };
}

function nameError(name: string): string | undefined {
  if (codePointLength(name) > REQUESTER_NAME_MAX_LENGTH) {
    return `must have a name of at most ${REQUESTER_NAME_MAX_LENGTH} characters`;
  }
  return storageError(name);
}
