/** Public API of the teams feature. Other features import from this file only. */
export { TeamsModule } from './teams.module';
export { TeamsService } from './teams.service';
