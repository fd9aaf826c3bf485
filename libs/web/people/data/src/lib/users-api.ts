import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, type Signal, inject } from '@angular/core';
import type { ChangeUser, CreatedLink, InviteUser, User } from '@docket/contract';
import { firstValueFrom } from 'rxjs';
import { type UserFilter, toUserParams } from './user-filter';

export type { CreatedLink, InviteUser, User };

/** The API's operations on users. Changes may fail with 403 until the person has confirmed who they are. */
@Injectable({ providedIn: 'root' })
export class UsersApi {
  private readonly http = inject(HttpClient);

  /**
   * The users that match a filter, which reload when it changes. Call in an injection context.
   * @param filter undefined as long as nobody needs the users
   */
  usersResource(filter: Signal<UserFilter | undefined>) {
    return httpResource<User[]>(() => {
      const current = filter();
      return current && { url: '/api/users', params: withoutNulls(toUserParams(current)) };
    });
  }

  /** Fails with 409 if another user has the email address. */
  invite(person: InviteUser): Promise<User> {
    return firstValueFrom(this.http.post<User>('/api/users', person));
  }

  /** Fails with 412 if the user has changed since it was read, and with 409 if the last administrator would go. */
  change({ id, version }: User, changes: ChangeUser): Promise<User> {
    const headers = { 'If-Match': `"${id}-${version}"` };
    return firstValueFrom(this.http.patch<User>(`/api/users/${id}`, changes, { headers }));
  }

  /**
   * The response is the only one that has the link.
   * @param byMail whether Docket mails it to the person instead; if the mail fails, the response has it
   */
  createLink({ id }: User, byMail: boolean): Promise<CreatedLink> {
    const params: Record<string, string> = byMail ? { mail: 'true' } : {};
    return firstValueFrom(this.http.post<CreatedLink>(`/api/users/${id}/link`, null, { params }));
  }

  async endSessions({ id }: User): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/users/${id}/sessions`));
  }

  /** Proves the identity of the signed-in person again. Fails with 403 if the password is wrong. */
  async confirmIdentity(password: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/session/step-up', { password }));
  }
}

function withoutNulls(params: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
