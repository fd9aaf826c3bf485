import type { Routes } from '@angular/router';
import { needs } from '@docket/web/people/data';

export const importRoutes: Routes = [
  {
    path: '',
    title: 'Import tickets',
    canActivate: [needs('import')],
    loadComponent: () => import('./import-page/import-page').then((page) => page.ImportPage),
  },
];
