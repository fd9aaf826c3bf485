import type { Routes } from '@angular/router';
import { needs } from '@docket/web/people/data';

export const qualityRoutes: Routes = [
  {
    path: '',
    title: 'AI quality',
    canActivate: [needs('stats:read')],
    loadComponent: () => import('./quality-page/quality-page').then((page) => page.QualityPage),
  },
  {
    path: 'suggestions',
    title: 'Suggestions',
    canActivate: [needs('stats:read')],
    loadComponent: () => import('./suggestions-page/suggestions-page').then((page) => page.SuggestionsPage),
  },
];
