import type { Injector } from '@angular/core';
import type { Team } from '@docket/web/people/data/teams';
import { openDialog } from '@docket/web/ui/open-dialog';
import { MembersDialog } from './members-dialog';
import { TeamDialog } from './team-dialog';

/** Adds a team, or renames the given one. */
export const openTeam = (injector: Injector, data?: Team) =>
  openDialog(injector, TeamDialog, { data, width: '28rem', autoFocus: 'input[name=team-name]' });

export const openMembers = (injector: Injector, data: Team) =>
  openDialog(injector, MembersDialog, { data, width: '28rem', autoFocus: 'input' });
