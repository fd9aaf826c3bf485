import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, type Signal, inject } from '@angular/core';
import type { ChangeUser, CreatedLink, InviteUser, User } from '@docket/contract';
import { firstValueFrom } from 'rxjs';
import { type UserFilter, toUserParams } from './user-filter';

export type { CreatedLink, InviteUser, User };

/** Client of users. Changes may fail with 403 until the person has confirmed their identity. */
@Injectable({ providedIn: 'root' })
export class UsersApi {
  private readonly http = inject(HttpClient);

  /**
   * Resource of the users that match a filter. Reloads when it changes. Call in an injection context.
   * @param filter undefined while no users are needed
   */
  usersResource(filter: Signal<UserFilter | undefined>) {
    return httpResource<User[]>(() => {
      const current = filter();
      return current && { url: '/api/users', params: withoutNulls(toUserParams(current)) };
    });
  }

  /** Invites a person. Fails with 409 if the email address is taken. */
  invite(person: InviteUser): Promise<User> {
    return firstValueFrom(this.http.post<User>('/api/users', person));
  }

  /** Changes a user. Fails with 412 if it has changed since it was read, and with 409 if no administrator would remain. */
  change({ id, version }: User, changes: ChangeUser): Promise<User> {
    const headers = { 'If-Match': `"${id}-${version}"` };
    return firstValueFrom(this.http.patch<User>(`/api/users/${id}`, changes, { headers }));
  }

  /**
   * Creates a link to set a password. Only this response contains it.
   * @param byMail whether Docket mails the link to the person instead; if the mail fails, the response contains it
   */
  createLink({ id }: User, byMail: boolean): Promise<CreatedLink> {
    const params: Record<string, string> = byMail ? { mail: 'true' } : {};
    return firstValueFrom(this.http.post<CreatedLink>(`/api/users/${id}/link`, null, { params }));
  }

  async endSessions({ id }: User): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/users/${id}/sessions`));
  }

  /** Confirms the identity of the signed-in person (step-up). Fails with 403 if the password is wrong. */
  async confirmIdentity(password: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/session/step-up', { password }));
  }
}

function withoutNulls(params: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
