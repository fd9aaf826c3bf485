import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { findTypeErrors, validateManifest } from './check-manifests.mts';
import { type Manifest, buildKustomization, readManifests } from './kustomization.mts';

const FOLDER = join(import.meta.dirname, '../../docker/kubernetes');
const KUSTOMIZATIONS = ['example', 'existing-database', 'prometheus'];
/** Folder name of the copy of the example, as in docs/kubernetes.md. */
const COPY = 'desk';

const objects = KUSTOMIZATIONS.flatMap((name) => buildKustomization(join(FOLDER, name)));
const named = objects.map((object) => [`${object.kind} ${object.metadata.name}`, object] as const);

const aDeployment = (container: object): Manifest => {
  const labels = { app: 'desk' };
  const template = { metadata: { labels }, spec: { containers: [{ name: 'desk', image: 'desk', ...container }] } };
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'desk' } };
  return { ...deployment, spec: { selector: { matchLabels: labels }, template } } as Manifest;
};

describe('the manifests of Kubernetes', () => {
  it.each(named)('has the schema of its kind: %s', async (_name, object) => {
    await expect(validateManifest(object)).resolves.toBeUndefined();
  });

  it('has no key that its kind does not know', () => {
    expect(findTypeErrors(objects)).toEqual([]);
  });

  it('has no two objects of the same name', () => {
    const desk = buildKustomization(join(FOLDER, 'example')).map(({ kind, metadata }) => `${kind} ${metadata.name}`);

    expect(new Set(desk).size).toBe(desk.length);
  });

  it('uses every file of its folders', () => {
    const built = new Set(named.map(([name]) => name));
    const files = globSync('*/*.yaml', { cwd: FOLDER }).filter(
      (file) => basename(file) !== 'kustomization.yaml' && dirname(file) !== COPY,
    );
    const unused = files.filter((file) =>
      readManifests(join(FOLDER, file)).some(({ kind, metadata }) => !built.has(`${kind} ${metadata.name}`)),
    );

    expect(files.length).toBeGreaterThan(0);
    expect(unused).toEqual([]);
    expect(KUSTOMIZATIONS).toEqual(
      expect.arrayContaining(
        globSync('*/kustomization.yaml', { cwd: FOLDER })
          .map(dirname)
          .filter((name) => !['base', 'cloudnative-pg', COPY].includes(name)),
      ),
    );
  });

  it('has the alert rules of docker/monitoring', () => {
    const rules = parse(readFileSync(join(FOLDER, '../monitoring/alerts.yaml'), 'utf8')) as unknown;

    expect(objects).toContainEqual(expect.objectContaining({ kind: 'PrometheusRule', spec: rules }));
  });
});

describe('the check', () => {
  it('accepts a correct object, and names a misspelt key', async () => {
    const object = aDeployment({ ports: [{ containerPort: 80 }] });

    const errors = findTypeErrors([object, aDeployment({ readynessProbe: {} })]);

    await expect(validateManifest(object)).resolves.toBeUndefined();
    expect(errors).toEqual([expect.stringMatching(/^Deployment desk: .*readynessProbe.* does not exist/) as unknown]);
  });

  it('names a wrong type, and a choice that does not exist', async () => {
    const cluster = { apiVersion: 'postgresql.cnpg.io/v1', kind: 'Cluster', metadata: { name: 'desk' } };
    const synchronous = { method: 'some', number: 1 };
    const object = { ...cluster, spec: { instances: 3, postgresql: { synchronous } } } as Manifest;

    await expect(validateManifest(aDeployment({ ports: [{ containerPort: 'http' }] }))).rejects.toThrow(
      /containerPort/,
    );
    await expect(validateManifest(object)).rejects.toThrow(/synchronous\/method/);
  });
});
