import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse, parseAllDocuments } from 'yaml';

/** A Kubernetes object of any kind. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
}

interface Generator {
  readonly name: string;
  readonly envs: readonly string[];
}

interface Kustomization {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly resources?: readonly string[];
  readonly images?: readonly { readonly name: string; readonly newName: string; readonly newTag: string }[];
  readonly configMapGenerator?: readonly Generator[];
  readonly secretGenerator?: readonly Generator[];
}

const FIELDS = ['apiVersion', 'kind', 'namespace', 'resources', 'images', 'configMapGenerator', 'secretGenerator'];

/**
 * Builds a kustomization like `kubectl kustomize`, for the fields that Docket uses. Generated names get no hash. An env file that is not in
 * the repository is replaced by the one with the suffix `.example`.
 * @throws Error for a missing file, invalid YAML, or an unsupported field
 */
export function buildKustomization(folder: string): Manifest[] {
  const file = join(folder, 'kustomization.yaml');
  const kustomization = parse(readFileSync(file, 'utf8')) as Kustomization;
  const unknown = Object.keys(kustomization).filter((field) => !FIELDS.includes(field));
  if (unknown.length) throw new Error(`${file} has fields that this check does not know: ${unknown.join(', ')}`);
  const { namespace, resources = [], images = [], configMapGenerator = [], secretGenerator = [] } = kustomization;
  const objects = [
    ...resources.flatMap((path) => readResource(join(folder, path))),
    ...configMapGenerator.map((generator) => ({
      ...generate('ConfigMap', generator),
      data: readEnv(folder, generator),
    })),
    ...secretGenerator.map((generator) => ({
      ...generate('Secret', generator),
      stringData: readEnv(folder, generator),
    })),
  ];
  return objects.map((object) => withImages(withNamespace(object, namespace), images));
}

function readResource(path: string): Manifest[] {
  return statSync(path).isDirectory() ? buildKustomization(path) : readManifests(path);
}

/** Reads the objects of a file. @throws YAMLParseError for invalid YAML, including duplicate keys */
export function readManifests(path: string): Manifest[] {
  return parseAllDocuments(readFileSync(path, 'utf8')).map((document) => {
    const [error] = document.errors;
    if (error) throw error;
    return document.toJS() as Manifest;
  });
}

const generate = (kind: string, { name }: Generator): Manifest => ({ apiVersion: 'v1', kind, metadata: { name } });

function readEnv(folder: string, { envs }: Generator): Record<string, string | undefined> {
  const files = envs.map((name) => join(folder, name));
  return parseEnv(
    files.map((file) => readFileSync(existsSync(`${file}.example`) ? `${file}.example` : file)).join('\n'),
  );
}

function withNamespace(object: Manifest, namespace: string | undefined): Manifest {
  if (namespace === undefined || object.kind === 'Namespace') return object;
  return { ...object, metadata: { ...object.metadata, namespace } };
}

/** Sets the images of containers anywhere in an object. */
function withImages(object: Manifest, images: NonNullable<Kustomization['images']>): Manifest {
  const byName = new Map(images.map(({ name, newName, newTag }) => [name, `${newName}:${newTag}`]));
  const text = JSON.stringify(object, (key, value: unknown) =>
    key === 'image' && typeof value === 'string' ? (byName.get(value) ?? value) : value,
  );
  return JSON.parse(text) as Manifest;
}
