import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Who announces every module and route while Nest starts: of interest to the service's developers only. */
const CHATTY = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
  'GraphQLModule',
]);

/** What goes through Nest's logger, written by the service's. Details come first and the context's name last. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...details: unknown[]): void {
    this.#write(CHATTY.has(String(details.at(-1))) ? 'debug' : 'info', message, details);
  }

  warn(message: unknown, ...details: unknown[]): void {
    this.#write('warn', message, details);
  }

  error(message: unknown, ...details: unknown[]): void {
    this.#write('error', message, details);
  }

  fatal(message: unknown, ...details: unknown[]): void {
    this.#write('fatal', message, details);
  }

  debug(message: unknown, ...details: unknown[]): void {
    this.#write('debug', message, details);
  }

  verbose(message: unknown, ...details: unknown[]): void {
    this.#write('trace', message, details);
  }

  #write(level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal', message: unknown, details: unknown[]): void {
    const texts = details.filter((detail) => typeof detail === 'string');
    const context = texts.at(-1);
    const error = [message, ...details].find((value) => value instanceof Error);
    const stack = texts.slice(0, -1).find((text) => text.includes('\n    at '));
    const fields = { ...(context && { context }), ...(error && { err: error }), ...(stack && { stack }) };
    if (error && message === error) this.logger[level](fields, error.message);
    else if (isFields(message)) this.logger[level]({ ...message, ...fields, message: undefined }, message.message);
    else this.logger[level](fields, String(message));
  }
}

/** A message that comes with fields of its own beside it. */
function isFields(message: unknown): message is Readonly<Record<string, unknown>> & { readonly message: string } {
  return typeof message === 'object' && message !== null && 'message' in message && typeof message.message === 'string';
}
