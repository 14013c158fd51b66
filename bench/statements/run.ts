import { parseArgs } from 'node:util';
import { compareStatements, type Relation } from '../../src/domain/statements/index.js';
import { readWordnet } from '../../src/features/statements/wordnet-files.js';
import { labelOf, scoreOf, type Score } from './scoring.js';
import { setsIn } from './sets.js';

/** Scores the statement comparator on labelled pairs: `npm run bench:statements -- DIRECTORY [--json] [--wrong SET]`. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, wrong: { type: 'string' } },
});
const [directory] = positionals;
if (directory === undefined) throw new Error('Which directory holds the labelled pairs?');

const thesaurus = await readWordnet();
const scores: Score[] = [];
let compared = 0;
const start = performance.now();
for (const set of setsIn(directory)) {
  const relations: Relation[] = [];
  for (const { id, a, b, label } of set.pairs) {
    const { verdict } = compareStatements(a, b, { publishedAt: null }, thesaurus);
    relations.push(verdict.relation);
    if (values.wrong !== undefined && set.name.includes(values.wrong) && labelOf(verdict.relation) !== label) {
      console.log(JSON.stringify({ id, label, relation: verdict.relation, explanation: verdict.explanation }));
    }
  }
  compared += set.pairs.length;
  scores.push(scoreOf(set, relations));
}
const perSecond = (1000 * compared) / (performance.now() - start);

if (values.json === true) {
  console.log(JSON.stringify({ scores, perSecond }));
} else {
  console.log(table(scores));
  console.log(`\n${compared} pairs, ${perSecond.toFixed(0)} a second`);
}

function table(rows: readonly Score[]): string {
  const shown = (value: number | undefined | null): string => (value == null ? '' : value.toFixed(1));
  const lines = rows.map(({ set, pairs, majority, accuracy, contradiction, called }) => {
    const scope = Object.entries(called ?? {}).map(([label, share]) => `${label} ${shown(share)}`);
    const cells = [contradiction?.precision, contradiction?.recall, contradiction?.f1].map(shown);
    return `| ${[set, pairs, shown(majority), shown(accuracy), ...cells, scope.join(', ')].join(' | ')} |`;
  });
  const equate = rows.filter(({ set }) => set.startsWith('equate/'));
  const mean = equate.reduce((sum, { accuracy }) => sum + (accuracy ?? 0), 0) / Math.max(equate.length, 1);
  return [
    '| set | pairs | majority | accuracy | contradiction P | R | F1 | called a contradiction |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
    `| equate, average | | | ${shown(mean)} | | | | |`,
  ].join('\n');
}
