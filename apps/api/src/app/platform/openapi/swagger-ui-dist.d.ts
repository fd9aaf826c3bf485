declare module 'swagger-ui-dist/absolute-path' {
  /** The folder with the built files. */
  const folder: () => string;
  export = folder;
}
