import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Link } from '@docket/contract';
import { firstValueFrom } from 'rxjs';

export type { Link };

const URL = '/api/auth/link';

/** Client of one-time links that set passwords. */
@Injectable({ providedIn: 'root' })
export class LinksApi {
  private readonly http = inject(HttpClient);

  /** Reads the owner of a link without using it. Fails with 410 if the link is invalid. */
  look(token: string): Promise<Link> {
    return firstValueFrom(this.http.post<Link>(URL, { token }));
  }

  /** Sets the password and uses up the link. An invited person is signed in afterwards. Fails with 410 if the link is invalid. */
  async setPassword(token: string, password: string): Promise<void> {
    await firstValueFrom(this.http.post(URL, { token, password }));
  }
}
