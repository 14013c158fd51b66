/** Where in its life the service is. Requests other than health probes are served whenever they reach it. */
export type Phase = 'starting' | 'ready' | 'stopping';

/** The service's phase, for whoever must tell a load balancer whether to send requests. */
export class Lifecycle {
  #phase: Phase = 'starting';

  get phase(): Phase {
    return this.#phase;
  }

  /** Everything is set up and the port is open. */
  started(): void {
    if (this.#phase === 'starting') this.#phase = 'ready';
  }

  /** The service takes no more work. */
  stopping(): void {
    this.#phase = 'stopping';
  }
}
