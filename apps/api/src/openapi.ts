import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app/app.module';
import { Settings } from './app/platform/config/settings';
import { configureApp, createHttpAdapter } from './app/platform/http/configure-app';
import { createOpenApiDocument } from './app/platform/openapi/create-openapi-document';

/** Writes the OpenAPI document to a file. Needs neither a database nor a key, because Nest's preview mode creates no provider. */
async function main(file: string | undefined): Promise<void> {
  if (!file) throw new Error('usage: openapi FILE');
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(new Settings()), createHttpAdapter(), {
    preview: true,
    logger: ['error'],
  });
  writeFileSync(file, JSON.stringify(createOpenApiDocument(configureApp(app)), null, 2) + '\n');
  await app.close();
}

void main(process.argv[2]);
