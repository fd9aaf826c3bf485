/** Key for comparing names of people and teams: ignores case, Unicode composition and extra spaces. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
}
