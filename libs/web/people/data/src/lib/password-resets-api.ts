import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** Links that set a new password. */
@Injectable({ providedIn: 'root' })
export class PasswordResetsApi {
  private readonly http = inject(HttpClient);

  /**
   * Asks for a mail with a link. Resolves for every address, so that nobody learns who has an account.
   * @throws HttpErrorResponse 429 after too many requests
   */
  async request(email: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/auth/reset', { email }));
  }
}
