/**
 * Formats a time for a `datetime-local` field, in the local zone: `2026-11-29T09:30`.
 * @param time ms since 1970
 */
export function localMinute(time: number): string {
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
