import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { AppModule } from '../app/app.module';
import { Settings } from '../app/platform/config/settings';
import { openForMaintenance } from '../app/platform/database/open-database';
import { LoopDelay } from '../app/platform/overload/loop-delay';
import { OpenApiDocument } from '../app/platform/openapi/openapi-document';
import { configureApp, createHttpAdapter } from '../app/platform/http/configure-app';
import { SCHEMA } from '../app/schema/schema';
import { TestToken, isTestedClosed } from './closed-access';
import { DocumentedResponses } from './documented-responses';
import { createMigratedDatabase } from './test-database';

/** The complete API in the test process, with its own database. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: DataSource;
  /** Sends a request. Throws if the response does not match the OpenAPI document. */
  readonly inject: (options: InjectOptions & { readonly url: string }) => Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** Shared by all apps: the document does not depend on the settings, and creating it takes longer than starting the rest of the API. */
let documented: DocumentedResponses | undefined;

/**
 * Starts the API with a database of its own.
 * @param prepare changes the database before the API opens it
 * @param logger request log; none by default
 */
export async function startTestApp(
  overrides: Partial<Settings> = {},
  prepare?: (database: DataSource) => Promise<void>,
  logger?: Logger,
): Promise<TestApp> {
  const database = await createMigratedDatabase();
  const isClosed = isTestedClosed(overrides);
  const closed: Partial<Settings> = isClosed ? { PUBLIC_URL: 'http://localhost:3000', ACCESS: 'auto' } : {};
  const quiet: Partial<Settings> = { DEMO_TICKETS: false, REQUEST_LIMITS: false, LOG_LEVEL: 'silent' };
  const values: Partial<Settings> = { ...quiet, ...database.settings, ...closed };
  const settings = Object.assign(new Settings(), values, overrides);
  if (prepare) {
    const prepared = await openForMaintenance(settings, SCHEMA);
    await prepare(prepared).finally(() => prepared.destroy());
  }
  const adapter = createHttpAdapter(logger, settings.trustedProxies);
  const token = isClosed ? new TestToken(adapter.getInstance()) : undefined;
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(settings), adapter, {
    logger: false,
    abortOnError: false,
  });
  try {
    await configureApp(app).init();
  } catch (error) {
    await app.close();
    await database.remove();
    throw error;
  }
  app.get(LoopDelay).stop(); // tests run in this process, and block the event loop for seconds on a slow machine
  await token?.create(app.get(DataSource));
  const responses = (documented ??= new DocumentedResponses(app.get(OpenApiDocument).document()));
  return {
    app,
    database: app.get(DataSource),
    inject: async (options) => {
      const response = await app.inject(options);
      responses.check(options.method ?? 'GET', options.url, response);
      return response;
    },
    close: async () => {
      await app.close();
      await database.remove();
    },
  };
}
