import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request. */
export type Page = (request: IncomingMessage, response: ServerResponse) => void;

/** A web server of one test's own, on this machine. */
export interface WebServer {
  readonly port: number;
  /** Pages by path; tests put theirs in. */
  readonly pages: Map<string, Page>;
  /** Paths that have been asked for. */
  readonly asked: string[];
  /** An address of it, by IP address unless another host is given. */
  url(path: string, host?: string): string;
  close(): Promise<void>;
}

export async function startWebServer(): Promise<WebServer> {
  const pages = new Map<string, Page>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    asked.push(path);
    const page = pages.get(path);
    if (page) page(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    pages,
    asked,
    url: (path, host = '127.0.0.1') => `http://${host}:${port}${path}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page of fixed content. */
export function page(
  body: string | Uint8Array,
  contentType: string | null = 'text/html; charset=utf-8',
  headers: Readonly<Record<string, string>> = {},
): Page {
  return (_request, response) => {
    response.writeHead(200, { ...(contentType === null ? {} : { 'content-type': contentType }), ...headers }).end(body);
  };
}

/** A page that sends its readers elsewhere. */
export function redirect(to: string, status = 302): Page {
  return (_request, response) => {
    response.writeHead(status, { location: to }).end();
  };
}
