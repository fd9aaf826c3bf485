import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Service {
  readonly build?: { readonly dockerfile: string; readonly args?: Readonly<Record<string, string>> };
  readonly cap_drop?: readonly string[];
  readonly cpus?: number;
  readonly environment?: readonly string[];
  readonly image?: string;
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[]; readonly interval: string; readonly timeout: string };
  readonly logging?: { readonly driver: string; readonly options: Readonly<Record<string, string>> };
  readonly mem_limit?: string;
  readonly pids_limit?: number;
  readonly ports?: readonly string[];
  readonly read_only?: boolean;
  readonly restart?: string;
  readonly security_opt?: readonly string[];
  readonly stop_grace_period?: string;
}

const compose = parse(read('compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const services = Object.entries(compose.services);

/** Instructions of a Dockerfile by stage, without comments and with continued lines joined. */
function stagesOf(dockerfile: string): string[][] {
  const lines = read(dockerfile)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
    .join('\n')
    .replaceAll('\\\n', ' ')
    .split('\n');
  const starts = lines.flatMap((line, index) => (line.startsWith('FROM ') ? [index] : []));
  return starts.map((start, index) => lines.slice(start, starts[index + 1]));
}

const instruction = (stage: readonly string[], name: string) =>
  stage.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));

describe('compose.yaml', () => {
  it.each(services)('limits memory, processes, processors and logs of %s', (_name, service) => {
    expect(service).toMatchObject({
      mem_limit: expect.stringMatching(/^\d+[mg]$/) as unknown,
      pids_limit: expect.any(Number) as unknown,
      cpus: expect.any(Number) as unknown,
      restart: 'unless-stopped',
      logging: {
        driver: 'json-file',
        options: { 'max-size': expect.stringMatching(/^\d+m$/) as unknown, 'max-file': expect.any(String) as unknown },
      },
    });
  });

  it.each(services)('checks the health of %s', (_name, { healthcheck }) => {
    expect(healthcheck).toMatchObject({
      test: expect.any(Array) as unknown,
      interval: expect.any(String) as unknown,
      timeout: expect.any(String) as unknown,
    });
  });

  it.each(services.filter(([, { build }]) => build))('gives %s no rights that it does not need', (_name, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  });

  it('publishes one port, on the loopback address', () => {
    const ports = services.flatMap(([, service]) => service.ports ?? []);

    expect(ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/) as unknown]);
  });

  it('waits longer than the server does for its running requests', () => {
    const signals = read('apps/api/src/app/platform/startup/close-on-signals.ts');
    const [, drain = ''] = /const CLOSE_TIMEOUT_MS = ([\d_]+);/.exec(signals) ?? [];
    const [, seconds] = /^(\d+)s$/.exec(compose.services['api']?.stop_grace_period ?? '') ?? [];

    expect(Number(seconds) * 1000).toBeGreaterThan(Number(drain.replaceAll('_', '')));
  });

  it('waits longer than nginx does for its responses', () => {
    const [, shutdown] = /^worker_shutdown_timeout (\d+)s;/m.exec(read('docker/nginx.conf')) ?? [];
    const [, seconds] = /^(\d+)s$/.exec(compose.services['web']?.stop_grace_period ?? '') ?? [];

    expect(Number(seconds)).toBeGreaterThan(Number(shutdown));
  });
});

describe.each(['docker/api.Dockerfile', 'docker/web.Dockerfile'])('%s', (dockerfile) => {
  const image = stagesOf(dockerfile).at(-1) ?? [];

  it('runs as an ordinary user, and checks its health', () => {
    expect(instruction(image, 'USER')).toEqual([expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/) as unknown]);
    expect(instruction(image, 'HEALTHCHECK')).toEqual([
      expect.stringMatching(/--interval=\d+s .*--timeout=\d+s .*CMD /) as unknown,
    ]);
  });

  it('takes only results from the stages before it', () => {
    const copied = instruction(image, 'COPY').filter((line) => !line.startsWith('docker/'));

    expect(copied).toEqual(
      copied.map(() => expect.stringMatching(/^--from=(?:build|dependencies|postgres) /) as unknown),
    );
    expect(instruction(image, 'RUN').join('\n')).not.toMatch(/npm|npx|apt-get/);
  });
});

describe('the image of the API', () => {
  const stages = stagesOf('docker/api.Dockerfile');
  const image = stages.at(-1) ?? [];
  const dependencies = stages.find(([from = '']) => from.endsWith(' AS dependencies')) ?? [];

  it('has production dependencies only, and no TypeScript', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { dev?: boolean; optional?: boolean; devOptional?: boolean }>;
    };
    const { dependencies: production } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const installed = Object.entries(packages).filter(
      ([, { dev, devOptional, optional }]) => !dev && !devOptional && !optional,
    );
    const paths = installed.map(([path]) => path);

    expect(instruction(dependencies, 'RUN')).toEqual(['npm ci --omit=dev --omit=optional --ignore-scripts']);
    expect(paths).toEqual(expect.arrayContaining(Object.keys(production).map((name) => `node_modules/${name}`)));
    expect(paths.filter((path) => path.endsWith('/typescript'))).toEqual([]);
    expect(instruction(image, 'COPY')).toContain('--from=dependencies /workspace/node_modules node_modules');
  });

  it('has the pg_dump of the database of compose.yaml, which refuses a newer server', () => {
    const [, standard] = /^ARG POSTGRES_IMAGE=(\S+)$/m.exec(read('docker/api.Dockerfile')) ?? [];
    const { api, database } = compose.services;

    expect(database?.image).toMatch(/\/postgres:\d+-/);
    expect(api?.build?.args?.['POSTGRES_IMAGE']).toBe(database?.image);
    expect(standard).toBe(database?.image);
    expect(instruction(image, 'COPY')).toContain('--from=postgres /client/bin /usr/local/bin');
  });

  it('stores backups in a volume, which its user can write', () => {
    const { api } = compose.services;

    expect(api?.environment).toEqual(
      expect.arrayContaining(['BACKUP_DIR=/backups', 'BACKUP_KEEP=${BACKUP_KEEP:-}', 'BACKUP_AT=${BACKUP_AT:-}']),
    );
    expect(api?.volumes).toEqual(['${BACKUP_DIR:-backups}:/backups']);
    expect(Object.keys(compose.volumes)).toContain('backups');
    expect(instruction(image, 'RUN').join('\n')).toMatch(/chown 1000:1000 \/data \/backups\b/);
  });

  it('starts the API with the options of npm start, and asks whether it is ready', () => {
    const [command = ''] = instruction(image, 'CMD');
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const options = (text: string) => text.match(/--[\w=-]+/g);

    expect(options(command)).toEqual(options(scripts['start'] ?? ''));
    expect(instruction(image, 'HEALTHCHECK')[0]).toContain('/readyz');
    expect(compose.services['api']?.healthcheck?.test.join(' ')).toContain('/readyz');
  });
});
