import { type APIRequestContext, expect } from '@playwright/test';

/** What a journey says about a ticket that it needs; the rest is believable. */
export interface TicketFields {
  readonly title: string;
  readonly description?: string;
  readonly category?: string;
  readonly priority?: string;
  readonly status?: string;
}

export interface FiledTicket extends Required<TicketFields> {
  readonly id: number;
}

/** Tickets that are there before a journey starts, and what other people do to them meanwhile: through the API. */
export class Tickets {
  constructor(private readonly request: APIRequestContext) {}

  async file(fields: TicketFields): Promise<FiledTicket> {
    const answer = await this.request.post('/api/tickets', {
      data: { description: 'Filed for a journey.', category: 'general', priority: 'medium', ...fields },
    });
    expect(answer.status(), await answer.text()).toBe(201);
    return (await answer.json()) as FiledTicket;
  }

  /** One after the other, so that the last one is the newest. */
  async fileAll(all: readonly TicketFields[]): Promise<FiledTicket[]> {
    const filed: FiledTicket[] = [];
    for (const fields of all) filed.push(await this.file(fields));
    return filed;
  }

  async change(id: number, changes: Partial<TicketFields>): Promise<void> {
    const answer = await this.request.patch(`/api/tickets/${id}`, { data: changes });
    expect(answer.status(), await answer.text()).toBe(200);
  }

  async read(id: number): Promise<FiledTicket> {
    const answer = await this.request.get(`/api/tickets/${id}`);
    expect(answer.status(), await answer.text()).toBe(200);
    return (await answer.json()) as FiledTicket;
  }
}
