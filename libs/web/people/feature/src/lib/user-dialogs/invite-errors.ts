import type { Problem } from '@docket/web/http';
import type { InviteUser } from '@docket/web/people/data/users';

/** What is wrong with a field: in the words of the API if it found out. */
interface FieldError {
  readonly detail?: string;
}

export interface InviteErrors {
  readonly email?: FieldError;
  readonly name?: FieldError;
}

/** Finds fields without a value, and addresses without an @. */
export function checkInvitation({ email, name }: InviteUser): InviteErrors {
  return { ...(!/\S@\S/.test(email) && { email: {} }), ...(name === '' && { name: {} }) };
}

/** The errors of the API by field. */
export function inviteErrorsOf({ errors, type }: Problem): InviteErrors {
  if (type === '/problems/email-taken') return { email: { detail: 'belongs to another user already' } };
  const detailOf = (field: string) => errors.find(({ pointer }) => pointer === `/${field}`)?.detail;
  const [email, name] = [detailOf('email'), detailOf('name')];
  return { ...(email && { email: { detail: email } }), ...(name && { name: { detail: name } }) };
}
