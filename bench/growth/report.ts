import { median } from './client.js';
import type { Growth } from './growth.js';

/** The heading below which the report stands in RESULTS.md. */
export const GROWTH_HEADING = '## How the cost of writing grows';

/** What the growth part found, as Markdown. */
export function growthReport(growth: Growth): string {
  const { plan, chunks } = growth;
  return [
    GROWTH_HEADING,
    '',
    `Written by \`npm run bench -- --growth${plan.name === 'full' ? '' : ' --quick'}\`.`,
    '',
    growthTable(growth),
    '',
    storyTable(growth),
    '',
    '| claims imported before | claims a second imported | inserted plainly | ratio |',
    '|--:|--:|--:|--:|',
    ...chunks.map(({ imported, plain }, i) => {
      const before = chunks.slice(0, i).reduce((sum, chunk) => sum + chunk.claims, 0);
      const cells = [before.toLocaleString('en'), imported.toFixed(0), plain.toFixed(0), (imported / plain).toFixed(2)];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
  ].join('\n');
}

/** The ratios alone, as the README shows them. */
export function growthTable({ stories, chunks, citations, answers }: Growth): string {
  const [smallest, largest] = [stories[0], stories.at(-1)].map((each) => median(each?.milliseconds ?? []));
  const count = (number: number): string => number.toLocaleString('en');
  const imports = chunks.map(({ imported, plain }) => imported / plain);
  const total = chunks.reduce((sum, { claims }) => sum + claims, 0);
  const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;
  const [before, after] = answers.memory;
  const pairs = ((answers.answers - 1) * answers.answers) / 2;
  const lines: [string, string][] = [
    [
      `Adding a claim to a story of ${count(stories.at(-1)?.claims ?? 0)} claims, against one of ${count(stories[0]?.claims ?? 0)}`,
      `**${ratio(largest, smallest)}** times as long`,
    ],
    [
      `Importing ${count(total)} claims with their contradictions, against plain multi-row inserts of the same rows`,
      `**${median(imports).toFixed(2)}** of the rate (${Math.min(...imports).toFixed(2)}–${Math.max(...imports).toFixed(2)})`,
    ],
    [
      `Adding a citation to a question with ${count(citations.citations)}, against one with 5`,
      `**${ratio(median(citations.adding.many), median(citations.adding.few))}** times as long`,
    ],
    [
      `Reading that question with its positions, against the one with 5`,
      `${ratio(median(citations.reading.many), median(citations.reading.few))} times as long (${median(citations.reading.many).toFixed(0)} ms)`,
    ],
    [
      `Adding an answer to a question with ${count(answers.answers)}, all of which contradict each other, against one with 10`,
      `**${ratio(median(answers.adding.many), median(answers.adding.few))}** times as long (${median(answers.adding.many).toFixed(0)} ms)`,
    ],
    [
      `Contradictions kept of its ${count(pairs)}`,
      `**${count(answers.contradictions)}**; read with all positions in ${answers.reading.milliseconds.toFixed(0)} ms, ${kilobytes(answers.reading.bytes)}`,
    ],
    [
      `50 of the ${count(answers.incompatible.total)} answers that contradict one of its answers, worked out on demand`,
      `${answers.incompatible.milliseconds.toFixed(0)} ms, ${kilobytes(answers.incompatible.bytes)}`,
    ],
    [`Memory of the service before and after that question`, `${before.toFixed(0)} MB, ${after.toFixed(0)} MB`],
  ];
  return ['| | |', '|---|---|', ...lines.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
}

function storyTable({ stories }: Growth): string {
  const base = median(stories[0]?.milliseconds ?? []);
  const lines = stories.map(({ claims, milliseconds }) => {
    const middle = median(milliseconds);
    return `| ${claims.toLocaleString('en')} | ${middle.toFixed(1)} | ${ratio(middle, base)} |`;
  });
  return ['| claims of the story | ms to add one, median | ratio |', '|--:|--:|--:|', ...lines].join('\n');
}

function ratio(a: number | undefined, b: number | undefined): string {
  return ((a ?? NaN) / (b ?? NaN)).toFixed(2);
}
