declare module 'fs-native-extensions' {
  /**
   * Takes an exclusive lock on the whole file without waiting: an open-file-description lock on Linux, its nearest
   * relative elsewhere.
   * @returns whether it was free
   */
  export function tryLock(fd: number): boolean;
}
