export { dashboardRoutes } from './lib/dashboard.routes';
export { loadDashboardPage } from './lib/load-pages';
