declare module 'swagger-ui-dist/absolute-path' {
  /** The folder of the built files. */
  const folder: () => string;
  export = folder;
}
