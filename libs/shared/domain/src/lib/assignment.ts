/** Maximum number of tags of a ticket. */
export const TAGS_MAX = 10;

/** Maximum length of a tag, in Unicode code points. */
export const TAG_MAX_LENGTH = 40;

/** A tag: letters and digits of any script, `_` and `-`. */
export const TAG_PATTERN = `^[\\p{L}\\p{M}\\p{N}_-]{1,${TAG_MAX_LENGTH}}$`;

/** Normalises a tag for storage and comparison: trimmed, NFC, lower case. */
export function toTag(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/** Maximum length of the name of a team or a requester, in Unicode code points. */
export const TEAM_NAME_MAX_LENGTH = 100;
export const REQUESTER_NAME_MAX_LENGTH = 100;

/** Maximum number of teams, and of people in one. */
export const TEAMS_MAX = 200;
export const TEAM_MEMBERS_MAX = 500;
