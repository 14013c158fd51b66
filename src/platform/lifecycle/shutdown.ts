import type { Logger } from 'pino';

/** How long requests in flight may take to finish, in milliseconds. */
const GRACE = 10_000;

/**
 * Ends the process in an orderly way at SIGTERM or SIGINT: `stop` finishes what is in flight and frees everything,
 * then the process exits with 0. It exits with 1 where that takes longer than the grace or fails, and at once, as the
 * signal would have it, at a second signal.
 */
export function stopOnSignals(stop: () => Promise<void>, logger: Logger, grace: number = GRACE): void {
  let stopping = false;
  const onSignal = (signal: 'SIGTERM' | 'SIGINT'): void => {
    // 128 and the signal's number, as shells report a process that a signal ended.
    if (stopping) process.exit(signal === 'SIGINT' ? 130 : 143);
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => {
      logger.error({ graceMs: grace }, 'stopped before everything in flight had finished');
      process.exit(1);
    }, grace).unref();
    stop().then(
      () => {
        logger.info('stopped');
        process.exit(0);
      },
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
