import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Identity, ProviderPage } from '@docket/contract';
import { firstValueFrom } from 'rxjs';

export type { Identity };

/** The accounts at the identity provider that sign the person in. */
@Injectable({ providedIn: 'root' })
export class IdentitiesApi {
  private readonly http = inject(HttpClient);

  /** Those of the signed-in person. Call in an injection context. */
  identitiesResource() {
    return httpResource<Identity[]>(() => '/api/me/identities');
  }

  /**
   * Starts linking an account at the provider. Fails with 403 until the person has confirmed who they are.
   * @param returnTo the page to open afterwards
   * @returns the page of the provider
   */
  async link(returnTo: string): Promise<string> {
    const { url } = await firstValueFrom(this.http.post<ProviderPage>('/api/me/identities', { return_to: returnTo }));
    return url;
  }

  /**
   * Unlinks an account at the provider. Fails with 403 until the person has confirmed who they are, and with 409 for their only way
   * to sign in.
   */
  async unlink({ id }: Identity): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/me/identities/${id}`));
  }
}
