/**
 * Import rules that ESLint's module boundaries cannot express: rules between the folders of one project, and no cycles.
 * `npm run lint` checks them with dependency-cruiser, type imports included. docs/architecture.md explains the layout.
 */
const APP = '^apps/api/src/app';

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Two files must not import each other. Merge them, or move the shared code to a third file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'platform-imports-no-feature',
      comment: 'platform/ does not depend on this product. Features pass in their own parts.',
      severity: 'error',
      from: { path: `${APP}/platform/` },
      to: { path: `${APP}/`, pathNot: `${APP}/platform/` },
    },
    {
      name: 'features-import-public-apis',
      comment: 'Other code imports only the index.ts of a feature. Only app.module.ts imports its module.',
      severity: 'error',
      from: { path: `${APP}/(?!platform/)([^/]+)/` },
      to: { path: `${APP}/(?!platform/|$1/)[^/]+/`, pathNot: `${APP}/[^/]+/index\\.ts$` },
    },
    {
      name: 'only-app-module-imports-modules',
      comment: 'app.module.ts imports the modules. Other files import only the index.ts of a feature.',
      severity: 'error',
      from: { path: `${APP}/[^/]+\\.ts$|^apps/api/src/[^/]+\\.ts$` },
      to: { path: `${APP}/(?!platform/|schema/)[^/]+/`, pathNot: `${APP}/[^/]+/(index|.*\\.module)\\.ts$` },
    },
    {
      name: 'model-and-query-without-http',
      comment: 'The model and the queries do not depend on the framework or on HTTP.',
      severity: 'error',
      from: { path: `${APP}/[^/]+/(model|query)/` },
      to: {
        path: [
          'node_modules/(@nestjs|fastify|@fastify|class-validator|class-transformer)',
          `${APP}/[^/]+/api/`,
          `${APP}/platform/(http|problems|openapi|validation)/`,
        ],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.m?ts$|/src/testing/|^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
