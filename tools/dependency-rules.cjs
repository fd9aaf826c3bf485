/**
 * The import rules that ESLint's module boundaries cannot state: between the folders of one project, and without cycles.
 * `npm run lint` checks them with dependency-cruiser, type imports included. docs/architecture.md explains the layout.
 */
const APP = '^apps/api/src/app';

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one idea, or a third file is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'platform/ could be lifted into another product. A feature passes in what it needs.',
      severity: 'error',
      from: { path: `${APP}/platform/` },
      to: { path: `${APP}/`, pathNot: `${APP}/platform/` },
    },
    {
      name: 'features-meet-at-their-public-file',
      comment:
        'A feature, and the application, import the index.ts of another feature only; its module is for app.module.ts.',
      severity: 'error',
      from: { path: `${APP}/(?!platform/)([^/]+)/` },
      to: { path: `${APP}/(?!platform/|$1/)[^/]+/`, pathNot: `${APP}/[^/]+/index\\.ts$` },
    },
    {
      name: 'only-the-application-knows-all-features',
      comment: 'app.module.ts imports the modules; everything else goes through the public files.',
      severity: 'error',
      from: { path: `${APP}/[^/]+\\.ts$|^apps/api/src/[^/]+\\.ts$` },
      to: { path: `${APP}/(?!platform/|schema/)[^/]+/`, pathNot: `${APP}/[^/]+/(index|.*\\.module)\\.ts$` },
    },
    {
      name: 'model-and-query-know-no-http',
      comment: 'What a ticket is, and which tickets a request means, do not depend on the framework or the wire.',
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
