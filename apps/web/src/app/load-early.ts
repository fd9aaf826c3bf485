import { type Route, type Routes, UrlSegment, UrlSegmentGroup } from '@angular/router';

/** Loads the page of a path while Angular starts, so that the router finds it loaded. */
export function loadEarly(path: string, routes: Routes): void {
  void findPage(path.split('/').filter(Boolean), routes)?.loadComponent?.();
}

function findPage([first = '', ...rest]: readonly string[], routes: Routes): Route | undefined {
  const route = routes.find(({ path }) => path === first);
  if (typeof route?.redirectTo === 'string') return findPage([route.redirectTo, ...rest], routes);
  return route?.children?.find((child) => leadsTo(rest, child));
}

function leadsTo(paths: readonly string[], route: Route): boolean {
  const segments = paths.map((path) => new UrlSegment(path, {}));
  if (route.matcher) return route.matcher(segments, new UrlSegmentGroup(segments, {}), route) !== null;
  return route.path === paths.join('/');
}
