import { type Route, type Routes, UrlSegment, UrlSegmentGroup } from '@angular/router';

/** Loads the page of a path while Angular starts, so that the router finds it loaded. */
export function loadEarly(path: string, routes: Routes): void {
  void findPage(path.split('/').filter(Boolean), routes)?.loadComponent?.();
}

/** Loads the pages of these paths, which a person may open next, one after the other. They then open without a connection, too. */
export async function loadAhead(paths: readonly string[], routes: Routes): Promise<void> {
  for (const path of paths) {
    const page = findPage(path.split('/'), routes);
    await Promise.resolve(page?.loadComponent?.()).catch(() => undefined); // the person is told when opening the page
  }
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
