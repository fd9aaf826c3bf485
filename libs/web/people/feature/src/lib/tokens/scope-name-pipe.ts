import { Pipe, type PipeTransform } from '@angular/core';
import type { Permission } from '@docket/domain';

/** What a program with a scope may do. Programs cannot change people, tokens and services, so those scopes only list them. */
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

/** Names a scope of a token. A scope that this client does not know stays as it is. */
@Pipe({ name: 'docketScopeName' })
export class ScopeNamePipe implements PipeTransform {
  transform(scope: Permission): string {
    return (NAMES as Readonly<Record<string, string>>)[scope] ?? scope;
  }
}
