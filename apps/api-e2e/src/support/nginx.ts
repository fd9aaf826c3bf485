import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventually, freePort } from '@docket/testing';
import { DIST } from './server';

const DOCKER = join(__dirname, '../../../../docker');

/** NGINX_PATH, or Debian's path. Undefined without nginx, whose tests are then skipped. */
export const NGINX = [process.env['NGINX_PATH'], '/usr/sbin/nginx'].find((path) => path && existsSync(path));

/** nginx with the image's configuration, except for ports and folders. */
export class Nginx {
  private readonly child: ChildProcess;
  private text = '';
  private readonly ended: Promise<unknown>;

  private constructor(
    private readonly folder: string,
    readonly port: number,
  ) {
    this.child = spawn(NGINX ?? '', ['-c', join(folder, 'nginx.conf'), '-e', 'stderr', '-g', globals()], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.text += text));
    this.ended = once(this.child, 'close');
  }

  /**
   * @param apiPort port of the API on this machine
   * @param change replaces a required part of the configuration
   */
  static async start(apiPort: number, change?: { readonly from: string; readonly to: string }): Promise<Nginx> {
    const folder = mkdtempSync(join(tmpdir(), 'docket-nginx-'));
    const port = await freePort();
    const changes = [
      ['listen 8080;', `listen 127.0.0.1:${port};`],
      ['server api:3000;', `server 127.0.0.1:${apiPort};`],
      ['/etc/nginx/mime.types', join(dirname(NGINX ?? ''), '../../etc/nginx/mime.types')],
      ['/srv/docket', join(DIST, 'web')],
      ['/tmp/nginx', join(folder, 'nginx')],
      ['/dev/stdout', join(folder, 'access.log')], // nginx cannot open the pipe of another process
      ...(change ? [[change.from, change.to]] : []),
    ] as const;
    const configuration = changes.reduce(
      (text, [from = '', to = '']) => {
        if (!text.includes(from)) throw new Error(`The configuration has no "${from}"`);
        return text.replaceAll(from, to);
      },
      readFileSync(join(DOCKER, 'nginx.conf'), 'utf8'),
    );
    writeFileSync(join(folder, 'nginx.conf'), configuration);
    for (const name of ['problem-headers.conf', 'security-headers.conf'])
      writeFileSync(join(folder, name), readFileSync(join(DOCKER, name)));
    const nginx = new Nginx(folder, port);
    const state = await eventually(async () => {
      if (nginx.child.exitCode !== null) return 'ended';
      return (await fetch(`${nginx.url}/favicon.svg`)).ok && 'serves';
    });
    if (state === 'ended') throw new Error(`nginx ended:\n${nginx.text}`);
    return nginx;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Requests in nginx's log. */
  get requests(): readonly Readonly<Record<string, unknown>>[] {
    const lines = readFileSync(join(this.folder, 'access.log'), 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  async stop(): Promise<void> {
    this.child.kill('SIGQUIT');
    await this.ended;
    rmSync(this.folder, { recursive: true });
  }
}

/** The image runs nginx as an unprivileged user. As root, its workers would run as another user, who cannot read the build. */
function globals(): string {
  return process.getuid?.() === 0 ? 'daemon off; user root;' : 'daemon off;';
}
