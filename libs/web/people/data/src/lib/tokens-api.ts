import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, type Signal, inject } from '@angular/core';
import type { CreateService, CreateToken, CreatedToken, Service, Token } from '@docket/contract';
import type { Observable } from 'rxjs';

export type { CreateToken, CreatedToken, Service, Token };

/** Client of tokens and services. Services have tokens instead of a password. */
@Injectable({ providedIn: 'root' })
export class TokensApi {
  private readonly http = inject(HttpClient);

  /** Resource of the person's own tokens, newest first. Call in an injection context. */
  ownResource() {
    return httpResource<Token[]>(() => '/api/tokens');
  }

  /**
   * Resource of a page of all people's tokens, newest first. Call in an injection context.
   * @param before only tokens with a lower id
   */
  allResource(before: Signal<number | undefined>) {
    return httpResource<Token[]>(() => {
      const from = before();
      return { url: '/api/tokens', params: { all: true, ...(from !== undefined && { before: from }) } };
    });
  }

  /** Creates a token. Fails with 409 if there are too many. */
  createToken(token: CreateToken): Observable<CreatedToken> {
    return this.http.post<CreatedToken>('/api/tokens', token);
  }

  /** Revokes a token immediately and permanently. */
  revokeToken(id: number): Observable<void> {
    return this.http.delete<void>(`/api/tokens/${id}`);
  }

  /** Resource of the active services, by name. Call in an injection context. */
  servicesResource() {
    return httpResource<Service[]>(() => '/api/services');
  }

  createService(service: CreateService): Observable<Service> {
    return this.http.post<Service>('/api/services', service);
  }

  /** Deactivates a service and its tokens permanently. */
  deactivateService(id: number): Observable<void> {
    return this.http.delete<void>(`/api/services/${id}`);
  }
}
