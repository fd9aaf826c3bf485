import type { Routes } from '@angular/router';
import { ticketRoutes } from '@docket/web/feature-tickets';

export const appRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'tickets' },
  {
    path: 'tickets',
    children: ticketRoutes,
  },
  {
    path: 'dashboard',
    loadChildren: () => import('@docket/web/feature-dashboard').then((feature) => feature.dashboardRoutes),
  },
  {
    path: '**',
    title: 'Not found',
    loadComponent: () => import('./not-found/not-found-page').then((page) => page.NotFoundPage),
  },
];
