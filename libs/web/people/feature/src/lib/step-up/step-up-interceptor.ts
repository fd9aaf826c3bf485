import type { HttpEvent, HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { type Observable, catchError, from, switchMap, throwError } from 'rxjs';
import { StepUp, isStepUpRequired } from './step-up';

/**
 * Asks people to confirm who they are when the API wants a recent proof, and sends the request again. The page keeps what was
 * typed, because it only waits for the response.
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
