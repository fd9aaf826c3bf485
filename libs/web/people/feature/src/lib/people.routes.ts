import type { Routes } from '@angular/router';

export const signInRoutes: Routes = [
  {
    path: '',
    title: 'Sign in',
    loadComponent: () => import('./sign-in-page/sign-in-page').then((page) => page.SignInPage),
  },
];

export const setUpRoutes: Routes = [
  {
    path: '',
    title: 'Set up',
    loadComponent: () => import('./set-up-page/set-up-page').then((page) => page.SetUpPage),
  },
];

export const notAllowedRoutes: Routes = [
  {
    path: '',
    title: 'Not allowed',
    loadComponent: () => import('./not-allowed-page/not-allowed-page').then((page) => page.NotAllowedPage),
  },
];
