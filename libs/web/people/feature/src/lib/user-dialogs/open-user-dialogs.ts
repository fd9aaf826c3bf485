import type { Injector } from '@angular/core';
import type { User } from '@docket/web/people/data/users';
import { openDialog } from '@docket/web/ui/open-dialog';
import { ChangeRoleDialog } from './change-role-dialog';
import { CreateLinkDialog } from './create-link-dialog';
import { InviteDialog } from './invite-dialog';
import { RenameDialog } from './rename-dialog';
import { type UserQuestion, UserStepDialog } from './user-step-dialog';

export const openInvite = (injector: Injector) =>
  openDialog(injector, InviteDialog, { width: '33rem', autoFocus: 'input[name=email]' });

export const openRename = (injector: Injector, data: User) =>
  openDialog(injector, RenameDialog, { data, width: '28rem', autoFocus: 'input[name=name]' });

export const openChangeRole = (injector: Injector, data: User) =>
  openDialog(injector, ChangeRoleDialog, { data, width: '33rem', autoFocus: 'input:checked' });

export const openCreateLink = (injector: Injector, data: User) =>
  openDialog(injector, CreateLinkDialog, { data, width: '30rem', autoFocus: 'dialog' });

export const openUserStep = (injector: Injector, data: UserQuestion) =>
  openDialog(injector, UserStepDialog, { data, width: '28rem', autoFocus: 'dialog' });
