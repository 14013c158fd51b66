import { cpus } from 'node:os';
import type { Measurement } from './measure.js';
import { CONNECTIONS, type Plan } from './plan.js';
import { QUERIES, SERVERS, TITLES, type QueryName, type ServerName } from './queries.js';

/** The measurements of one query at one number of connections: for each server one of every round. */
export interface Series {
  readonly query: QueryName;
  readonly connections: number;
  readonly rounds: Readonly<Record<ServerName, readonly Measurement[]>>;
}

/** What was measured on, for the reader of the report. */
export interface Surroundings {
  readonly plan: Plan;
  readonly rows: Readonly<Record<string, number>>;
  readonly postgresql: string;
  readonly node: string;
  readonly postgraphile: string;
}

/** All of it as Markdown. */
export function report(series: readonly Series[], surroundings: Surroundings): string {
  const { plan, rows, postgresql, node, postgraphile } = surroundings;
  const failures = series
    .flatMap(({ rounds }) => SERVERS.flatMap((server) => rounds[server]))
    .map((each) => each.failures);
  return [
    '# Results of the benchmark',
    '',
    `Written by \`npm run bench${plan.name === 'full' ? '' : ' -- --quick'}\`; bench/README.md says what is measured and how.`,
    '',
    ratios(series),
    '',
    'Requests a second of Gainsay as a multiple of the others: the median over the rounds, and in brackets the least and',
    'the greatest. PostGraphile serves the same tables; the JSON loop hands through JSON that PostgreSQL has built.',
    '',
    details(series),
    '',
    `- Failed requests: ${failures.reduce((sum, each) => sum + each, 0)}`,
    `- Rows: ${Object.entries(rows)
      .map(([table, count]) => `${count.toLocaleString('en')} ${table}`)
      .join(', ')}`,
    `- ${plan.rounds} rounds of ${plan.seconds} s for each combination, the servers in alternating order`,
    `- PostgreSQL ${postgresql}, PostGraphile ${postgraphile}, all servers on Node.js ${node}, 10 database connections each`,
    `- ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, shared by load generator, server and database`,
    '',
  ].join('\n');
}

/** The table of ratios alone, as the README shows it. */
export function ratios(series: readonly Series[]): string {
  const lines = QUERIES.map((query) => {
    const cells = CONNECTIONS.flatMap((connections) => {
      const found = series.find((each) => each.query === query && each.connections === connections);
      return found ? [ratio(found, 'postgraphile'), ratio(found, 'json')] : ['', ''];
    });
    return `| ${TITLES[query]} | ${cells.join(' | ')} |`;
  });
  const heads = CONNECTIONS.flatMap((each) => [`PostGraphile, ${each} connections`, `JSON loop, ${each}`]);
  return [`| query | ${heads.join(' | ')} |`, `|---|${heads.map(() => '--:|').join('')}`, ...lines].join('\n');
}

function ratio({ rounds }: Series, peer: ServerName): string {
  const all = rounds.gainsay.map(
    (gainsay, round) => gainsay.requestsPerSecond / (rounds[peer][round]?.requestsPerSecond ?? NaN),
  );
  return `**${median(all).toFixed(2)}** (${Math.min(...all).toFixed(2)}–${Math.max(...all).toFixed(2)})`;
}

function details(series: readonly Series[]): string {
  const head = ['query', 'connections', ...SERVERS.flatMap((server) => [`${NAMES[server]} requests/s`, 'p99 ms'])];
  const lines = series.map(({ query, connections, rounds }) => {
    const cells = SERVERS.flatMap((server) => [
      median(rounds[server].map((each) => each.requestsPerSecond)).toFixed(0),
      median(rounds[server].map((each) => each.p99)).toFixed(0),
    ]);
    return `| ${[query, connections, ...cells].join(' | ')} |`;
  });
  return [`| ${head.join(' | ')} |`, `|---|${'--:|'.repeat(head.length - 1)}`, ...lines].join('\n');
}

const NAMES: Readonly<Record<ServerName, string>> = {
  gainsay: 'Gainsay',
  postgraphile: 'PostGraphile',
  json: 'JSON loop',
};

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [above = NaN, below = above] = [sorted[middle], sorted.length % 2 === 0 ? sorted[middle - 1] : undefined];
  return (above + below) / 2;
}
