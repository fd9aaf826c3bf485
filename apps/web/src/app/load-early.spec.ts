import type { Routes } from '@angular/router';
import { appRoutes } from './app.routes';
import { loadAhead, loadEarly } from './load-early';

/** The app's routes with fake pages. Loading a page records its title, or the name of its matcher. */
function openRoutes() {
  const loaded: string[] = [];
  const routes: Routes = appRoutes.map((route) => ({
    ...route,
    children: route.children?.map((child) => ({
      ...child,
      loadComponent: () => {
        loaded.push(String(child.title ?? child.matcher?.name));
        return Promise.resolve(class {});
      },
    })),
  }));
  return { routes, loaded };
}

it.each([
  ['/', ['listOrTicket']],
  ['/tickets', ['listOrTicket']],
  ['/tickets/7', ['listOrTicket']],
  ['/tickets/new', ['New ticket']],
  ['/dashboard', ['Dashboard']],
  ['/quality', ['AI quality']],
  ['/quality/suggestions', ['Suggestions']],
  ['/sign-in', ['Sign in']],
  ['/tickets/abc', []],
  ['/dashboard/7', []],
  ['/elsewhere', []],
])('loads the page of %s', (path, pages) => {
  const { routes, loaded } = openRoutes();

  loadEarly(path, routes);

  expect(loaded).toEqual(pages);
});

it('loads pages ahead, also after one that fails', async () => {
  const { routes, loaded } = openRoutes();
  const dashboard = routes.find(({ path }) => path === 'dashboard')?.children?.[0];
  if (dashboard) dashboard.loadComponent = () => Promise.reject(new TypeError('offline'));

  await loadAhead(['dashboard', 'tickets/new'], routes);

  expect(loaded).toEqual(['New ticket']);
});
