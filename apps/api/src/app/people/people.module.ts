import { Module } from '@nestjs/common';
import { Authenticator } from '../platform/access/authenticator';
import { AccessMode } from './access/access-mode';
import { SameSite } from './access/same-site';
import { SessionAuthenticator } from './access/session-authenticator';
import { ThisMachine } from './access/this-machine';
import { Assignees } from './assignees/assignees';
import { AssigneesController } from './assignees/assignees.controller';
import { LinkController } from './api/link.controller';
import { MeController } from './api/me.controller';
import { ResetController } from './api/reset.controller';
import { ServicesController } from './api/services.controller';
import { SessionController } from './api/session.controller';
import { RequireSignInController } from './api/require-sign-in.controller';
import { SetUpController } from './api/set-up.controller';
import { TokensController } from './api/tokens.controller';
import { UsersController } from './api/users.controller';
import { LinkLimits } from './limits/link-limits';
import { NewPasswordLimits } from './limits/new-password-limits';
import { ResetLimits } from './limits/reset-limits';
import { SignInLimits } from './limits/sign-in-limits';
import { SignOnLimits } from './limits/sign-on-limits';
import { UnknownFailures } from './limits/unknown-failures';
import { LinkMail } from './links/link-mail';
import { LinkService } from './links/link.service';
import { OneTimeLinks } from './links/one-time-links';
import { ChangePasswordService } from './passwords/change-password.service';
import { IdentitiesController } from './oidc/identities.controller';
import { OidcAccounts } from './oidc/oidc-accounts';
import { OidcAttempts } from './oidc/oidc-attempts';
import { OidcController } from './oidc/oidc.controller';
import { OidcCookie } from './oidc/oidc-cookie';
import { OidcProvider } from './oidc/oidc-provider';
import { OwnIdentities } from './oidc/own-identities';
import { RoleFromGroups } from './oidc/role-from-groups';
import { SingleSignOnService } from './oidc/single-sign-on.service';
import { AuditController } from './audit/audit.controller';
import { AuditExport } from './audit/audit-export';
import { AuditLog } from './audit/audit-log';
import { AuditRetention } from './audit/audit-retention';
import { DeviceCookie } from './devices/device-cookie';
import { Devices } from './devices/devices';
import { RateLimits } from './limits/rate-limits';
import { PasswordBlocklist } from './passwords/password-blocklist';
import { PasswordCheck } from './passwords/password-check';
import { PasswordHasher } from './passwords/password-hasher';
import { PasswordPolicy } from './passwords/password-policy';
import { PeopleMail } from './mail/people-mail';
import { PasswordResetService } from './reset/password-reset.service';
import { SecurityLog } from './security-log';
import { BrowserCookies } from './sessions/browser';
import { OwnSessions } from './sessions/own-sessions';
import { SessionCache } from './sessions/session-cache';
import { SessionCookie } from './sessions/session-cookie';
import { SessionStart } from './sessions/session-start';
import { Sessions } from './sessions/sessions';
import { SignInService } from './sessions/sign-in.service';
import { FirstStart } from './set-up/first-start';
import { SetUpService } from './set-up/set-up.service';
import { ServicesService } from './tokens/services.service';
import { TokenLookup } from './tokens/token-lookup';
import { TokensService } from './tokens/tokens.service';
import { AccessEnd } from './users/access-end';
import { UserList } from './users/user-list';
import { UsersService } from './users/users.service';

@Module({
  controllers: [
    AssigneesController,
    AuditController,
    IdentitiesController,
    LinkController,
    MeController,
    OidcController,
    RequireSignInController,
    ResetController,
    ServicesController,
    SessionController,
    SetUpController,
    TokensController,
    UsersController,
  ],
  providers: [
    { provide: Authenticator, useClass: SessionAuthenticator },
    AccessEnd,
    AccessMode,
    Assignees,
    BrowserCookies,
    ChangePasswordService,
    FirstStart,
    LinkLimits,
    LinkMail,
    LinkService,
    NewPasswordLimits,
    OidcAccounts,
    OidcAttempts,
    OidcCookie,
    OidcProvider,
    OwnIdentities,
    OneTimeLinks,
    OwnSessions,
    PasswordHasher,
    PasswordResetService,
    PeopleMail,
    ResetLimits,
    RoleFromGroups,
    AuditExport,
    AuditLog,
    AuditRetention,
    DeviceCookie,
    Devices,
    PasswordBlocklist,
    PasswordCheck,
    PasswordPolicy,
    RateLimits,
    SameSite,
    SecurityLog,
    SessionCache,
    SessionCookie,
    ServicesService,
    SessionStart,
    Sessions,
    SetUpService,
    SignInLimits,
    SignOnLimits,
    SignInService,
    SingleSignOnService,
    ThisMachine,
    TokenLookup,
    TokensService,
    UnknownFailures,
    UserList,
    UsersService,
  ],
})
export class PeopleModule {}
