import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Settings } from './settings';

/** Hands the validated settings to whoever injects {@link Settings}. */
@Global()
@Module({})
export class ConfigModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: Settings, useValue: settings }],
      exports: [Settings],
    };
  }
}
