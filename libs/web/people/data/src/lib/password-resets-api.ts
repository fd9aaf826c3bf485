import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** Client of password resets. */
@Injectable({ providedIn: 'root' })
export class PasswordResetsApi {
  private readonly http = inject(HttpClient);

  /**
   * Requests a mail with a reset link. Resolves for every address, so that it does not reveal accounts.
   * @throws HttpErrorResponse 429 after too many requests
   */
  async request(email: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/auth/reset', { email }));
  }
}
