declare module 'swagger-ui-dist' {
  /** The folder with the built files. */
  export function getAbsoluteFSPath(): string;
}
