export { notAllowedRoutes, setUpRoutes, signInRoutes } from './lib/people.routes';
