import { Injectable } from '@nestjs/common';

/** Tells the worker of this process that there is something to do now, before its next look. */
@Injectable()
export class WebhookWakeService {
  #listener: () => void = () => undefined;

  wake(): void {
    this.#listener();
  }

  onWake(listener: () => void): void {
    this.#listener = listener;
  }
}
