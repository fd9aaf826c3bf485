import type { HttpInterceptorFn } from '@angular/common/http';
import { inject, untracked } from '@angular/core';
import { toProblem } from '@docket/web/http';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { Session } from './session';

/**
 * Reloads the session when the API refuses a request for lack of a session or a permission, because the session may have ended or the role
 * may have changed. If the session has ended, the request waits until the person has signed in again, and is then sent once more. So is a
 * request whose refusal is older than the sign-in, such as an early request of `start.js`. A request of one person is never sent again for
 * another.
 */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  if (request.url.startsWith('/api/session')) return next(request);
  const sender = untracked(session.user)?.id;
  const isStillHere = () => session.user() && (sender === undefined || session.user()?.id === sender);
  return next(request).pipe(
    catchError((error: unknown) => {
      const { status } = toProblem(error);
      const refused = throwError(() => error);
      if (status === 403) void session.load();
      if (status !== 401) return refused;
      const settled = session.load().then(() => session.resumed());
      return from(settled).pipe(switchMap(() => (isStillHere() ? next(request) : refused)));
    }),
  );
};
