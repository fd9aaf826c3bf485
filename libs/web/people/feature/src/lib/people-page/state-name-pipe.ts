import { Pipe, type PipeTransform } from '@angular/core';
import type { UserState } from '@docket/web/people/data/users';

const NAMES: Readonly<Record<UserState, string>> = {
  active: 'Active',
  invited: 'Invited',
  deactivated: 'Deactivated',
};

/** The name of a user's state. */
@Pipe({ name: 'docketStateName' })
export class StateNamePipe implements PipeTransform {
  transform(state: UserState): string {
    return NAMES[state];
  }
}
