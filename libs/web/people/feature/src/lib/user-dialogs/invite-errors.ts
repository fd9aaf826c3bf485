import type { Problem } from '@docket/web/http';
import type { InviteUser } from '@docket/web/people/data/users';

/** An error of a field, with the API's description if the API found it. */
interface FieldError {
  readonly detail?: string;
}

export interface InviteErrors {
  readonly email?: FieldError;
  readonly name?: FieldError;
}

/** Finds missing values, and addresses without an @. */
export function checkInvitation({ email, name }: InviteUser): InviteErrors {
  return { ...(!/\S@\S/.test(email) && { email: {} }), ...(name === '' && { name: {} }) };
}

/** The API's validation errors by field. */
export function inviteErrorsOf({ errors, type }: Problem): InviteErrors {
  if (type === '/problems/email-taken') return { email: { detail: 'belongs to another user already' } };
  const detailOf = (field: string) => errors.find(({ pointer }) => pointer === `/${field}`)?.detail;
  const [email, name] = [detailOf('email'), detailOf('name')];
  return { ...(email && { email: { detail: email } }), ...(name && { name: { detail: name } }) };
}
