/** An event from the stream. */
export interface ToldEvent {
  readonly id: number;
  readonly ticketId: number;
  /** Whether the change was made through the API. */
  readonly isByApi: boolean;
  /** Ms since 1970. */
  readonly toldAt: number;
}

/** Reads the stream of changes like a browser: resumes after the last event, and receives some events twice. */
export class StreamFollower {
  /** First occurrence of each event, in the order of the stream. */
  readonly told: ToldEvent[] = [];
  repeated = 0;
  resets = 0;
  connections = 0;
  private readonly known = new Set<number>();
  private lastId?: string;
  private abort = new AbortController();
  private isStopped = false;
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** Follows until it is stopped. Calls `onConnected` with the first response. */
  async follow(onConnected: () => void): Promise<void> {
    while (!this.isStopped) {
      this.abort = new AbortController();
      await this.read(onConnected).catch((error: unknown) => {
        if (!this.abort.signal.aborted) throw error;
      });
    }
  }

  /** Drops the connection, like a bad network. The follower reconnects. */
  drop(): void {
    this.abort.abort();
  }

  stop(): void {
    this.isStopped = true;
    this.drop();
  }

  private async read(onConnected: () => void): Promise<void> {
    const headers = this.lastId === undefined ? undefined : { 'last-event-id': this.lastId };
    const response = await fetch(`${this.url}/api/events`, { headers, signal: this.abort.signal });
    if (!response.ok || !response.body) throw new Error(`GET /api/events returned ${response.status}`);
    this.connections++;
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const messages = (text + chunk).split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) this.take(message);
      onConnected();
    }
  }

  private take(message: string): void {
    const fields = new Map(
      message.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(': ') + 2)]),
    );
    this.lastId = fields.get('id') ?? this.lastId;
    if (fields.get('event') === 'reset') this.resets++;
    if (fields.get('event') !== 'change') return;
    const { event_id, ticket_id, actor } = JSON.parse(fields.get('data') ?? '') as {
      event_id: number;
      ticket_id: number;
      actor: { kind: string };
    };
    if (this.known.has(event_id)) {
      this.repeated++;
      return;
    }
    this.known.add(event_id);
    this.told.push({ id: event_id, ticketId: ticket_id, isByApi: actor.kind === 'local', toldAt: Date.now() });
  }
}
