import { Controller, Get, Header } from '@nestjs/common';
import { DEFAULT_QUERY } from './default-query.js';

/**
 * GraphiQL's page carries its scripts and styles in itself, so nothing may be loaded from elsewhere. It needs inline
 * scripts, workers made from blobs, and images and fonts as data.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves GraphiQL, for people who try the API out in a browser. */
@Controller('graphiql')
export class GraphiqlController {
  #page: string | undefined;

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', CONTENT_SECURITY_POLICY)
  @Header('cache-control', 'private, max-age=3600')
  @Header('referrer-policy', 'no-referrer')
  @Header('x-content-type-options', 'nosniff')
  @Header('x-frame-options', 'DENY')
  async show(): Promise<string> {
    this.#page ??= await renderPage();
    return this.#page;
  }
}

/** Nine megabytes of script: loaded when first asked for, so that no start waits for it. */
async function renderPage(): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  return renderGraphiQL({ endpoint: '/graphql', title: 'Gainsay GraphiQL', defaultQuery: DEFAULT_QUERY });
}
