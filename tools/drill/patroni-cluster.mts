import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#testing/free-port';
import { findBinaries, unprivilegedUser } from '../postgres-binaries.mts';

const CONFIGURATION = new URL('../../docker/patroni/patroni.yml', import.meta.url);
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;

/** Patroni's minimum timings, in seconds, so that a drill waits less than in production. */
const TIMES = { ttl: 20, loop_wait: 1, retry_timeout: 3 };

/** A PostgreSQL server and its Patroni. */
interface Member {
  readonly url: string;
  readonly rest: string;
  readonly data: string;
  readonly patroni: ChildProcess;
}

/** Two PostgreSQL servers managed by Patroni, with etcd, from Debian's packages `patroni` and `etcd-server`. */
export class PatroniCluster {
  private readonly folder = mkdtempSync(join(tmpdir(), 'docket-patroni-'));
  private readonly password = randomBytes(16).toString('hex');
  private readonly user = unprivilegedUser();
  private readonly members: Member[] = [];
  private etcd: ChildProcess | undefined;

  /** Starts `db1` as the primary and `db2` as its synchronous standby, with the configuration of docker/patroni. */
  async start(): Promise<void> {
    if (this.user) chownSync(this.folder, this.user.uid, this.user.gid);
    const etcd = await this.startEtcd();
    await this.startMember('db1', etcd);
    await this.until('/primary', 0);
    await this.startMember('db2', etcd);
    await this.until('/synchronous', 1);
  }

  /** URL of the initial primary's database `postgres`. */
  get primaryUrl(): string {
    return this.member(0).url;
  }

  get standbyUrl(): string {
    return this.member(1).url;
  }

  /** Kills the first server and its Patroni immediately, like a power failure. */
  killPrimary(): void {
    const { patroni, data } = this.member(0);
    patroni.kill('SIGKILL');
    const [pid] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL'); // its sessions notice that and end
  }

  /** Waits until Patroni has promoted the second server. */
  async untilTakenOver(): Promise<void> {
    await this.until('/primary', 1);
  }

  async stop(): Promise<void> {
    const running = this.members.map(({ patroni }) => patroni).concat(this.etcd ?? []);
    for (const child of running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM'); // Patroni stops its server
      const kill = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await ended.finally(() => clearTimeout(kill));
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** @returns host and port for clients */
  private async startEtcd(): Promise<string> {
    const [client, peer] = [`127.0.0.1:${await freePort()}`, `http://127.0.0.1:${await freePort()}`];
    const urls = ['listen-client-urls', 'advertise-client-urls'].flatMap((name) => [`--${name}`, `http://${client}`]);
    const peers = ['listen-peer-urls', 'initial-advertise-peer-urls'].flatMap((name) => [`--${name}`, peer]);
    const cluster = [
      '--initial-cluster',
      `default=${peer}`,
      '--data-dir',
      join(this.folder, 'etcd'),
      '--unsafe-no-fsync',
    ];
    this.etcd = this.spawn('etcd', [...urls, ...peers, ...cluster, '--log-level', 'error']);
    return client;
  }

  private async startMember(name: string, etcd: string): Promise<void> {
    const [database, rest] = [`127.0.0.1:${await freePort()}`, `127.0.0.1:${await freePort()}`];
    const data = join(this.folder, name);
    const file = join(this.folder, `${name}.yml`);
    const configuration = readFileSync(CONFIGURATION, 'utf8')
      .replaceAll(/(?:0\.0\.0\.0|db1):8008/g, rest)
      .replaceAll(/(?:0\.0\.0\.0|db1):5432/g, database)
      .replace('name: db1', `name: ${name}`)
      .replace(/hosts: .*/, `hosts: ${etcd}`)
      .replace(
        /data_dir: .*/,
        `data_dir: ${data}\n  pgpass: ${data}.pgpass\n  parameters:\n    unix_socket_directories: ${this.folder}`,
      )
      .replace(/bin_dir: .*/, `bin_dir: ${findBinaries()}`)
      .replaceAll('CHANGE-ME', this.password)
      .replaceAll(/\b(ttl|loop_wait|retry_timeout): \d+/g, (_, key: keyof typeof TIMES) => `${key}: ${TIMES[key]}`);
    writeFileSync(file, configuration, { mode: 0o600 });
    if (this.user) chownSync(file, this.user.uid, this.user.gid);
    const patroni = this.spawn('patroni', [file]);
    const url = `postgres://postgres:${this.password}@${database}/postgres`;
    this.members.push({ url, rest: `http://${rest}`, data, patroni });
  }

  private spawn(program: string, args: readonly string[]): ChildProcess {
    const child = spawn(program, args, { ...this.user, cwd: this.folder, stdio: ['ignore', 'ignore', 'pipe'] });
    child.on('error', ({ message }) => console.error(`  ${program} does not start: ${message}`));
    child.stderr?.resume();
    return child;
  }

  private member(index: number): Member {
    const member = this.members[index];
    if (!member) throw new Error('The cluster has not been started');
    return member;
  }

  /** Waits until Patroni reports a role for a member. */
  private async until(role: string, index: number): Promise<void> {
    const { rest } = this.member(index);
    for (const end = performance.now() + START_TIMEOUT_MS; performance.now() < end; await sleep(50)) {
      const response = await fetch(rest + role).catch(() => undefined);
      await response?.arrayBuffer();
      if (response?.ok) return;
    }
    throw new Error(`db${index + 1} is not ${role} after ${START_TIMEOUT_MS / 1000} s`);
  }
}
