import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#testing/free-port';
import { runSql } from '#testing/test-database';
import { unprivilegedUser } from '../postgres-binaries.mts';

/** PgBouncer in transaction mode in front of one database. A drill kills it and restarts it on the same port. */
export class TemporaryPooler {
  /** URL of the database through the pooler. */
  readonly url: string;
  private readonly folder: string;
  private process: ChildProcess | undefined;

  private constructor(url: string, folder: string) {
    this.url = url;
    this.folder = folder;
  }

  /** @throws Error if the program `pgbouncer` is missing (Debian package `pgbouncer`) */
  static async start(databaseUrl: string): Promise<TemporaryPooler> {
    execFileSync('pgbouncer', ['--version'], { stdio: 'ignore' });
    const place = new URL(databaseUrl);
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'docket-pooler-'));
    const { username, password, hostname } = place;
    const users = join(folder, 'userlist.txt');
    writeFileSync(users, `"${username}" "${decodeURIComponent(password)}"\n`, { mode: 0o600 });
    // The settings in docs/operations.md.
    const settings = [
      '[databases]',
      `* = host=${hostname} port=${place.port}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = scram-sha-256',
      `auth_file = ${users}`,
      'pool_mode = transaction',
    ];
    writeFileSync(join(folder, 'pgbouncer.ini'), `${settings.join('\n')}\n`);
    const user = unprivilegedUser(); // PgBouncer refuses to run as root
    if (user) for (const path of [folder, users]) chownSync(path, user.uid, user.gid);
    place.port = `${port}`;
    const pooler = new TemporaryPooler(place.href, folder);
    await pooler.start();
    return pooler;
  }

  /** Starts PgBouncer, and waits until it serves. */
  async start(): Promise<void> {
    this.process = spawn('pgbouncer', ['-q', join(this.folder, 'pgbouncer.ini')], {
      ...unprivilegedUser(),
      cwd: this.folder,
      stdio: 'ignore',
    });
    for (let attempt = 1; ; attempt++) {
      try {
        await runSql(this.url, 'SELECT 1');
        return;
      } catch (error) {
        if (attempt === 200) throw error;
        await sleep(50);
      }
    }
  }

  /** Kills PgBouncer with SIGKILL, which breaks its connections. */
  async kill(): Promise<void> {
    if (!this.process || this.process.exitCode !== null || this.process.signalCode) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
