import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app/app.module';
import { announce } from './app/banner';
import { loadEnvironmentFile } from './app/config/load-environment-file';
import { readSettings } from './app/config/settings';
import { configureApp, createHttpAdapter } from './app/configure-app';
import { listen } from './app/listen';
import { createLogger } from './app/logging/create-logger';
import { NestLogger } from './app/logging/nest-logger';
import { StartError } from './app/start-error';
import { stopOnSignals } from './app/stop-on-signals';

let app: NestFastifyApplication | undefined;

async function main(): Promise<void> {
  loadEnvironmentFile();
  const settings = readSettings();
  const logger = createLogger(settings.LOG_LEVEL);
  stopOnSignals(async () => {
    await app?.close();
    logger.info('Docket has stopped');
  });
  app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), createHttpAdapter(logger), {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  announce(settings, await listen(configureApp(app), settings.PORT, settings.HOST), logger);
}

main().catch(async (error: unknown) => {
  process.stderr.write(`${error instanceof StartError ? error.message : (error as Error).stack}\n`);
  await app?.close().catch(() => undefined);
  process.exit(1);
});
