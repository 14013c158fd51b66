import { resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { StartupError } from '../lifecycle/startup-error.js';
import { readAllowedAddresses, type AllowedAddress } from './allowed-addresses.js';
import {
  singleSignOnEnvironment,
  singleSignOnOf,
  singleSignOnProblems,
  type SingleSignOnSettings,
} from './single-sign-on-settings.js';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** The shortest administrator's key: 20 characters of a random key hold at least 80 bits even where it is hexadecimal. */
const SHORTEST_ADMIN_KEY = 20;

function wholeNumber(lowest: number, highest: number, example: number): z.ZodType<number, string | undefined> {
  const message = `is not a whole number from ${lowest} to ${highest}. Give one, for instance ${example}, or leave it out.`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .default(String(example))
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest, message);
}

/** @param otherwise what leaving it out means, as the end of a sentence */
function allowedAddresses(otherwise: string): z.ZodType<readonly AllowedAddress[], string | undefined> {
  return z
    .string()
    .default('')
    .transform((list, context) => {
      const addresses = readAllowedAddresses(list);
      if (addresses !== null) return addresses;
      context.addIssue(
        'has an entry that is neither a host nor a range of addresses. Separate entries with commas, ' +
          `for instance wiki.intranet,10.1.2.3:8080,10.20.0.0/16, or leave it out ${otherwise}.`,
      );
      return z.NEVER;
    });
}

