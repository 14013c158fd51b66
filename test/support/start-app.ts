import 'reflect-metadata';
import { createApplication } from '../../src/application.js';
import { RecheckService, ReexaminationWorker } from '../../src/features/upkeep/index.js';
import { Config } from '../../src/platform/config/config.js';
import type { Database } from '../../src/platform/database/index.js';
import { Lifecycle } from '../../src/platform/lifecycle/lifecycle.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import type { TestDatabase } from './test-databases.js';

/** The administrator's API key of every application under test. */
export const ADMIN_KEY = 'test-administrator-key-0123456789';

/** What came back from one GraphQL request. */
export interface GraphqlAnswer {
  readonly status: number;
  /** The parsed JSON body: `data` and `errors`. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test knows the shape that it asks for
  readonly body: any;
  /** The number of SQL statements that the request took, from its Server-Timing header. */
  readonly sqlStatements: number;
}

/** The real application, listening on a port of its own. */
export interface TestApp {
  readonly url: string;
  readonly database: Database;
  /** Posts a GraphQL request, as the administrator unless another key, or null for none, is given. */
  graphql(query: string, variables?: object, options?: { key?: string | null }): Promise<GraphqlAnswer>;
  /** Examines all that changes of the vocabulary touched; here nothing does so by itself. */
  reexamine(): Promise<void>;
  /** What a recheck of the whole database prints; nothing where there is no difference. */
  recheck(options?: { repair: boolean }): Promise<string[]>;
  /** A service of the application, for what the API does not show. */
  get<Service>(type: new (...parts: never[]) => Service): Service;
  /** Stops the application and closes its database. */
  close(): Promise<void>;
}

/**
 * Starts the whole application over a test database, which it takes over.
 * @param variables environment variables beside the administrator's key; the demo story is off unless set here
 */
export async function startApp(
  { database, close }: TestDatabase,
  variables: Readonly<Record<string, string>> = {},
): Promise<TestApp> {
  const config = Config.read({
    GAINSAY_ADMIN_KEY: ADMIN_KEY,
    GAINSAY_DEMO: '0',
    LOG_LEVEL: 'silent',
    PORT: '0',
    ...variables,
  });
  const lifecycle = new Lifecycle();
  const application = await createApplication({ config, database, lifecycle }, createLogger(config.logLevel));
  try {
    await application.listen(config.port, config.host);
  } catch (error) {
    await application.close();
    await close();
    throw error;
  }
  lifecycle.started();
  const url = await application.getUrl();
  return {
    url,
    database,
    graphql: (query, variables = {}, { key = ADMIN_KEY } = {}) => post(`${url}/graphql`, { query, variables }, key),
    reexamine: () => application.get(ReexaminationWorker).drain(),
    recheck: async ({ repair } = { repair: false }) => {
      const lines: string[] = [];
      await application.get(RecheckService).run(repair, (line) => lines.push(line));
      return lines;
    },
    get: (type) => application.get(type),
    close: async () => {
      await application.close();
      await close();
    },
  };
}

/** Posts one GraphQL request over HTTP. */
export async function post(url: string, request: object, key: string | null): Promise<GraphqlAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify(request),
  });
  return { status: response.status, body: await response.json(), sqlStatements: sqlStatementsOf(response) };
}

/** The number of SQL statements that an answer says it took. */
export function sqlStatementsOf(response: Response): number {
  const count = /(?:^|,)\s*sql;desc="(\d+)"/.exec(response.headers.get('server-timing') ?? '')?.[1];
  if (count === undefined) throw new Error('The answer does not say how many SQL statements it took.');
  return Number(count);
}
