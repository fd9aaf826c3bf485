export { qualityRoutes } from './lib/quality.routes';
