import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeProcess } from '@docket/testing';
import { DIST } from './server';

const NODE_MODULES = join(__dirname, '../../../../node_modules');
const TSC = join(NODE_MODULES, 'typescript/bin/tsc');

/** The folder of the built package. */
export const CLIENT_PACKAGE = join(DIST, '../libs/client');

/** Timeout of a hook that creates a project: npm and the compiler are slow on a busy machine. */
export const SET_UP_TIMEOUT_MS = 600_000;

/** A project in a separate folder that installs the packed client, like an integrator's. */
export class ClientProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'docket-client-'));

  /** @param dependencies further packages, from the workspace or the registry */
  constructor(...dependencies: readonly string[]) {
    const [{ filename }] = JSON.parse(this.run('npm', ['pack', CLIENT_PACKAGE, '--json'])) as [{ filename: string }];
    this.write('package.json', '{ "private": true, "type": "module" }');
    this.run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${filename}`, ...dependencies]);
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  /**
   * Compiles TypeScript, and checks the types of libraries, too.
   * @throws Error with the output for a type error
   */
  compile(...files: readonly string[]): void {
    const types = ['--types', 'node', '--typeRoots', join(NODE_MODULES, '@types')];
    this.run(process.execPath, [TSC, '--strict', '--module', 'nodenext', '--target', 'es2022', ...types, ...files]);
  }

  /** Starts a compiled program. */
  start(program: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): NodeProcess {
    return new NodeProcess([program, ...args], { cwd: this.folder, env });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private run(command: string, args: readonly string[]): string {
    try {
      return execFileSync(command, args, {
        cwd: this.folder,
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
    }
  }
}
