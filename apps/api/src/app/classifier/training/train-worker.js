/**
 * Starts the thread that trains from the source, for tests. The build puts a bundle of this name beside main.js, so that the same path
 * finds it there. Node cannot run our sources itself: they import each other without extensions, and by aliases.
 */
const { readFileSync } = require('node:fs');
const { registerHooks } = require('node:module');
const { resolve } = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');
const ts = require('typescript');

const root = resolve(__dirname, '../../../../../..');
const configFile = resolve(root, 'tsconfig.base.json');
const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(configFile, ts.sys.readFile).config, ts.sys, root);
const compilerOptions = {
  ...options,
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL?.startsWith('file:') ? fileURLToPath(context.parentURL) : __filename;
    if (!/^(?:\.|@docket\/)/.test(specifier) || parent.includes('node_modules')) return next(specifier, context);
    const file = ts.resolveModuleName(specifier, parent, options, ts.sys).resolvedModule?.resolvedFileName;
    return file?.endsWith('.ts')
      ? { url: pathToFileURL(resolve(root, file)).href, format: 'commonjs', shortCircuit: true }
      : next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const source = ts.transpile(readFileSync(fileURLToPath(url), 'utf8'), { ...compilerOptions, importHelpers: false });
    return { format: 'commonjs', source, shortCircuit: true };
  },
});

require('./train-worker.ts');
