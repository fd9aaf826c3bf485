import type { Permission } from '@docket/domain';
import { PEOPLE_ICONS } from '../people-icons';

/** A page of the settings. */
interface SettingsEntry {
  /** Path below `/settings`. */
  readonly path: string;
  readonly label: string;
  /** SVG path of the icon. */
  readonly icon: string;
  /** Required permission. Absent for pages about the signed-in person. */
  readonly permission?: Permission;
}

/** Pages of the settings, in order. */
export const SETTINGS_ENTRIES: readonly SettingsEntry[] = [
  { path: 'people', label: 'People', icon: PEOPLE_ICONS.group, permission: 'users' },
  { path: 'teams', label: 'Teams', icon: PEOPLE_ICONS.workspaces, permission: 'settings' },
  { path: 'tokens', label: 'Tokens', icon: PEOPLE_ICONS.key, permission: 'services' },
  { path: 'webhooks', label: 'Webhooks', icon: PEOPLE_ICONS.webhook, permission: 'settings' },
  { path: 'sign-in', label: 'Sign-in', icon: PEOPLE_ICONS.lock, permission: 'settings' },
  { path: 'audit', label: 'Audit log', icon: PEOPLE_ICONS.description, permission: 'audit' },
];

/** Pages for every signed-in person. */
export const OWN_ENTRIES: readonly SettingsEntry[] = [{ path: 'profile', label: 'Profile', icon: PEOPLE_ICONS.person }];
