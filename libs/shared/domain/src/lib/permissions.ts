/** Roles of people. An `admin` has every permission. */
export const ROLES = ['admin', 'agent', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Permissions that operations require. */
export const PERMISSIONS = [
  'tickets:read',
  'tickets:write',
  'classify',
  'stats:read',
  'import',
  'users',
  'services',
  'settings',
  'audit',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const READING = ['tickets:read', 'stats:read'] as const satisfies readonly Permission[];

/** Permissions of each role, defined only here: the API enforces them, and the client hides what they exclude. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  admin: PERMISSIONS,
  agent: [...READING, 'tickets:write', 'classify'],
  viewer: READING,
};

/** Permissions in the open mode, where everyone is the same actor. People and their tokens exist in the closed mode only. */
export const OPEN_PERMISSIONS: readonly Permission[] = PERMISSIONS.filter(
  (permission) => permission !== 'users' && permission !== 'services',
);
