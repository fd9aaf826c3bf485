import 'reflect-metadata';
import { toPrintableLines } from '@docket/domain';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app/app.module';
import { AccessMode } from './app/people';
import { announce } from './app/startup-banner';
import { loadEnvironmentFile } from './app/platform/config/load-environment-file';
import { readSettings } from './app/platform/config/read-settings';
import { Shutdown } from './app/platform/context/shutdown';
import { configureApp, createHttpAdapter } from './app/platform/http/configure-app';
import { listen } from './app/platform/startup/listen';
import { createLogger } from './app/platform/logging/create-logger';
import { logWarnings } from './app/platform/logging/log-warnings';
import { NestLogger } from './app/platform/logging/nest-logger';
import { describeStartupFailure } from './app/platform/startup/startup-failure';
import { closeOnSignals } from './app/platform/startup/close-on-signals';
import { waitForMigrations } from './app/platform/startup/wait-for-migrations';
import { SCHEMA } from './app/schema/schema';

let app: NestFastifyApplication | undefined;

async function main(): Promise<void> {
  loadEnvironmentFile();
  const settings = readSettings();
  const logger = createLogger(settings.LOG_LEVEL);
  logWarnings(logger);
  const drainMs = settings.DRAIN_SECONDS * 1000;
  closeOnSignals(async () => {
    await app?.get(Shutdown).drain(drainMs);
    await app?.close();
    logger.info('Docket has stopped');
  }, drainMs);
  await waitForMigrations(settings, SCHEMA, new NestLogger(logger));
  const adapter = createHttpAdapter(logger, settings.trustedProxies);
  app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(settings), adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  const url = await listen(configureApp(app), settings.PORT, settings.HOST);
  announce(settings, url, await app.get(AccessMode).isOpen(), logger);
}

main().catch(async (error: unknown) => {
  process.stderr.write(`${toPrintableLines(describeStartupFailure(error))}\n`);
  await app?.close().catch(() => undefined);
  process.exit(1);
});
