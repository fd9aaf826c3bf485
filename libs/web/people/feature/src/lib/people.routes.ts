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

export const setPasswordRoutes: Routes = [
  {
    path: '',
    title: 'Set your password',
    loadComponent: () => import('./set-password-page/set-password-page').then((page) => page.SetPasswordPage),
  },
];

export const notAllowedRoutes: Routes = [
  {
    path: '',
    title: 'Not allowed',
    loadComponent: () => import('./not-allowed-page/not-allowed-page').then((page) => page.NotAllowedPage),
  },
];

/** The settings load with their first page, because few people open them. */
export const settingsRoutes: Routes = [
  { path: '', loadChildren: () => import('./settings/settings.routes').then((routes) => routes.settingsRoutes) },
];

export const forgotPasswordRoutes: Routes = [
  {
    path: '',
    title: 'Forgot password',
    loadComponent: () => import('./forgot-password-page/forgot-password-page').then((page) => page.ForgotPasswordPage),
  },
];

export const requestRoutes: Routes = [
  {
    path: '',
    title: 'New request',
    loadComponent: () => import('./request-page/request-page').then((page) => page.RequestPage),
  },
];
