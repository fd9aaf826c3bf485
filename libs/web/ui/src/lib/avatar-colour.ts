/** Number of avatar colours in theme/_theme.scss. */
const COLOURS = 5;

/** Number of the colours of an active user in theme/_theme.scss; undefined for other people. */
export function avatarColour(userId: number | undefined): number | undefined {
  return userId === undefined ? undefined : 1 + (userId % COLOURS);
}
