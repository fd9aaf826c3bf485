/** The form in which names of people and teams are compared: case, composition and spaces do not count. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
}
