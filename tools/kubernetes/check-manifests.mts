import { join } from 'node:path';
import ts from 'typescript';
import type { Manifest } from './kustomization.mts';

const ROOT = join(import.meta.dirname, '../..');

/** Packages with the models of third-party API groups. */
const PACKAGES = new Map([
  ['postgresql.cnpg.io', '@kubernetes-models/cloudnative-pg'],
  ['monitoring.coreos.com', '@kubernetes-models/prometheus-operator'],
]);

const moduleOf = ({ apiVersion, kind }: Manifest): string =>
  `${PACKAGES.get(apiVersion.split('/')[0] ?? '') ?? 'kubernetes-models'}/${apiVersion}/${kind}`;

/**
 * Validates an object against the schema of its kind: required keys, types, formats and enums. Unknown keys are allowed.
 * @throws Error if the kind is unknown or the object is invalid; the message names the fields
 */
export async function validateManifest(object: Manifest): Promise<void> {
  const models = (await import(moduleOf(object))) as Record<string, new (data: Manifest) => { validate(): void }>;
  const Model = models[object.kind];
  if (!Model) throw new Error(`There is no ${object.apiVersion} ${object.kind}`);
  new Model(object).validate();
}

/**
 * Checks objects against the types of their kinds, which allow no unknown keys: the compiler reads each object as a literal.
 * @returns the errors of the compiler
 */
export function findTypeErrors(objects: readonly Manifest[]): string[] {
  const name = join(ROOT, 'tools/kubernetes/manifests.ts');
  const source = objects
    .map((object, index) => {
      const type = `import('${moduleOf(object)}').I${object.kind}`;
      return `export const _${index}: ${type} = ${JSON.stringify(object)};`;
    })
    .join('\n');
  const options: ts.CompilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const files = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...files,
    fileExists: (path) => path === name || files.fileExists(path),
    getSourceFile: (path, language) =>
      path === name ? ts.createSourceFile(name, source, language) : files.getSourceFile(path, language),
  };
  const program = ts.createProgram([name], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line : -1;
    const { kind = '', metadata } = objects[line] ?? {};
    return `${kind} ${metadata?.name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
