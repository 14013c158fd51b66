import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a receiver of webhooks got it. */
export interface Received {
  readonly path: string;
  /** The three headers that Standard Webhooks names, and the content type. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers a request, or lets it hang. */
export type Reaction = (response: ServerResponse, received: Received) => void;

/** A receiver of webhooks of one test's own, on this machine. Whatever it is not told to do otherwise it answers with 204. */
export interface WebhookReceiver {
  readonly port: number;
  readonly received: Received[];
  /** What it does by path. */
  readonly reactions: Map<string, Reaction>;
  url(path: string): string;
  /** What came to one path. */
  at(path: string): Received[];
  /** Waits until so many requests have come to a path. */
  until(path: string, count: number): Promise<Received[]>;
  close(): Promise<void>;
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const reactions = new Map<string, Reaction>();
  const waiting = new Set<() => void>();
  const at = (path: string): Received[] => received.filter((each) => each.path === path);
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const got = { path: request.url ?? '', headers: request.headers as Record<string, string>, body };
      received.push(got);
      (reactions.get(got.path) ?? ((answer) => void answer.writeHead(204).end()))(response, got);
      waiting.forEach((look) => look());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    received,
    reactions,
    at,
    url: (path) => `http://127.0.0.1:${port}${path}`,
    until: (path, count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (at(path).length < count) return;
          waiting.delete(look);
          resolve(at(path));
        };
        waiting.add(look);
        look();
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Answers with a status. */
export const answering =
  (status: number, body = ''): Reaction =>
  (response) =>
    void response.writeHead(status).end(body);

/** Answers one after another, the last one for ever. */
export function inTurn(...reactions: readonly Reaction[]): Reaction {
  let turn = 0;
  return (response, received) => {
    reactions[Math.min(turn, reactions.length - 1)]?.(response, received);
    turn += 1;
  };
}

/** Never answers. */
export const hanging: Reaction = () => undefined;
