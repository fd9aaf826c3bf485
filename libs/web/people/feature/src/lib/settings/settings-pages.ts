import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import { Session, needs } from '@docket/web/people/data';
import { SettingsPage } from './settings-page';

/** Path of the first page. The open mode has no profiles. */
function firstPage(session: Session): string {
  if (session.isOpen()) return 'sign-in';
  return session.can('users') ? 'people' : 'profile';
}

/** Routes of the settings, inside their frame. */
export const settingsPages: Routes = [
  {
    path: '',
    component: SettingsPage,
    children: [
      { path: '', pathMatch: 'full', redirectTo: () => firstPage(inject(Session)) },
      {
        path: 'people',
        title: 'People',
        canActivate: [needs('users')],
        loadComponent: () => import('../people-page/people-page').then((page) => page.PeoplePage),
      },
      {
        path: 'teams',
        title: 'Teams',
        canActivate: [needs('settings')],
        loadComponent: () => import('../teams-page/teams-page').then((page) => page.TeamsPage),
      },
      {
        path: 'tokens',
        title: 'Tokens',
        canActivate: [needs('services')],
        loadComponent: () => import('../tokens-page/tokens-page').then((page) => page.TokensPage),
      },
      {
        path: 'webhooks',
        title: 'Webhooks',
        canActivate: [needs('settings')],
        loadComponent: () => import('../webhooks-page/webhooks-page').then((page) => page.WebhooksPage),
      },
      {
        path: 'webhooks/:id',
        title: 'Webhook',
        canActivate: [needs('settings')],
        loadComponent: () => import('../webhook-page/webhook-page').then((page) => page.WebhookPage),
      },
      {
        path: 'audit',
        title: 'Audit log',
        canActivate: [needs('audit')],
        loadComponent: () => import('../audit-page/audit-page').then((page) => page.AuditPage),
      },
      {
        path: 'sign-in',
        title: 'Sign-in',
        canActivate: [needs('settings')],
        loadComponent: () =>
          import('../sign-in-settings-page/sign-in-settings-page').then((page) => page.SignInSettingsPage),
      },
      {
        path: 'profile',
        title: 'Profile',
        loadComponent: () => import('../profile-page/profile-page').then((page) => page.ProfilePage),
      },
    ],
  },
];
