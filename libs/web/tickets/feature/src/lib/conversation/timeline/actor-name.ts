import type { TimelineActor } from '@docket/web/conversation/data';

/**
 * The name of an actor: "Ana Ruiz", "Ana Ruiz by API", "You", "Docket".
 * @param isOpen whether the desk has no sign-in, so that everybody is the same actor
 */
export function actorName({ kind, name, verified }: TimelineActor, isOpen: boolean): string {
  switch (kind) {
    case 'local':
      return isOpen ? 'You' : 'Someone';
    case 'api':
      return name ? `${name} by API` : 'A program by API';
    case 'ai':
      return 'The model';
    case 'system':
      return verified ? 'Docket' : 'Somebody in the database';
    default:
      return name ?? 'Someone';
  }
}
