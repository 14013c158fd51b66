import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { StartupError } from '../lifecycle/startup-error.js';
import { Config } from './config.js';

const key = 'a'.repeat(20);

function complaint(variables: Record<string, string>): string {
  try {
    Config.read(variables);
  } catch (error) {
    if (error instanceof StartupError) return error.message;
    throw error;
  }
  return '';
}

describe('settings', () => {
  test('have defaults that need nothing set', () => {
    expect(Config.read({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      databasePoolSize: 10,
      dataDirectory: resolve('data'),
      adminKey: undefined,
      demo: true,
      importAllow: [],
      trustedProxies: [],
      model: undefined,
      webhooks: { allow: [], patience: 10_000, attempts: 14, pause: 5, logDays: 30 },
      singleSignOn: undefined,
      logLevel: 'info',
    });
  });

  test.each<[string, Record<string, string>, Partial<Config>]>([
    ['a port chosen by the system', { PORT: '0' }, { port: 0 }],
    ['all addresses', { HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    ['an IPv6 address', { HOST: '::1' }, { host: '::1' }],
    ['a server', { DATABASE_URL: 'postgresql://u:p@db:5432/g' }, { databaseUrl: 'postgresql://u:p@db:5432/g' }],
    ['the older name of its scheme', { DATABASE_URL: 'postgres://db/g' }, { databaseUrl: 'postgres://db/g' }],
    ['a relative data directory', { GAINSAY_DATA_DIR: 'x/y' }, { dataDirectory: resolve('x/y') }],
    ['the shortest key', { GAINSAY_ADMIN_KEY: key }, { adminKey: key }],
    ['no demo', { GAINSAY_DEMO: '0' }, { demo: false }],
    [
      'hosts and ranges that may be fetched',
      { GAINSAY_IMPORT_ALLOW: 'Wiki.intranet, 10.1.2.3:8080 [fd00::1]:81,10.20.0.0/16' },
      {
        importAllow: [
          { host: 'wiki.intranet', range: null, port: null },
          { host: '10.1.2.3', range: null, port: 8080 },
          { host: 'fd00::1', range: null, port: 81 },
          { host: null, range: '10.20.0.0/16', port: null },
        ],
      },
    ],
    [
      'a model that needs no key',
      { GAINSAY_MODEL_URL: 'http://127.0.0.1:11434/v1/', GAINSAY_MODEL_NAME: 'small' },
      { model: { url: 'http://127.0.0.1:11434/v1', key: undefined, name: 'small', patience: 60_000 } },
    ],
    [
      'a model with a key and less patience',
      {
        GAINSAY_MODEL_URL: 'https://models.example/v1',
        GAINSAY_MODEL_NAME: ' large ',
        GAINSAY_MODEL_KEY: 'secret',
        GAINSAY_MODEL_TIMEOUT: '5',
      },
      { model: { url: 'https://models.example/v1', key: 'secret', name: 'large', patience: 5_000 } },
    ],
    [
      'webhooks that are tried once',
      { GAINSAY_WEBHOOK_ALLOW: '127.0.0.1:9000', GAINSAY_WEBHOOK_TIMEOUT: '1', GAINSAY_WEBHOOK_ATTEMPTS: '1' },
      {
        webhooks: {
          allow: [{ host: '127.0.0.1', range: null, port: 9000 }],
          patience: 1_000,
          attempts: 1,
          pause: 5,
          logDays: 30,
        },
      },
    ],
    [
      'a provider to sign in by',
      {
        GAINSAY_OIDC_ISSUER: 'https://login.example/realms/desk',
        GAINSAY_OIDC_CLIENT_ID: 'gainsay',
        GAINSAY_OIDC_CLIENT_SECRET: 'secret',
      },
      {
        singleSignOn: {
          issuer: 'https://login.example/realms/desk',
          clientId: 'gainsay',
          clientSecret: 'secret',
          name: 'login.example',
          defaultRole: undefined,
        },
      },
    ],
    [
      'a provider on this machine, with a name and a role for who is new',
      {
        GAINSAY_OIDC_ISSUER: 'http://127.0.0.1:9000',
        GAINSAY_OIDC_CLIENT_ID: 'gainsay',
        GAINSAY_OIDC_CLIENT_SECRET: 'secret',
        GAINSAY_OIDC_NAME: ' The desk ',
        GAINSAY_OIDC_DEFAULT_ROLE: 'READER',
      },
      {
        singleSignOn: {
          issuer: 'http://127.0.0.1:9000',
          clientId: 'gainsay',
          clientSecret: 'secret',
          name: 'The desk',
          defaultRole: 'READER',
        },
      },
    ],
    ['a log level', { LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
    [
      'empty variables as left out',
      { PORT: '', DATABASE_URL: '', GAINSAY_ADMIN_KEY: '', GAINSAY_DEMO: '' },
      { port: 4000, demo: true },
    ],
  ])('take %s', (_, variables, expected) => {
    expect(Config.read(variables)).toMatchObject(expected);
  });

  test.each<[string, string, string]>([
    ['PORT', 'http', 'whole number'],
    ['PORT', '65536', 'from 0 to 65535'],
    ['PORT', '-1', 'whole number'],
    ['PORT', '4000.5', 'whole number'],
    ['HOST', 'my host', 'host name or address'],
    ['DATABASE_URL', 'mysql://u@db/g', 'postgresql://user:password@host:5432/name'],
    ['DATABASE_URL', 'localhost', 'postgresql://user:password@host:5432/name'],
    ['DATABASE_POOL_SIZE', '0', 'from 1 to 1000'],
    ...['http://wiki.intranet', '10.0.0.0/64', 'wiki.intranet:0', '[wiki]', 'a@b'].map(
      (entry): [string, string, string] => ['GAINSAY_IMPORT_ALLOW', entry, 'neither a host nor a range'],
    ),
    ['GAINSAY_WEBHOOK_ALLOW', '10.0.0.0/64', 'public https addresses only'],
    ['GAINSAY_WEBHOOK_TIMEOUT', '61', 'from 1 to 60'],
    ['GAINSAY_WEBHOOK_ATTEMPTS', '0', 'from 1 to 17'],
    ['GAINSAY_WEBHOOK_PAUSE', '3601', 'from 0 to 3600'],
    ['GAINSAY_WEBHOOK_LOG_DAYS', '0', 'from 1 to 3650'],
    ['GAINSAY_ADMIN_KEY', 'a'.repeat(19), 'shorter than 20 characters'],
    ['GAINSAY_ADMIN_KEY', `${key} with blanks`, 'an Authorization header cannot carry'],
    ['GAINSAY_ADMIN_KEY', 'a'.repeat(201), 'longer than 200 characters'],
    ['GAINSAY_DEMO', 'yes', 'neither 0 nor 1'],
    ...['models.example', 'ftp://models.example', 'https://u:p@models.example', 'https://models.example/v1?a=b'].map(
      (url): [string, string, string] => ['GAINSAY_MODEL_URL', url, 'not the base address of a model endpoint'],
    ),
    ['GAINSAY_MODEL_KEY', 'two words', 'an Authorization header cannot carry'],
    ['GAINSAY_MODEL_KEY', 'secret', 'without GAINSAY_MODEL_URL'],
    ['GAINSAY_MODEL_NAME', 'large', 'without GAINSAY_MODEL_URL'],
    ['GAINSAY_MODEL_TIMEOUT', '0', 'from 1 to 600'],
    ...['login.example', 'http://login.example', 'https://u:p@login.example', 'https://login.example/?a=b'].map(
      (url): [string, string, string] => ['GAINSAY_OIDC_ISSUER', url, 'not the issuer of an OpenID Connect provider'],
    ),
    ['GAINSAY_OIDC_CLIENT_ID', 'gainsay', 'without GAINSAY_OIDC_ISSUER'],
    ['GAINSAY_OIDC_CLIENT_SECRET', 'sëcret', 'not printable ASCII'],
    ['GAINSAY_OIDC_NAME', 'The desk', 'without GAINSAY_OIDC_ISSUER'],
    ['GAINSAY_OIDC_DEFAULT_ROLE', 'ADMIN', 'not READER, CONTRIBUTOR or EDITOR'],
    ['LOG_LEVEL', 'loud', 'trace, debug, info'],
  ])('refuse %s=%s, saying what to do', (name, value, advice) => {
    // A model needs a name beside its address, a provider a client.
    const model = name === 'GAINSAY_MODEL_URL' ? { GAINSAY_MODEL_NAME: 'large' } : {};
    const client =
      name === 'GAINSAY_OIDC_ISSUER' ? { GAINSAY_OIDC_CLIENT_ID: 'a', GAINSAY_OIDC_CLIENT_SECRET: 'b' } : {};
    const beside = { ...model, ...client };
    const message = complaint({ ...beside, [name]: value });
    expect(message).toMatch(new RegExp(`^These settings are wrong:\n  ${name} is|has`));
    expect(message).toContain(advice);
    expect(message.split('\n')).toHaveLength(2);
  });

  test('name the model that is missing beside its address', () => {
    expect(complaint({ GAINSAY_MODEL_URL: 'https://models.example/v1' })).toMatch(/GAINSAY_MODEL_NAME is missing/);
  });

  test('name what a provider needs beside its address', () => {
    const message = complaint({ GAINSAY_OIDC_ISSUER: 'https://login.example' });
    expect(message).toMatch(/GAINSAY_OIDC_CLIENT_ID is missing.*\n.*GAINSAY_OIDC_CLIENT_SECRET is missing/);
  });

  test('report every problem at once', () => {
    const message = complaint({ PORT: 'x', GAINSAY_DEMO: 'x', LOG_LEVEL: 'x' });
    expect(message.split('\n').map((line) => line.trim().split(' ')[0])).toEqual([
      'These',
      'PORT',
      'GAINSAY_DEMO',
      'LOG_LEVEL',
    ]);
  });

  test('never repeat a secret in a message', () => {
    const message = complaint({
      GAINSAY_ADMIN_KEY: 'tooshort',
      DATABASE_URL: 'mysql://u:hunter2@db/g',
      GAINSAY_MODEL_KEY: 'hush hush',
      GAINSAY_OIDC_CLIENT_SECRET: 'quiet',
    });
    expect(message).not.toMatch(/tooshort|hunter2|hush|quiet/);
  });

  test('cannot be changed', () => {
    expect(Object.isFrozen(Config.read({}))).toBe(true);
  });
});
