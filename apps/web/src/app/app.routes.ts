import type { Routes } from '@angular/router';

export const appRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'tickets' },
  {
    path: 'tickets',
    loadChildren: () => import('@docket/web/feature-tickets').then((feature) => feature.ticketRoutes),
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
