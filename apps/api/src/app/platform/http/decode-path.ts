/** A path without its percent-encoding, except for encoded slashes and the like; undefined if it is not valid UTF-8. */
export function decodePath(path: string): string | undefined {
  try {
    return decodeURI(path);
  } catch {
    return undefined;
  }
}
