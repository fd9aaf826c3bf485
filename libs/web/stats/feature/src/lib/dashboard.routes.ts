import type { Routes } from '@angular/router';

export const dashboardRoutes: Routes = [
  {
    path: '',
    title: 'Dashboard',
    loadComponent: () => import('./dashboard-page/dashboard-page').then((page) => page.DashboardPage),
  },
];
