import { join } from 'node:path';
import { freePort } from './free-port';
import { ServerProcess } from './server-process';

const SCRIPT = join(__dirname, '../../../api/src/testing/gemini-stand-in.ts');

/** The Gemini stand-in of the API's tests, as a process beside the stack. */
export class Gemini {
  private constructor(
    readonly url: string,
    private readonly process: ServerProcess,
  ) {}

  static async start(): Promise<Gemini> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const process = new ServerProcess('The Gemini stand-in', [SCRIPT, `${port}`]);
    await process.untilReady(`${url}/control`);
    return new Gemini(url, process);
  }

  /** How it answers from now on: a mode of the stand-in, such as `keywords` or `down`, and how long it takes for it. */
  async answer(mode: string, delayMs = 0): Promise<void> {
    const body = JSON.stringify({ mode, delay_ms: delayMs });
    const answer = await fetch(`${this.url}/control`, { method: 'POST', body });
    if (!answer.ok) throw new Error(`The stand-in knows no mode "${mode}": ${await answer.text()}`);
  }

  stop(): Promise<void> {
    return this.process.stop();
  }
}
