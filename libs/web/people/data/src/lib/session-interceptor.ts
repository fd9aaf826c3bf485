import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { toProblem } from '@docket/web/http';
import { tap } from 'rxjs';
import { Session } from './session';

/**
 * Asks who is signed in when the API refuses a request for want of a session or a permission: the session may have ended, or the
 * role may have changed. The shell then leads to the sign-in page.
 */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  const isOwn = request.url.startsWith('/api/session');
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        const { status } = toProblem(error);
        if (!isOwn && (status === 401 || status === 403)) void session.load();
      },
    }),
  );
};
