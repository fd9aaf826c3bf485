import { Module } from '@nestjs/common';
import { Authenticator } from '../platform/access/authenticator';
import { AccessMode } from './access/access-mode';
import { SameSite } from './access/same-site';
import { SessionAuthenticator } from './access/session-authenticator';
import { SessionController } from './api/session.controller';
import { SetUpController } from './api/set-up.controller';
import { SignInLimits } from './limits/sign-in-limits';
import { PasswordHasher } from './passwords/password-hasher';
import { SecurityLog } from './security-log';
import { SessionCookie } from './sessions/session-cookie';
import { Sessions } from './sessions/sessions';
import { SignInService } from './sessions/sign-in.service';
import { SetUpService } from './set-up/set-up.service';

@Module({
  controllers: [SessionController, SetUpController],
  providers: [
    { provide: Authenticator, useClass: SessionAuthenticator },
    AccessMode,
    PasswordHasher,
    SameSite,
    SecurityLog,
    SessionCookie,
    Sessions,
    SetUpService,
    SignInLimits,
    SignInService,
  ],
})
export class PeopleModule {}
