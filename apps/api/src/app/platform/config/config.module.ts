import { type DynamicModule, Global, Module } from '@nestjs/common';
import { SecretKey } from './secret-key';
import { Settings } from './settings';

/** Provides the validated {@link Settings}. */
@Global()
@Module({})
export class ConfigModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: Settings, useValue: settings }, SecretKey],
      exports: [Settings, SecretKey],
    };
  }
}
