import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Logger } from '@nestjs/common';
import { handleProtocols, makeServer, type ServerOptions } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { requestIdOf } from '../../platform/request-context/index.js';
import { formatError } from '../errors/format-error.js';
import { LIMITS } from '../limits/limits.js';
import type { Connection } from './socket-operations.js';
import { CLOSE, type SocketSettings } from './socket-settings.js';
import { upgradeCredentials, type Trust } from './upgrade-request.js';

/** Longest reason that a close frame can carry, in bytes (RFC 6455, section 5.5); reasons here are ASCII. */
const MAX_REASON = 123;
/** Headers that are about the wish for another protocol. */
const HOP_BY_HOP: ReadonlySet<string> = new Set(['connection', 'upgrade', 'http2-settings']);
const CLOSE_BY_CODE: Readonly<Record<string, number>> = {
  FORBIDDEN: CLOSE.forbidden,
  UNAUTHENTICATED: CLOSE.unauthorized,
  OVERLOADED: CLOSE.tryAgain,
};

/**
 * WebSockets at one path of an HTTP server, in the protocol graphql-transport-ws. A client that takes what it is sent too
 * slowly, or not at all, is closed; nobody else waits for it.
 *
 * @see https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
 */
export class SocketServer {
  readonly #logger = new Logger('Subscriptions');
  readonly #sockets: WebSocketServer;
  readonly #protocol;
  /** What is to be done, once, when a client is closed or lost. */
  readonly #ends = new Map<WebSocket, (code: number, reason: string) => void>();
  #stopping = false;

  constructor(
    private readonly server: Server,
    private readonly path: string,
    operations: ServerOptions<Record<string, unknown> | undefined, Connection>,
    private readonly settings: SocketSettings,
    private readonly trust: Trust,
  ) {
    const { initWithin } = settings;
    this.#protocol = makeServer({ ...operations, connectionInitWaitTimeout: initWithin });
    this.#sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.messageBytes, handleProtocols });
    server.on('upgrade', this.#upgrade);
  }

  /** Tells every client that the service goes away, and cuts off those that do not go by themselves. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const left = [...this.#sockets.clients].map(
      (client) => new Promise<void>((resolve) => client.once('close', () => resolve())),
    );
    for (const client of this.#sockets.clients) this.#close(client, CLOSE.goingAway, 'The service is stopping.');
    await Promise.all(left);
    this.server.off('upgrade', this.#upgrade);
  }

  readonly #upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const isFull = this.#stopping || this.#sockets.clients.size >= this.settings.connections;
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') asPlainRequest(this.server, request, socket, head);
    else if (request.url?.split('?')[0] !== this.path) refuse(socket, '404 Not Found');
    else if (isFull) refuse(socket, '503 Service Unavailable');
    else this.#sockets.handleUpgrade(request, socket, head, (client) => this.#serve(client, request));
  };

  #serve(client: WebSocket, request: IncomingMessage): void {
    const id = requestIdOf(request);
    const since = Date.now();
    const heart = this.#keepAlive(client);
    const closed = this.#protocol.opened(
      {
        protocol: client.protocol,
        send: (text) => this.#send(client, text),
        close: (code, reason) => this.#close(client, code ?? CLOSE.fault, reason ?? ''),
        onMessage: (receive) => {
          client.on('message', (data: Buffer) => {
            if (this.#isTooSlow(client)) return;
            receive(data.toString()).catch((error: unknown) => this.#refuse(client, id, error));
          });
        },
      },
      {
        id,
        request: upgradeCredentials(request, this.trust),
        refuse: (error) => this.#refuse(client, id, error),
      },
    );
    // Answers to pings wait for the client as everything else does.
    client.on('ping', () => void this.#isTooSlow(client));
    client.on('error', (error) =>
      this.#logger.debug({ message: 'A WebSocket failed', requestId: id, error: error.message }),
    );
    const end = (code: number, reason: string): void => {
      if (!this.#ends.delete(client)) return;
      clearInterval(heart);
      this.#logger.log({ message: 'WebSocket closed', requestId: id, code, durationMs: Date.now() - since });
      closed(code, reason).catch((error: unknown) => void formatError(error, id));
    };
    this.#ends.set(client, end);
    client.once('close', (code, reason) => end(code, reason.toString()));
  }

  #keepAlive(client: WebSocket): NodeJS.Timeout {
    let isThere = true;
    client.on('pong', () => (isThere = true));
    return setInterval(() => {
      if (!isThere) {
        client.terminate();
        return;
      }
      isThere = false;
      client.ping();
    }, this.settings.pingEvery).unref();
  }

  /** Ends when the text is with the system, so that a subscription takes its next event only then. */
  #send(client: WebSocket, text: string): Promise<void> {
    if (client.readyState !== client.OPEN || this.#isTooSlow(client)) return Promise.resolve();
    return new Promise((sent) => client.send(text, () => sent()));
  }

  #isTooSlow(client: WebSocket): boolean {
    if (client.bufferedAmount <= this.settings.waitingBytes) return false;
    this.#close(client, CLOSE.tooSlow, 'Too much waits to be received.');
    return true;
  }

  #refuse(client: WebSocket, id: string, error: unknown): void {
    const { message, extensions } = formatError(error, id);
    this.#close(client, CLOSE_BY_CODE[String(extensions?.code)] ?? CLOSE.fault, message);
  }

  /** Closes in an orderly way, and by force where the client does not take part in that. */
  #close(client: WebSocket, code: number, reason: string): void {
    if (client.readyState !== client.OPEN) return;
    client.close(code, reason.slice(0, MAX_REASON));
    const cut = setTimeout(() => client.terminate(), this.settings.closeWithin);
    client.once('close', () => clearTimeout(cut));
    // Not only when the client agrees: a subscription that has nobody to be sent to would go on reading.
    this.#ends.get(client)?.(code, reason);
  }
}

/**
 * Serves a request that asks for a protocol that is not spoken here, such as HTTP/2 without TLS (curl --http2, Java's
 * HttpClient by default), as though it had not asked, as RFC 9110 (section 7.8) wants it. Node hands each such request
 * over as soon as there is anybody for WebSockets; it is given back to be read anew without that wish.
 */
function asPlainRequest(server: Server, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const lines = [`${request.method ?? 'GET'} ${request.url ?? '/'} HTTP/${request.httpVersion}`];
  for (let i = 0; i + 1 < request.rawHeaders.length; i += 2) {
    const [name = '', value = ''] = request.rawHeaders.slice(i, i + 2);
    if (!HOP_BY_HOP.has(name.toLowerCase())) lines.push(`${name}: ${value}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => undefined);
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
