import type { Routes } from '@angular/router';

/** The routes load with the first page of the settings, which keeps them out of the scripts that load before the first row. */
export const settingsRoutes: Routes = [
  { path: '', loadChildren: () => import('./settings-pages').then((file) => file.settingsPages) },
];
