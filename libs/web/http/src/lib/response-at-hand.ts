import { HttpContext, HttpContextToken, type HttpInterceptorFn, type HttpResponse } from '@angular/common/http';
import { concat, of } from 'rxjs';

const TAKE_RESPONSE = new HttpContextToken<() => HttpResponse<unknown> | undefined>(() => () => undefined);

/** The context of a request that emits a response at hand first, if there is one, then the API's response. */
export function withResponseAtHand(take: () => HttpResponse<unknown> | undefined): HttpContext {
  return new HttpContext().set(TAKE_RESPONSE, take);
}

/** Emits the response at hand first, then the API's response, so that nothing outdated stays on the screen. */
export const responseAtHand: HttpInterceptorFn = (request, next) => {
  const response = request.context.get(TAKE_RESPONSE)();
  return response ? concat(of(response), next(request)) : next(request);
};
