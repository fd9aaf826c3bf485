import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICluster } from '@kubernetes-models/cloudnative-pg/postgresql.cnpg.io/v1/Cluster';
import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import type { INamespace } from 'kubernetes-models/v1/Namespace';
import type { IConfigMap } from 'kubernetes-models/v1/ConfigMap';
import type { ISecret } from 'kubernetes-models/v1/Secret';
import { allOf, deployments, find, selected } from './desk.mts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const api = find<IDeployment>('Deployment', 'api').spec?.template.spec;
const apiContainer = api?.containers[0];
const env = new Map((apiContainer?.env ?? []).map(({ name, value, valueFrom }) => [name, value ?? valueFrom]));

describe.each(deployments.map(({ metadata, spec }) => [metadata?.name ?? '', spec] as const))(
  'the pods of %s',
  (name, spec) => {
    const pod = spec?.template.spec;
    const [container, ...others] = pod?.containers ?? [];

    it('are the ones that their deployment, budget and spread select', () => {
      const selectors = [
        spec?.selector.matchLabels,
        find<IPodDisruptionBudget>('PodDisruptionBudget', name).spec?.selector?.matchLabels,
        ...(pod?.topologySpreadConstraints ?? []).map(({ labelSelector }) => labelSelector?.matchLabels),
      ];

      expect(selectors.length).toBeGreaterThan(2);
      expect(selectors.map((labels) => selected(labels).map((pods) => pods.name))).toEqual(selectors.map(() => [name]));
    });

    it('have no rights that they do not need', () => {
      expect(others).toEqual([]);
      expect(pod).toMatchObject({
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
        volumes: [{ name: 'tmp', emptyDir: { sizeLimit: expect.any(String) as unknown } }],
      });
      expect(container).toMatchObject({
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
      });
      expect(read(`docker/${name}.Dockerfile`)).toContain(
        `\nUSER ${pod?.securityContext?.runAsUser}:${pod?.securityContext?.runAsGroup}\n`,
      );
      expect(find<INamespace>('Namespace', 'docket').metadata?.labels).toMatchObject({
        'pod-security.kubernetes.io/enforce': 'restricted',
      });
    });

    it('have requests, limits and probes at a port that they have', () => {
      const probes = [container?.livenessProbe, container?.readinessProbe, container?.startupProbe].filter(Boolean);
      const names = container?.ports?.map((port) => port.name);

      expect(Object.keys(container?.resources?.requests ?? {})).toEqual(['cpu', 'memory']);
      expect(Object.keys(container?.resources?.limits ?? {})).toEqual(['cpu', 'memory']);
      expect(probes.length).toBeGreaterThan(1);
      for (const probe of probes) expect(names).toContain(probe?.httpGet?.port);
    });

    it('are replaced without a pod less', () => {
      expect(spec?.strategy).toEqual({ rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } });
    });
  },
);

describe('the API', () => {
  it('has two pods or more, and only the autoscaler decides how many', () => {
    const { spec } = find<IHorizontalPodAutoscaler>('HorizontalPodAutoscaler', 'api');

    expect(spec).toMatchObject({ minReplicas: 2, scaleTargetRef: { kind: 'Deployment', name: 'api' } });
    expect(find<IDeployment>('Deployment', 'api').spec?.replicas).toBeUndefined();
  });

  it('is asked whether it lives and whether it is ready', () => {
    expect(apiContainer?.startupProbe?.httpGet?.path).toBe('/healthz');
    expect(apiContainer?.livenessProbe?.httpGet?.path).toBe('/healthz');
    expect(apiContainer?.readinessProbe?.httpGet?.path).toBe('/readyz');
  });

  it('drains, and has the time to end its requests', () => {
    const [, closeMs = ''] =
      /const CLOSE_TIMEOUT_MS = ([\d_]+);/.exec(read('apps/api/src/app/platform/startup/close-on-signals.ts')) ?? [];
    const seconds = Number(env.get('DRAIN_SECONDS')) + Number(closeMs.replaceAll('_', '')) / 1000;

    expect(env.get('DRAIN_SECONDS')).toBe('5');
    expect(api?.terminationGracePeriodSeconds).toBeGreaterThan(seconds);
  });

  it('gets settings that exist', () => {
    const known = new Set([...read('.env.example').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name));
    const generated = [
      ...Object.keys(find<IConfigMap>('ConfigMap', 'docket-settings').data ?? {}),
      ...Object.keys(find<ISecret>('Secret', 'docket-secrets').stringData ?? {}),
    ];

    expect([...env.keys(), ...generated].filter((name) => !known.has(name))).toEqual([]);
    expect(generated.filter((name) => env.has(name))).toEqual([]);
    expect(apiContainer?.envFrom).toEqual([
      { configMapRef: { name: 'docket-settings' } },
      { secretRef: { name: 'docket-secrets' } },
    ]);
  });

  it('opens the metrics at the port that it names', () => {
    expect(apiContainer?.ports).toContainEqual({ name: 'metrics', containerPort: Number(env.get('METRICS_PORT')) });
    expect(env.get('METRICS_HOST')).toBe('0.0.0.0');
  });
});

describe('the web server', () => {
  it('has the time to end its responses', () => {
    const { spec } = find<IDeployment>('Deployment', 'web');
    const { terminationGracePeriodSeconds, containers } = spec?.template.spec ?? {};
    const [, shutdown] = /\nworker_shutdown_timeout (\d+)s;/.exec(read('docker/nginx.conf')) ?? [];
    const sleep = containers?.[0]?.lifecycle?.preStop?.sleep?.seconds ?? 0;

    expect(sleep).toBeGreaterThan(0);
    expect(terminationGracePeriodSeconds).toBeGreaterThan(sleep + Number(shutdown));
    expect(read('docker/web.Dockerfile')).toContain('\nSTOPSIGNAL SIGQUIT\n');
  });
});

describe('the database', () => {
  const [cluster] = allOf<ICluster>('Cluster');
  const { bootstrap, imageName = '', instances, postgresql } = cluster?.spec ?? {};

  it('is the one that the API connects to, by the secret that the operator makes', () => {
    const name = cluster?.metadata.name ?? '';

    expect(env.get('DATABASE_URL')).toEqual({ secretKeyRef: { name: `${name}-app`, key: 'uri' } });
    expect(bootstrap?.initdb).toMatchObject({ database: 'docket', owner: 'docket', localeCType: 'C.UTF-8' });
  });

  it('acknowledges a change once a second instance has it', () => {
    expect(instances).toBe(3);
    expect(postgresql?.synchronous).toEqual({
      method: 'any',
      number: 1,
      dataDurability: 'required',
      failoverQuorum: true,
    });
  });

  it('has the version of compose.yaml', () => {
    const [, version] = /postgresql:(\d+)-/.exec(imageName) ?? [];

    expect(read('compose.yaml')).toContain(`/postgres:${version}-`);
  });

  it('has connections for every pod of the API, with one more during an upgrade', () => {
    const { spec } = find<IHorizontalPodAutoscaler>('HorizontalPodAutoscaler', 'api');
    const [, poolSize] = /^# DATABASE_POOL_SIZE=(\d+)$/m.exec(read('.env.example')) ?? [];
    const others = 4; // the ChangeBell, an online schema change, and two exports

    expect(Number(postgresql?.parameters?.['max_connections'])).toBeGreaterThan(
      ((spec?.maxReplicas ?? 0) + 1) * (Number(poolSize) + others),
    );
  });
});
