import { type APIRequestContext, expect } from '@playwright/test';

/** Fields of a test ticket. Missing ones get default values. */
export interface TicketFields {
  readonly title: string;
  readonly description?: string;
  readonly category?: string;
  readonly priority?: string;
  readonly status?: string;
  readonly requester?: { readonly email: string; readonly name: string };
}

export interface FiledTicket extends Required<Omit<TicketFields, 'requester'>> {
  readonly id: number;
  /** Absent without a requester. */
  readonly requester?: { readonly email: string; readonly name?: string };
}

/** Files, reads and changes tickets through the API, to set up a journey or to act as another user. */
export class Tickets {
  constructor(private readonly request: APIRequestContext) {}

  async file(fields: TicketFields): Promise<FiledTicket> {
    const response = await this.request.post('/api/tickets', {
      data: { description: 'Filed for a journey.', category: 'general', priority: 'medium', ...fields },
    });
    expect(response.status(), await response.text()).toBe(201);
    return (await response.json()) as FiledTicket;
  }

  /** Files tickets one after another, so that the last one is the newest. */
  async fileAll(all: readonly TicketFields[]): Promise<FiledTicket[]> {
    const filed: FiledTicket[] = [];
    for (const fields of all) filed.push(await this.file(fields));
    return filed;
  }

  async change(id: number, changes: Partial<TicketFields>): Promise<void> {
    const response = await this.request.patch(`/api/tickets/${id}`, { data: changes });
    expect(response.status(), await response.text()).toBe(200);
  }

  async read(id: number): Promise<FiledTicket> {
    const response = await this.request.get(`/api/tickets/${id}`);
    expect(response.status(), await response.text()).toBe(200);
    return (await response.json()) as FiledTicket;
  }
}
