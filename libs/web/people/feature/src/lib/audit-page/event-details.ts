import type { Permission, Role } from '@docket/domain';
import type { AuditEvent } from '@docket/web/people/data/audit';
import { RoleNamePipe } from '../role-name/role-name-pipe';
import { ScopeNamePipe } from '../tokens/scope-name-pipe';

/** Details with a value. */
type Details = Readonly<Partial<Record<string, string>>>;

const roleNames = new RoleNamePipe();
const scopeNames = new ScopeNamePipe();

const LINKS: Details = { invite: 'Invitation', reset: 'For a new password' };
const MAILS: Details = {
  invitation: 'Invitation',
  reset: 'Link for a new password',
  password_changed: 'Notice of a new password',
  webhook: 'Notice about a webhook',
};
const OFF_REASONS: Details = {
  gone: 'because its receiver answered 410',
  failing: 'because nothing was delivered for 5 days',
};
const ORIGINS: Details = { start: 'in the log of the start', command: 'by a command on the server' };
const LIMITS: Details = {
  device: 'With the password, in a known browser',
  account: 'With the password, from many addresses',
  account_and_address: 'With the password, from one address',
  address: 'To sign in, from one address',
  link: 'To open links',
  oidc: 'To sign in with single sign-on',
  reset_address: 'To get a new password, from one address',
  reset_email: 'To get a new password, for one e-mail address',
  new_password: 'To choose a new password',
  request_address: 'To send requests, from one address',
  request_email: 'To send requests, with one e-mail address',
  request: 'To send requests, from everywhere',
};

/** Texts for the details of events, separated by commas, as far as the event's sentence lacks them. */
const DETAILS: Readonly<Record<string, (details: Details) => readonly (string | undefined)[]>> = {
  set_up: ({ from }) => [after('From the setting', from)],
  sign_in: describeSingleSignOn,
  sign_in_failed: describeSingleSignOn,
  step_up: describeSingleSignOn,
  step_up_failed: describeSingleSignOn,
  invitation_accepted: describeSingleSignOn,
  sign_in_limited: ({ limit = '' }) => [LIMITS[limit]],
  limit_reached: ({ limit = '' }) => [LIMITS[limit]],
  user_invited: ({ role }) => [after('As', roleName(role))],
  user_renamed: ({ from = '', to = '' }) => [`From “${from}” to “${to}”`],
  user_deactivated: ({ by }) => [byGroups(by)],
  user_reactivated: () => [],
  user_provisioned: ({ role, issuer }) => [after('As', roleName(role)), after('at', issuer)],
  role_changed: ({ from, to, by }) => [`From ${roleName(from)} to ${roleName(to)}`, byGroups(by)],
  last_admin_kept: ({ to }) => [after('The groups of single sign-on say', roleName(to))],
  identity_linked: ({ issuer, by }) => [issuer, by === 'email' ? 'by the e-mail address' : undefined],
  identity_unlinked: ({ issuer }) => [issuer],
  sessions_ended: ({ sessions, tokens, by }) => [count(sessions, 'session'), count(tokens, 'token'), byGroups(by)],
  link_created: ({ kind = '', from = '' }) => [LINKS[kind], ORIGINS[from]],
  mail_failed: ({ kind = '', reason }) => [MAILS[kind], reason],
  token_created: ({ name = '', days, scopes = '' }) => [
    `“${name}”`,
    after('for', count(days, 'day')) ?? 'never expires',
    ...scopes.split(' ').map(scopeName),
  ],
  token_revoked: ({ name = '' }) => [`“${name}”`],
  service_created: ({ role }) => [`At most what the role ${roleName(role)} may do`],
  service_deactivated: ({ tokens }) => [count(tokens, 'token')],
  audit_exported: ({ event, person, from, to }) => [
    after('Only', event?.replaceAll('_', ' ')),
    person && 'of one person',
    after('from', from),
    after('to', to),
  ],
  tickets_exported: ({ format, filtered, after: id }) => [
    format && `As ${format.toUpperCase()}`,
    filtered && 'only some',
    after('after ticket', id),
  ],
  webhook_created: ({ name, host, types }) => [quoted(name), host, typeList(types)],
  webhook_changed: ({ name, from, host, types }) => [
    quoted(name),
    from && `before “${from}”`,
    after('now to', host),
    typeList(types),
  ],
  webhook_turned_on: ({ name }) => [quoted(name)],
  webhook_turned_off: ({ name, reason = '' }) => [quoted(name), OFF_REASONS[reason]],
  webhook_deleted: ({ name }) => [quoted(name)],
  webhook_secret_changed: ({ name }) => [quoted(name)],
  webhook_replayed: ({ name, since, delivery }) => [
    quoted(name),
    after('all events since', since),
    after('the delivery', delivery),
  ],
  backup_started: ({ name }) => [name],
  requester_erased: ({ requester, from = '' }) => [after('Requester', requester), ORIGINS[from]],
};

/** Details that the sentence about an event lacks, such as "As Agent". Empty if there are none. */
export function describeDetails({ event, details = {} }: AuditEvent): string {
  const entries = Object.entries(details)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, String(value)] as const);
  const parts = DETAILS[event]?.(Object.fromEntries(entries)) ?? entries.map(nameAndValue);
  return parts.filter((part) => part).join(', ');
}

/** Fallback for an event of a newer server, unknown to this page. */
function nameAndValue([name, value]: readonly [string, string]): string {
  return `${name.replaceAll('_', ' ')}: ${value}`;
}

function describeSingleSignOn({ method, problem }: Details): readonly (string | undefined)[] {
  return [method === 'oidc' ? 'With single sign-on' : undefined, problem?.replaceAll('-', ' ')];
}

function byGroups(by?: string): string | undefined {
  return by === 'groups' ? 'by the groups of single sign-on' : undefined;
}

function roleName(role?: string): string {
  return roleNames.transform(role as Role);
}

function scopeName(scope: string): string {
  const name = scopeNames.transform(scope as Permission);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function count(number: string | undefined, noun: string): string | undefined {
  return number && `${number} ${noun}${number === '1' ? '' : 's'}`;
}

function quoted(text: string | undefined): string | undefined {
  return text && `“${text}”`;
}

function typeList(types: string | undefined): string | undefined {
  return types?.replaceAll(' ', ', ');
}

function after(words: string, text: string | undefined): string | undefined {
  return text && `${words} ${text}`;
}
