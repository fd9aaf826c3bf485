// Called early, it loads beside the frame instead of after it.
export const loadDashboardPage = () => import('./dashboard-page/dashboard-page').then((page) => page.DashboardPage);
