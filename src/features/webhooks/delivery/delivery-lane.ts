/** What a lane takes from, and does with what it took. */
export interface LaneWork<Job> {
  /** Gives what is due, at most so many. */
  take(atMost: number): Promise<readonly Job[]>;
  /** Never throws. */
  settle(job: Job): Promise<void>;
}

/** Works through what is due for one receiver, a few at a time, so that one that hangs takes up its own lane only. */
export class DeliveryLane<Job> {
  readonly #inHand = new Set<Promise<void>>();
  #taking: Promise<void> | null = null;
  #isOver = false;

  /** @param width how many are in hand at a time */
  constructor(
    private readonly work: LaneWork<Job>,
    private readonly width: number,
  ) {}

  /** Takes what is due into hand, as much as there is room for; the rest follows as room comes. */
  async pump(): Promise<void> {
    while (this.#taking) await this.#taking;
    this.#taking = this.#take().finally(() => (this.#taking = null));
    await this.#taking;
  }

  /** Waits until nothing is in hand and nothing is due. */
  async idle(): Promise<void> {
    while (this.#taking !== null || this.#inHand.size > 0) await Promise.all([this.#taking, ...this.#inHand]);
  }

  /** Takes no more. */
  end(): void {
    this.#isOver = true;
  }

  async #take(): Promise<void> {
    const room = this.width - this.#inHand.size;
    if (room === 0 || this.#isOver) return;
    for (const job of await this.work.take(room)) this.#begin(job);
  }

  #begin(job: Job): void {
    const settled: Promise<void> = this.work.settle(job).then(() => {
      this.#inHand.delete(settled);
      return this.pump();
    });
    this.#inHand.add(settled);
  }
}
