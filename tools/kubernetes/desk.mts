import { join } from 'node:path';
import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import type { IService } from 'kubernetes-models/v1/Service';
import { type Manifest, buildKustomization } from './kustomization.mts';

const FOLDER = join(import.meta.dirname, '../../docker/kubernetes');

/** Objects of the example and of its optional parts. */
const desk = ['example', 'existing-database', 'prometheus'].flatMap((name) => buildKustomization(join(FOLDER, name)));

/** All objects of a kind, with its type. */
export const allOf = <T extends { readonly kind?: string }>(kind: T['kind']): readonly T[] =>
  desk.filter((object) => object.kind === kind) as unknown as readonly T[];

/** Finds an object by kind and name. @throws Error if it does not exist */
export function find<T extends { readonly kind?: string }>(kind: T['kind'], name: string): T {
  const found = desk.find((object) => object.kind === kind && object.metadata.name === name);
  if (!found) throw new Error(`There is no ${kind} ${name}`);
  return found as unknown as T;
}

export type Labels = Readonly<Record<string, string>>;

/** A group of equal pods, with their named ports. */
export interface Pods {
  readonly name: string;
  readonly labels: Labels;
  readonly ports: Readonly<Record<string, number>>;
}

const database: Pods = {
  name: 'docket-database',
  // Labels that CloudNativePG sets on its instances.
  labels: {
    'cnpg.io/cluster': find<Manifest & { kind: 'Cluster' }>('Cluster', 'docket-database').metadata.name,
    'cnpg.io/podRole': 'instance',
  },
  ports: { postgresql: 5432, metrics: 9187, status: 8000 },
};

/** All groups of pods of the desk. */
export const pods: readonly Pods[] = [
  ...allOf<IDeployment>('Deployment').map(({ metadata, spec }) => ({
    name: metadata?.name ?? '',
    labels: spec?.template.metadata?.labels ?? {},
    ports: Object.fromEntries(
      (spec?.template.spec?.containers ?? []).flatMap(({ ports = [] }) =>
        ports.map(({ name = '', containerPort }) => [name, containerPort]),
      ),
    ),
  })),
  database,
];

/** Pods with all labels of a selector. */
export const selected = (labels: Labels = {}): readonly Pods[] =>
  pods.filter((pod) => Object.entries(labels).every(([key, value]) => pod.labels[key] === value));

export const deployments = allOf<IDeployment>('Deployment');
export const services = allOf<IService>('Service');
export const policies = allOf<INetworkPolicy>('NetworkPolicy');
