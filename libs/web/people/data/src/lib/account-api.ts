import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { ChangePassword, OwnSession } from '@docket/contract';
import type { Observable } from 'rxjs';

export type { OwnSession };

/** The operations of the signed-in person on their own account. */
@Injectable({ providedIn: 'root' })
export class AccountApi {
  private readonly http = inject(HttpClient);

  /** The person's sessions, the one of this browser first. Call in an injection context. */
  sessionsResource() {
    return httpResource<OwnSession[]>(() => '/api/me/sessions');
  }

  /** Signs out in one browser. Fails with 404 if the session has ended. */
  endSession(id: number): Observable<void> {
    return this.http.delete<void>(`/api/me/sessions/${id}`);
  }

  /** Signs out everywhere but here. */
  endOtherSessions(): Observable<void> {
    return this.http.delete<void>('/api/me/sessions');
  }

  /** Signs out everywhere but here, too. Fails with 403 if the current password is wrong. */
  changePassword(change: ChangePassword): Observable<void> {
    return this.http.put<void>('/api/me/password', change);
  }
}
