import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Link } from '@docket/contract';
import { firstValueFrom } from 'rxjs';

export type { Link };

const URL = '/api/auth/link';

/** The API's one-time links that set passwords. */
@Injectable({ providedIn: 'root' })
export class LinksApi {
  private readonly http = inject(HttpClient);

  /** Asks whose link it is, without using it. Fails with 410 if it does not work. */
  look(token: string): Promise<Link> {
    return firstValueFrom(this.http.post<Link>(URL, { token }));
  }

  /** Sets the password, and uses the link. An invited person is signed in after that. Fails with 410 if it does not work. */
  async setPassword(token: string, password: string): Promise<void> {
    await firstValueFrom(this.http.post(URL, { token, password }));
  }
}
