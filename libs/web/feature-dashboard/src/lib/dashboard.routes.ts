import type { Routes } from '@angular/router';
import { loadDashboardPage } from './load-pages';

export const dashboardRoutes: Routes = [
  {
    path: '',
    title: 'Dashboard',
    loadComponent: loadDashboardPage,
  },
];
