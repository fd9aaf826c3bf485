import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { toProblem } from '@docket/web/http';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { Session } from './session';

/**
 * Asks who is signed in when the API refuses a request for want of a session or a permission: the session may have ended, or the
 * role may have changed. The shell then leads to the sign-in page. If somebody is signed in after all, sends the request once more:
 * the refusal may be older than the sign-in, such as the response to an early request of `start.js`.
 */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  if (request.url.startsWith('/api/session')) return next(request);
  return next(request).pipe(
    catchError((error: unknown) => {
      const { status } = toProblem(error);
      const refused = throwError(() => error);
      if (status === 403) void session.load();
      if (status !== 401) return refused;
      return from(session.load()).pipe(switchMap(() => (session.user() ? next(request) : refused)));
    }),
  );
};
