import type { Routes } from '@angular/router';
import {
  forgotPasswordRoutes,
  notAllowedRoutes,
  requestRoutes,
  setPasswordRoutes,
  setUpRoutes,
  settingsRoutes,
  signInRoutes,
} from '@docket/web/people/feature';
import { qualityRoutes } from '@docket/web/quality/feature';
import { dashboardRoutes } from '@docket/web/stats/feature';
import { importRoutes, ticketRoutes } from '@docket/web/tickets/feature';

export const appRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'tickets' },
  {
    path: 'tickets',
    children: ticketRoutes,
  },
  {
    path: 'import',
    children: importRoutes,
  },
  {
    path: 'dashboard',
    children: dashboardRoutes,
  },
  {
    path: 'quality',
    children: qualityRoutes,
  },
  {
    path: 'sign-in',
    children: signInRoutes,
  },
  {
    path: 'set-up',
    children: setUpRoutes,
  },
  {
    path: 'set-password',
    children: setPasswordRoutes,
  },
  {
    path: 'settings',
    children: settingsRoutes,
  },
  {
    path: 'forgot-password',
    children: forgotPasswordRoutes,
  },
  {
    path: 'request',
    children: requestRoutes,
  },
  {
    path: 'not-allowed',
    children: notAllowedRoutes,
  },
  {
    path: '**',
    title: 'Not found',
    loadComponent: () => import('./not-found/not-found-page').then((page) => page.NotFoundPage),
  },
];