/** Every variable that the service reads. Messages continue the variable's name and never repeat a secret. */
const environment = z.object({
  PORT: wholeNumber(0, 65_535, 4000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'is not a host name or address. Give one to listen on, for instance 127.0.0.1 or 0.0.0.0.')
    .default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .refine(
      isPostgresqlUrl,
      'is not the address of a PostgreSQL server. Write postgresql://user:password@host:5432/name, ' +
        'or leave it out to use the embedded database.',
    )
    .optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 1000, 10),
  GAINSAY_DATA_DIR: z.string().default('./data'),
  GAINSAY_ADMIN_KEY: z
    .string()
    .min(
      SHORTEST_ADMIN_KEY,
      `is shorter than ${SHORTEST_ADMIN_KEY} characters. Make one with "openssl rand -hex 24", ` +
        'or leave it out and the service makes one at its first start.',
    )
    .max(200, 'is longer than 200 characters. Make one with "openssl rand -hex 24".')
    .regex(
      /^[\w.~+/=-]*$/,
      'has characters that an Authorization header cannot carry. Use letters, digits and - . _ ~ + / = only.',
    )
    .optional(),
  GAINSAY_DEMO: z.enum(['0', '1'], 'is neither 0 nor 1. Set 0 for no demo story, 1 to load it.').default('1'),
  GAINSAY_IMPORT_ALLOW: allowedAddresses('to fetch public addresses only'),
  GAINSAY_WEBHOOK_ALLOW: allowedAddresses('to send to public https addresses only'),
  GAINSAY_WEBHOOK_TIMEOUT: wholeNumber(1, 60, 10),
  GAINSAY_WEBHOOK_ATTEMPTS: wholeNumber(1, 17, 14),
  GAINSAY_WEBHOOK_PAUSE: wholeNumber(0, 3600, 5),
  GAINSAY_WEBHOOK_LOG_DAYS: wholeNumber(1, 3650, 30),
  GAINSAY_MODEL_URL: z
    .string()
    .refine(
      isModelUrl,
      'is not the base address of a model endpoint. Write it without password, query and fragment, ' +
        'for instance https://api.openai.com/v1 or http://127.0.0.1:11434/v1, or leave it out to read without a model.',
    )
    .optional(),
  GAINSAY_MODEL_KEY: z
    .string()
    .max(2000, 'is longer than 2000 characters. Copy it again from where the model is served.')
    .regex(/^[\x21-\x7e]*$/, 'has characters that an Authorization header cannot carry. Copy it again, without blanks.')
    .optional(),
  GAINSAY_MODEL_NAME: z
    .string()
    .trim()
    .max(200, 'is longer than 200 characters. Give the name by which it is served.')
    .optional(),
  GAINSAY_MODEL_TIMEOUT: wholeNumber(1, 600, 60),
  ...singleSignOnEnvironment,
  GAINSAY_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((entry) => entry.trim())
        .filter(Boolean),
    )
    .refine(
      (entries) => entries.every((entry) => ipaddr.isValid(entry) || ipaddr.isValidCIDR(entry)),
      'has an entry that is neither an IP address nor a range. Separate entries with commas, for instance ' +
        '127.0.0.1,10.20.0.0/16, or leave it out where no proxy stands before the service.',
    ),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is not a log level. Set one of ${LOG_LEVELS.join(', ')}.`).default('info'),
});

/** The names of those variables. */
export const settingNames: readonly string[] = Object.keys(environment.shape);

function isPostgresqlUrl(text: string): boolean {
  return URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol);
}

/** Without password, query and fragment: a path is appended, and the address is named in logs. */
function isModelUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && [username, password, search, hash].every((part) => part === '');
}

/** What is wrong with the model's settings together: by each variable, as the messages above. */
function modelProblems(present: Readonly<Record<string, string | undefined>>): [name: string, message: string][] {
  if (present.GAINSAY_MODEL_URL !== undefined) {
    if (present.GAINSAY_MODEL_NAME !== undefined) return [];
    return [['GAINSAY_MODEL_NAME', 'is missing. Name the model that GAINSAY_MODEL_URL shall be asked for.']];
  }
  const alone = ['GAINSAY_MODEL_KEY', 'GAINSAY_MODEL_NAME', 'GAINSAY_MODEL_TIMEOUT'];
  return alone
    .filter((name) => present[name] !== undefined)
    .map((name) => [name, 'is set without GAINSAY_MODEL_URL. Set the address of the model, too, or leave both out.']);
}

/** A language model that may be asked what a text claims. */
export interface ModelSettings {
  /** Base address of an endpoint that speaks OpenAI's chat completions, without a slash at its end. */
  readonly url: string;
  /** What it is asked with as a bearer; undefined where it needs none. */
  readonly key: string | undefined;
  /** The name by which it is served. */
  readonly name: string;
  /** How long one answer may take, in milliseconds; pauses before it is asked again do not count. */
  readonly patience: number;
}

/** How webhooks are told of what happens. */
export interface WebhookSettings {
  /** Addresses that may be told although they are not public, or not by https. */
  readonly allow: readonly AllowedAddress[];
  /** How long a receiver may take to answer, in milliseconds. */
  readonly patience: number;
  /** How often a delivery is tried before it is given up. */
  readonly attempts: number;
  /** How long until the second attempt, in seconds; it doubles with each. 0: at once, each time. */
  readonly pause: number;
  /** How long the log of deliveries is kept, in days. */
  readonly logDays: number;
}

/** The settings of the service, read once at start and never changed. */
export class Config {
  /** The TCP port to listen on; 0 lets the system choose one. */
  readonly port: number;
  /**
   * The address to listen on. Only this machine unless set: a first start has no accounts but the administrator's,
   * and speaks plain HTTP, so being reachable from elsewhere is a decision. The container image sets 0.0.0.0, since
   * there the published ports decide.
   */
  readonly host: string;
  /** The PostgreSQL server; undefined for the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Most connections to the PostgreSQL server at a time. */
  readonly databasePoolSize: number;
  /** Where the embedded database lies, as an absolute path. */
  readonly dataDirectory: string;
  /** The first administrator's API key; undefined where the service shall make one. */
  readonly adminKey: string | undefined;
  /** Whether to load the demo story into an empty database. */
  readonly demo: boolean;
  /** Addresses that imports may fetch although they are not public. */
  readonly importAllow: readonly AllowedAddress[];
  /** The language model that reads texts beside the grammar; undefined for none: then no text leaves the service. */
  readonly model: ModelSettings | undefined;
  readonly webhooks: WebhookSettings;
  /** The provider by which people may sign in beside passwords; undefined for none. */
  readonly singleSignOn: SingleSignOnSettings | undefined;
  /** Proxies whose word counts on who the client is and whether it came by https. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: (typeof LOG_LEVELS)[number];

  private constructor(values: z.output<typeof environment>) {
    this.port = values.PORT;
    this.host = values.HOST;
    this.databaseUrl = values.DATABASE_URL;
    this.databasePoolSize = values.DATABASE_POOL_SIZE;
    this.dataDirectory = resolve(values.GAINSAY_DATA_DIR);
    this.adminKey = values.GAINSAY_ADMIN_KEY;
    this.demo = values.GAINSAY_DEMO === '1';
    this.importAllow = values.GAINSAY_IMPORT_ALLOW;
    this.model = modelOf(values);
    this.webhooks = Object.freeze({
      allow: values.GAINSAY_WEBHOOK_ALLOW,
      patience: values.GAINSAY_WEBHOOK_TIMEOUT * 1000,
      attempts: values.GAINSAY_WEBHOOK_ATTEMPTS,
      pause: values.GAINSAY_WEBHOOK_PAUSE,
      logDays: values.GAINSAY_WEBHOOK_LOG_DAYS,
    });
    this.singleSignOn = singleSignOnOf(values);
    this.trustedProxies = values.GAINSAY_TRUSTED_PROXIES;
    this.logLevel = values.LOG_LEVEL;
    Object.freeze(this);
  }

  /**
   * Reads the settings from environment variables. An empty variable counts as left out, as compose files set it so.
   * @throws StartupError naming every variable that is wrong, what is wrong with it and what to do
   */
  static read(variables: Readonly<Record<string, string | undefined>>): Config {
    const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
    const parsed = environment.safeParse(present);
    const together = [...modelProblems(present), ...singleSignOnProblems(present)];
    if (parsed.success && together.length === 0) return new Config(parsed.data);
    const alone = parsed.error?.issues.map(({ path, message }) => [String(path[0]), message] as const) ?? [];
    const problems = new Map([...together, ...alone]);
    const lines = [...problems].map(([name, message]) => `  ${name} ${message}`);
    throw new StartupError(`These settings are wrong:\n${lines.join('\n')}`);
  }
}

function modelOf(values: z.output<typeof environment>): ModelSettings | undefined {
  const { GAINSAY_MODEL_URL: url, GAINSAY_MODEL_NAME: name, GAINSAY_MODEL_KEY: key } = values;
  if (url === undefined || name === undefined) return undefined;
  return Object.freeze({ url: url.replace(/\/+$/, ''), key, name, patience: values.GAINSAY_MODEL_TIMEOUT * 1000 });
}
