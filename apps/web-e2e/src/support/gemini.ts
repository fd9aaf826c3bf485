import { join } from 'node:path';
import { NodeProcess, freePort } from '@docket/testing';

const SCRIPT = join(__dirname, '../../../api/src/testing/gemini-stand-in.ts');

/** The Gemini stand-in of the API's tests, in a separate process. */
export class Gemini {
  private constructor(
    readonly url: string,
    private readonly process: NodeProcess,
  ) {}

  static async start(): Promise<Gemini> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const process = new NodeProcess([SCRIPT, `${port}`]);
    await process.waitForResponse(`${url}/control`);
    return new Gemini(url, process);
  }

  /** Sets the mode of later responses, such as `keywords` or `down`, and their delay. */
  async setMode(mode: string, delayMs = 0): Promise<void> {
    const body = JSON.stringify({ mode, delay_ms: delayMs });
    const response = await fetch(`${this.url}/control`, { method: 'POST', body });
    if (!response.ok) throw new Error(`The stand-in has no mode "${mode}": ${await response.text()}`);
  }

  async stop(): Promise<void> {
    await this.process.stop();
  }
}
