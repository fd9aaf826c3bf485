import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { ChangePassword, OwnSession } from '@docket/contract';
import type { Observable } from 'rxjs';

export type { OwnSession };

/** Client for the signed-in person's own account. */
@Injectable({ providedIn: 'root' })
export class AccountApi {
  private readonly http = inject(HttpClient);

  /** Resource of the person's sessions, the current one first. Call in an injection context. */
  sessionsResource() {
    return httpResource<OwnSession[]>(() => '/api/me/sessions');
  }

  /** Ends a session. Fails with 404 if it has already ended. */
  endSession(id: number): Observable<void> {
    return this.http.delete<void>(`/api/me/sessions/${id}`);
  }

  /** Ends all other sessions. */
  endOtherSessions(): Observable<void> {
    return this.http.delete<void>('/api/me/sessions');
  }

  /** Changes the password and ends all other sessions. Fails with 403 if the current password is wrong. */
  changePassword(change: ChangePassword): Observable<void> {
    return this.http.put<void>('/api/me/password', change);
  }
}
