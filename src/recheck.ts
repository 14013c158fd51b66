import { print, runCommand, withFeatures } from './command.js';
import { RecheckService, UpkeepModule, type RecheckSummary } from './features/upkeep/index.js';

/**
 * `npm run recheck`: computes all contradictions from scratch and compares them with what is stored.
 * Exits with 0 where there is no difference (or all were repaired), with 1 where there is, with 2 where it could not run.
 */
const USAGE = `Usage: npm run recheck [-- --repair]

Computes all contradictions from scratch and lists where what is stored differs. --repair brings it in line.
`;

async function recheck(options: readonly string[]): Promise<number | null> {
  if (options.some((option) => option !== '--repair')) return null;
  const repair = options.includes('--repair');
  const summary = await withFeatures([UpkeepModule], (application) =>
    application.get(RecheckService).run(repair, print),
  );
  summaryLines(summary, repair).forEach(print);
  return summary.differences === 0 || repair ? 0 : 1;
}

function summaryLines({ subjects, claims, differences, waiting }: RecheckSummary, repair: boolean): string[] {
  const examined = `${claims} claims about ${subjects} subjects examined`;
  if (differences === 0) return [`${examined}: no differences.`];
  const expected = `In ${waiting} subjects they are to be expected: a change of the vocabulary has yet to be worked through, which the service does while it runs.`;
  return [`${examined}: ${differences} differences${repair ? ', repaired' : ''}.`, ...(waiting > 0 ? [expected] : [])];
}

await runCommand('recheck', USAGE, () => recheck(process.argv.slice(2)));
