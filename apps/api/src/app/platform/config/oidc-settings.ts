import type { Role } from '@docket/domain';
import { IsIn, IsOptional, Matches, MaxLength, ValidateBy } from 'class-validator';
import { LOOPBACK_NAMES } from './loopback';
import { IsTrueOrFalse, ParseBoolean, splitList } from './parse-setting';

/** The roles, as the migrations of the tests can load them: without the domain's library. */
const ROLES = Object.keys({ admin: true, agent: true, viewer: true } satisfies Record<Role, true>) as Role[];

/** Options of single sign-on with an OpenID Connect provider. */
export interface OidcOptions {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
  /** The display name of the provider. */
  readonly name: string;
  readonly groupsClaim: string;
  /** The roles of groups. Empty: groups do not matter. */
  readonly roles: ReadonlyMap<string, Role>;
  /** The role of people without any of these groups. Undefined: they are refused. */
  readonly defaultRole: Role | undefined;
  readonly linkByEmail: boolean;
}

/** The settings of single sign-on by OpenID Connect. */
export class OidcSettings {
  /** The address of the provider, as its discovery document spells it. */
  @IsOptional()
  @NeedsSettings('OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL')
  @IsIssuer()
  OIDC_ISSUER?: string;

  @IsOptional()
  @Matches(/^[\x21-\x7e]{1,500}$/, { message: 'OIDC_CLIENT_ID must be ASCII letters, digits and signs' })
  OIDC_CLIENT_ID?: string;

  @IsOptional()
  @Matches(/^[\x21-\x7e]{1,500}$/, { message: 'OIDC_CLIENT_SECRET must be ASCII letters, digits and signs' })
  OIDC_CLIENT_SECRET?: string;

  /** Scopes to request, separated by spaces. Some providers send groups only with an extra scope. */
  @Matches(/^openid(?: [\x21-\x7e]+)*$/, { message: 'OIDC_SCOPES must be scopes like: openid profile email groups' })
  OIDC_SCOPES = 'openid profile email';

  /** The display name of the provider: the button says "Continue with" and this name. */
  @MaxLength(50)
  OIDC_NAME = 'single sign-on';

  @Matches(/^[\x21-\x7e]{1,200}$/, { message: 'OIDC_GROUPS_CLAIM must be the name of a claim, such as groups' })
  OIDC_GROUPS_CLAIM = 'groups';

  /** Roles by group, comma-separated: desk-admins=admin,support=agent. */
  @IsGroupRoles()
  OIDC_ROLES = '';

  /** The role of people whose groups give none. Not `admin`: everybody at the provider would become an administrator. */
  @IsOptional()
  @IsIn(['agent', 'viewer'])
  OIDC_DEFAULT_ROLE?: 'agent' | 'viewer';

  /** Whether people whose provider has verified their email address get the existing account with that address. */
  @IsTrueOrFalse()
  @ParseBoolean()
  OIDC_LINK_BY_EMAIL = false;

  /** Whether people may sign in with a password. */
  @NeedsOidcIfFalse()
  @IsTrueOrFalse()
  @ParseBoolean()
  PASSWORD_SIGN_IN = true;

  /** Whether groups at the provider decide about the roles of people whom single sign-on has made. */
  get groupsGiveRoles(): boolean {
    return (this.oidc?.roles.size ?? 0) > 0;
  }

  /** Single sign-on; undefined if it is not set up. */
  get oidc(): OidcOptions | undefined {
    if (this.OIDC_ISSUER === undefined) return undefined;
    return {
      issuer: new URL(this.OIDC_ISSUER),
      clientId: this.OIDC_CLIENT_ID ?? '',
      clientSecret: this.OIDC_CLIENT_SECRET ?? '',
      scopes: this.OIDC_SCOPES,
      name: this.OIDC_NAME,
      groupsClaim: this.OIDC_GROUPS_CLAIM,
      roles: new Map(splitList(this.OIDC_ROLES).flatMap((part) => groupRole(part) ?? [])),
      defaultRole: this.OIDC_DEFAULT_ROLE,
      linkByEmail: this.OIDC_LINK_BY_EMAIL,
    };
  }
}

/** Issuers of Microsoft under which every tenant of the world can sign in. */
const ANY_TENANT = /^\/(?:common|organizations|consumers)(?:\/|$)/;

function IsIssuer(): PropertyDecorator {
  return ValidateBy({
    name: 'isIssuer',
    validator: {
      validate: (value) => typeof value === 'string' && isIssuer(value),
      defaultMessage: () =>
        'OIDC_ISSUER must be an https address like https://sso.example.com/realms/desk, or http on this machine, ' +
        'and name one tenant',
    },
  });
}

function isIssuer(value: string): boolean {
  if (value.length > 500 || !URL.canParse(value)) return false;
  const { protocol, hostname, pathname, username, password, search, hash } = new URL(value);
  if (username || password || search || hash) return false;
  if (hostname === 'login.microsoftonline.com' && ANY_TENANT.test(pathname)) return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK_NAMES.includes(hostname));
}

function IsGroupRoles(): PropertyDecorator {
  return ValidateBy({
    name: 'isGroupRoles',
    validator: {
      validate: (value) =>
        typeof value === 'string' && splitList(value).length <= 100 && splitList(value).every(groupRole),
      defaultMessage: () =>
        `OIDC_ROLES must be like desk-admins=admin,support=agent, with the roles ${ROLES.join(', ')}`,
    },
  });
}

/** The part after the last `=` is the role, because names of groups may contain that sign. */
function groupRole(part: string): readonly (readonly [string, Role])[] | undefined {
  const end = part.lastIndexOf('=');
  const group = part.slice(0, Math.max(0, end)).trim();
  const role = ROLES.find((name) => name === part.slice(end + 1).trim());
  return group && group.length <= 256 && role ? [[group, role]] : undefined;
}

function NeedsSettings(...names: readonly string[]): PropertyDecorator {
  return ValidateBy({
    name: 'needsSettings',
    validator: {
      validate: (_value, args) => names.every((name) => isSet(args?.object, name)),
      defaultMessage: () => `$property needs ${names.join(', ')} too`,
    },
  });
}

function NeedsOidcIfFalse(): PropertyDecorator {
  return ValidateBy({
    name: 'needsOidcIfFalse',
    validator: {
      validate: (value, args) => value !== false || isSet(args?.object, 'OIDC_ISSUER'),
      defaultMessage: () => 'PASSWORD_SIGN_IN=false needs OIDC_ISSUER: otherwise nobody could sign in',
    },
  });
}

function isSet(settings: object | undefined, name: string): boolean {
  return (settings as Readonly<Record<string, unknown>> | undefined)?.[name] !== undefined;
}
