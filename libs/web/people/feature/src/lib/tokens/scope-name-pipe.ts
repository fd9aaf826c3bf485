import { Pipe, type PipeTransform } from '@angular/core';
import type { Permission } from '@docket/domain';

/** Permissions of a program by scope. Programs cannot change people, tokens and services, so these scopes only list them. */
const NAMES: Readonly<Record<Permission, string>> = {
  'tickets:read': 'Read tickets',
  'tickets:write': 'File and change tickets',
  classify: 'Suggest categories and priorities',
  'stats:read': 'Read statistics',
  import: 'Import tickets',
  users: 'List people',
  services: 'List services',
  settings: 'Change settings',
  audit: 'Read the audit log',
};

/** Display name of a token's scope. An unknown scope is unchanged. */
@Pipe({ name: 'docketScopeName' })
export class ScopeNamePipe implements PipeTransform {
  transform(scope: Permission): string {
    return (NAMES as Readonly<Record<string, string>>)[scope] ?? scope;
  }
}
