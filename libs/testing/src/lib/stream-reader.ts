import { type IncomingMessage, get } from 'node:http';

/** The API with the stream. */
interface StreamSource {
  readonly url: string;
  /** Headers that authenticate the reader. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A reader of the stream of changes that resumes after the last received event, like a browser. */
export class StreamReader {
  private response?: IncomingMessage;
  private text = '';
  private lastEventId?: string;
  /** Whether the stream has ended or broken. */
  isClosed = false;
  /** Whether the server has ended the stream completely. */
  isComplete = false;

  /**
   * Opens the stream after the last received event, and waits for its headers.
   * @throws Error if the connection fails, or the status is not 200
   */
  async open({ url, headers }: StreamSource): Promise<void> {
    this.text = '';
    this.isClosed = false;
    this.isComplete = false;
    const resume = this.lastEventId === undefined ? {} : { 'last-event-id': this.lastEventId };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${url}/api/events`, { headers: { ...headers, ...resume }, agent: false }, resolve).once('error', reject);
    });
    response.setEncoding('utf8').on('error', () => undefined);
    response.on('data', (text: string) => this.read(text));
    response.once('close', () => {
      this.isComplete = response.complete;
      this.isClosed = true;
    });
    this.response = response;
    if (response.statusCode === 200) return;
    response.destroy();
    throw new Error(`The stream got ${response.statusCode}`);
  }

  /** Messages received since the stream was opened, each with its fields. */
  get messages(): readonly string[] {
    return this.text.split('\n\n').slice(0, -1);
  }

  has(event: string): boolean {
    return this.messages.some((message) => message.includes(`event: ${event}\n`));
  }

  close(): void {
    this.response?.destroy();
  }

  private read(text: string): void {
    this.text += text;
    for (const message of this.messages) this.lastEventId = /^id: (.+)$/m.exec(message)?.[1] ?? this.lastEventId;
  }
}
