import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { AcceptedRequest, NewRequest } from '@docket/contract';
import { firstValueFrom } from 'rxjs';

export type { NewRequest };

/** Client for tickets of people without an account. */
@Injectable({ providedIn: 'root' })
export class RequestsApi {
  private readonly http = inject(HttpClient);

  /**
   * Files a ticket.
   * @returns the reference with which the person can ask about it
   * @throws HttpErrorResponse 400 with errors of fields; 404 without a public form; 429 after too many requests
   */
  async file(request: NewRequest): Promise<string> {
    const { reference } = await firstValueFrom(this.http.post<AcceptedRequest>('/api/requests', request));
    return reference;
  }
}
