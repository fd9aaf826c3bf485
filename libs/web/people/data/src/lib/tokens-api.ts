import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, type Signal, inject } from '@angular/core';
import type { CreateService, CreateToken, CreatedToken, Service, Token } from '@docket/contract';
import type { Observable } from 'rxjs';

export type { CreateToken, CreatedToken, Service, Token };

/** The API's operations on tokens and on services, which have tokens instead of a password. */
@Injectable({ providedIn: 'root' })
export class TokensApi {
  private readonly http = inject(HttpClient);

  /** The person's own tokens, newest first. Call in an injection context. */
  ownResource() {
    return httpResource<Token[]>(() => '/api/tokens');
  }

  /**
   * A page of everyone's tokens, newest first. Call in an injection context.
   * @param before only tokens with a lower id
   */
  allResource(before: Signal<number | undefined>) {
    return httpResource<Token[]>(() => {
      const from = before();
      return { url: '/api/tokens', params: { all: true, ...(from !== undefined && { before: from }) } };
    });
  }

  /** Makes a token. Fails with 409 if there are too many. */
  createToken(token: CreateToken): Observable<CreatedToken> {
    return this.http.post<CreatedToken>('/api/tokens', token);
  }

  /** The token stops working at once, for good. */
  revokeToken(id: number): Observable<void> {
    return this.http.delete<void>(`/api/tokens/${id}`);
  }

  /** The active services, by name. Call in an injection context. */
  servicesResource() {
    return httpResource<Service[]>(() => '/api/services');
  }

  createService(service: CreateService): Observable<Service> {
    return this.http.post<Service>('/api/services', service);
  }

  /** The service and its tokens stop working, for good. */
  deactivateService(id: number): Observable<void> {
    return this.http.delete<void>(`/api/services/${id}`);
  }
}
