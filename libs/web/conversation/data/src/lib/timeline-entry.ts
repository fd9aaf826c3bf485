import type { Message, SentMessage, TimelineActor, TimelineEntry } from '@docket/contract';

export type { SentMessage, TimelineActor, TimelineEntry };

/** A message in the timeline. */
export interface MessageEntry extends TimelineEntry {
  readonly message: Message;
}

export function isMessage(entry: TimelineEntry): entry is MessageEntry {
  return entry.message !== undefined;
}
