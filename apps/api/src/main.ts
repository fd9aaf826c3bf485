import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app/app.module';
import { readSettings } from './app/config/settings';
import { configureApp, createHttpAdapter } from './app/configure-app';

async function main(): Promise<void> {
  const settings = readSettings();
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), createHttpAdapter());
  await configureApp(app).listen(settings.PORT, settings.HOST);
}

void main();
