import { HttpContext, HttpContextToken, type HttpInterceptorFn } from '@angular/common/http';
import { from, switchMap } from 'rxjs';

const WAITS_FOR_PAINT = new HttpContextToken(() => false);

/** Maximum delay of a request, in ms. A page in the background paints no frames. */
const LONGEST_WAIT_MS = 100;

/** Context of a request that is not urgent. It is sent after the next frame, which it would otherwise delay. */
export function afterPaint(): HttpContext {
  return new HttpContext().set(WAITS_FOR_PAINT, true);
}

/** Sends requests with the context `afterPaint` after the next frame. */
export const sendAfterPaint: HttpInterceptorFn = (request, next) =>
  request.context.get(WAITS_FOR_PAINT) ? from(painted()).pipe(switchMap(() => next(request))) : next(request);

function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_WAIT_MS);
  });
}
