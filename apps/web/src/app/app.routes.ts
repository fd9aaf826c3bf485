import type { Routes } from '@angular/router';

export const appRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'tickets' },
  {
    path: 'tickets',
    loadChildren: () => import('@docket/web/feature-tickets').then((feature) => feature.ticketRoutes),
  },
];
