import type { HttpEvent, HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { type Observable, catchError, from, switchMap, throwError } from 'rxjs';
import { StepUp, isStepUpRequired } from './step-up';

/**
 * Asks the person to confirm their identity when the API requires a recent proof, then sends the request again. Typed text is kept, because
 * the page only waits for the response.
 */
export const stepUpInterceptor: HttpInterceptorFn = (request, next) => {
  const stepUp = inject(StepUp);
  const send = (): Observable<HttpEvent<unknown>> =>
    next(request).pipe(
      catchError((error: unknown) => {
        const refused = throwError(() => error);
        if (!isStepUpRequired(error)) return refused;
        return from(stepUp.confirm()).pipe(switchMap((isConfirmed) => (isConfirmed ? send() : refused)));
      }),
    );
  return send();
};
