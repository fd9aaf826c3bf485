import type { Routes } from '@angular/router';

export const importRoutes: Routes = [
  {
    path: '',
    title: 'Import tickets',
    loadComponent: () => import('./import-page/import-page').then((page) => page.ImportPage),
  },
];
