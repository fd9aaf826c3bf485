import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  ErrorHandler,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { sendAfterPaint } from '@docket/web/http';
import { Session, sessionInterceptor } from '@docket/web/people/data';
import { stepUpInterceptor } from '@docket/web/people/feature';
import { appRoutes } from './app.routes';
import { LoadFailures, ReportingErrorHandler } from './load-failure/load-failures';
import { PageTitle } from './shell/page-title';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([sendAfterPaint, sessionInterceptor, stepUpInterceptor])),
    provideAppInitializer(() => void inject(Session).load()), // without delaying the first page
    provideRouter(
      appRoutes,
      withComponentInputBinding(),
      withRouterConfig({ canceledNavigationResolution: 'computed' }), // keeps the history when the user stays on a page
      withNavigationErrorHandler(({ error, url }) => inject(LoadFailures).report(error, url)),
    ),
    { provide: ErrorHandler, useClass: ReportingErrorHandler },
    { provide: TitleStrategy, useClass: PageTitle },
  ],
};
