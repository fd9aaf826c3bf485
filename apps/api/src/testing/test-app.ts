import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from '../app/app.module';
import { Settings } from '../app/config/settings';
import { configureApp, createHttpAdapter } from '../app/configure-app';
import { createTestDatabase } from './test-database';

/** The whole API in this process, on a database of its own. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: DataSource;
  readonly inject: NestFastifyApplication['inject'];
  close(): Promise<void>;
}

export async function startTestApp(overrides: Partial<Settings> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const settings = Object.assign(
    new Settings(),
    { DEMO_TICKETS: false, LOG_LEVEL: 'silent' } satisfies Partial<Settings>,
    database.settings,
    overrides,
  );
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), createHttpAdapter(), {
    logger: false,
    abortOnError: false,
  });
  await configureApp(app).init();
  return {
    app,
    database: app.get(DataSource),
    inject: app.inject.bind(app) as NestFastifyApplication['inject'],
    close: async () => {
      await app.close();
      await database.remove();
    },
  };
}
