import type { Routes } from '@angular/router';

/** The list of pages loads with the first one: the script before the first row need not contain it. */
export const settingsRoutes: Routes = [
  { path: '', loadChildren: () => import('./settings-pages').then((file) => file.settingsPages) },
];
