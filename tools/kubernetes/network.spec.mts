import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IPodMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor';
import type { IIngress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import type { INetworkPolicyPort } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicyPort';
import type { IService } from 'kubernetes-models/v1/Service';
import { type Labels, type Pods, allOf, find, pods, policies, selected, services } from './desk.mts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const namesOf = (found: readonly Pods[]) => found.map(({ name }) => name);

describe('the services', () => {
  it.each(services.map((service) => [service.metadata?.name ?? '', service] as const))(
    'lead to the pods of their name, and to ports that these have: %s',
    (name, { spec }) => {
      const found = selected(spec?.selector);
      const targets = (spec?.ports ?? []).map(({ targetPort }) => targetPort);

      expect(namesOf(found)).toEqual([name]);
      expect(Object.keys(found[0]?.ports ?? {})).toEqual(expect.arrayContaining(targets));
    },
  );

  it('have the name and the port of the API that nginx knows', () => {
    const { spec } = find<IService>('Service', 'api');
    const [, port] = /\n {4}server api:(\d+);/.exec(read('docker/nginx.conf')) ?? [];

    expect(spec?.ports).toEqual([expect.objectContaining({ port: Number(port) })]);
  });

  it('have the ports of the images', () => {
    const portOf = (name: string) => pods.find((pod) => pod.name === name)?.ports['http'];

    expect(read('docker/api.Dockerfile')).toContain(`\nEXPOSE ${portOf('api')}\n`);
    expect(read('docker/web.Dockerfile')).toContain(`\nEXPOSE ${portOf('web')}\n`);
    expect(read('docker/nginx.conf')).toContain(`\n    listen ${portOf('web')};`);
  });
});

it('leads requests from outside to the web server only', () => {
  const { spec } = find<IIngress>('Ingress', 'docket');
  const backends = (spec?.rules ?? []).flatMap(({ http }) => (http?.paths ?? []).map(({ backend }) => backend.service));

  expect(backends).toEqual([{ name: 'web', port: { name: 'http' } }]);
  expect(find<IService>('Service', 'web').spec?.ports?.map(({ name }) => name)).toEqual(['http']);
  expect(spec?.tls?.flatMap(({ hosts }) => hosts)).toEqual(spec?.rules?.map(({ host }) => host));
});

it.each(allOf<IPodMonitor>('PodMonitor').map((monitor) => [monitor.metadata?.name ?? '', monitor] as const))(
  'watches pods that exist, at a port that they have and that the policies open: %s',
  (_name, { spec }) => {
    const [pod, ...others] = selected(spec.selector.matchLabels);
    const ports = (spec.podMetricsEndpoints ?? []).map(({ port }) => port ?? '');

    expect([pod, others]).toEqual([expect.anything(), []]);
    expect(ports.map((port) => pod?.ports[port])).toEqual([expect.any(Number)]);
    expect(rules('ingress').filter(({ to, from }) => to === pod?.name && from === 'namespace monitoring')).toEqual([
      { from: 'namespace monitoring', to: pod?.name, ports: ports.map((port) => pod?.ports[port]) },
    ]);
  },
);

describe('the network policies', () => {
  it('select pods that exist', () => {
    const selectors = policies.map(({ spec }) => selected(spec?.podSelector?.matchLabels).length);

    expect(selectors.every((count) => count > 0)).toBe(true);
  });

  it('limit what each pod receives, and what Docket sends', () => {
    const limited = (type: 'Ingress' | 'Egress') =>
      pods
        .filter(({ labels }) =>
          policies.some(
            ({ spec }) => matches(labels, spec?.podSelector?.matchLabels) && spec?.policyTypes?.includes(type),
          ),
        )
        .map(({ name }) => name);

    expect(limited('Ingress')).toEqual(['api', 'web', 'docket-database']);
    expect(limited('Egress')).toEqual(['api', 'web']);
  });

  it('open what is needed, and nothing else', () => {
    expect(rules('ingress')).toEqual([
      { from: 'anywhere', to: 'web', ports: [8080] },
      { from: 'web', to: 'api', ports: [3000] },
      { from: 'namespace monitoring', to: 'api', ports: [9464] },
      { from: 'api', to: 'docket-database', ports: [5432] },
      { from: 'docket-database', to: 'docket-database', ports: [5432, 8000] },
      { from: 'namespace cnpg-system', to: 'docket-database', ports: [5432, 8000] },
      { from: 'namespace monitoring', to: 'docket-database', ports: [9187] },
    ]);
    expect(rules('egress')).toEqual([
      { from: 'web', to: 'api', ports: [3000] },
      { from: 'api', to: 'public addresses', ports: [443] },
      { from: 'api', to: 'anywhere', ports: [465, 587] },
      { from: 'api', to: 'namespace kube-system, 169.254.20.10/32', ports: [53, 53] },
      { from: 'web', to: 'namespace kube-system, 169.254.20.10/32', ports: [53, 53] },
      { from: 'api', to: 'docket-database', ports: [5432] },
      { from: 'api', to: 'anywhere', ports: [5432, 6432] }, // from ../existing-database
    ]);
  });
});

interface Peer {
  readonly podSelector?: { readonly matchLabels?: Labels };
  readonly namespaceSelector?: { readonly matchLabels?: Labels };
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

/** Rules of all policies in one direction, with their selected pods and port numbers. */
function rules(direction: 'ingress' | 'egress'): { from?: string; to?: string; ports: (number | undefined)[] }[] {
  return policies.flatMap(({ spec }) =>
    (spec?.[direction] ?? []).flatMap((rule) =>
      selected(spec?.podSelector?.matchLabels).map((pod) => {
        const peers = ('from' in rule ? rule.from : 'to' in rule ? rule.to : undefined) as readonly Peer[] | undefined;
        const target = direction === 'ingress' ? pod : selected(peers?.[0]?.podSelector?.matchLabels)[0];
        const ports = (rule.ports ?? []).map(({ port }: INetworkPolicyPort) =>
          typeof port === 'string' ? target?.ports[port] : port,
        );
        const other = describePeers(peers);
        return direction === 'ingress' ? { from: other, to: pod.name, ports } : { from: pod.name, to: other, ports };
      }),
    ),
  );
}

function describePeers(peers: readonly Peer[] | undefined): string {
  if (!peers) return 'anywhere';
  if (peers.every(({ ipBlock }) => ipBlock?.cidr.endsWith('/0') && isWithoutPrivate(ipBlock.except ?? []))) {
    return 'public addresses';
  }
  return peers.map(describePeer).join(', ');
}

function describePeer({ podSelector, namespaceSelector, ipBlock }: Peer): string {
  if (ipBlock) return ipBlock.cidr;
  if (namespaceSelector) return `namespace ${namespaceSelector.matchLabels?.['kubernetes.io/metadata.name']}`;
  return namesOf(selected(podSelector?.matchLabels)).join(', ');
}

/** Whether a block excludes the private networks, and the link-local one where clouds serve the credentials of a machine. */
const isWithoutPrivate = (except: readonly string[]): boolean =>
  ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16'].every((network) => except.includes(network)) ||
  ['fc00::/7', 'fe80::/10'].every((network) => except.includes(network));

const matches = (labels: Labels, selector: Labels = {}): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);
