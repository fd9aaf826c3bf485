import { KnownRoutes } from './known-routes';

const routes = new KnownRoutes();
routes.add('/api/tickets', ['GET', 'HEAD']);
routes.add('/api/tickets/', ['POST']);
routes.add('/api/tickets/:id', ['GET']);
routes.add('/api/tickets/stats', ['GET']);
routes.add('/main-A1.js', ['GET']);
routes.add('/*', ['GET']);
routes.add('/', ['GET']);

describe('KnownRoutes', () => {
  it.each([
    ['/api/tickets', ['GET', 'HEAD', 'POST']],
    ['/api/tickets/', ['GET', 'HEAD', 'POST']],
    ['/api/tickets/7', ['GET']],
    ['/api/tickets/7/', ['GET']],
    ['/api/tickets/stats/', ['GET']],
    ['/', ['GET']],
  ])('knows the methods of %s', (path, methods) => {
    expect([...(routes.methodsOf(path) ?? [])]).toEqual(methods);
  });

  it.each(['/api', '/api/tickets/7/8', '/api/tickets//', '/main-A1xjs', '/anything'])('does not know %s', (path) => {
    expect(routes.methodsOf(path)).toBeUndefined();
  });
});
