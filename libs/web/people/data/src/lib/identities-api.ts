import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Identity, ProviderPage } from '@docket/contract';
import { firstValueFrom } from 'rxjs';

export type { Identity };

/** Client for the signed-in person's accounts at the identity provider. */
@Injectable({ providedIn: 'root' })
export class IdentitiesApi {
  private readonly http = inject(HttpClient);

  /** Resource of the linked accounts. Call in an injection context. */
  identitiesResource() {
    return httpResource<Identity[]>(() => '/api/me/identities');
  }

  /**
   * Starts linking an account at the provider. Fails with 403 until the person has confirmed their identity.
   * @param returnTo the page to open afterwards
   * @returns the URL of the provider's page
   */
  async link(returnTo: string): Promise<string> {
    const { url } = await firstValueFrom(this.http.post<ProviderPage>('/api/me/identities', { return_to: returnTo }));
    return url;
  }

  /**
   * Unlinks an account at the provider. Fails with 403 until the person has confirmed their identity, and with 409 if it is their only way
   * to sign in.
   */
  async unlink({ id }: Identity): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/me/identities/${id}`));
  }
}
