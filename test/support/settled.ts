import type { Finding } from '../../src/domain/contradiction/contradiction.js';
import { wronglyKept } from '../e2e/support/api-speakers.js';
import { inOrder, recompute, stored, wronglyDisputed, wronglyPlaced } from './recomputed.js';
import type { TestApp } from './start-app.js';
import { verified } from './verified.js';

/** What holds at any moment: what is kept of citations and contradictions is what they say. */
export async function expectKept(app: TestApp): Promise<void> {
  const wrong = {
    disputed: await wronglyDisputed(app.database),
    placed: await wronglyPlaced(app.database),
    kept: await wronglyKept(app.database),
  };
  if (Object.values(wrong).some((rows) => rows.length > 0)) throw new Error(`Wrong: ${JSON.stringify(wrong)}`);
}

/**
 * What holds once all that waited has been examined again: nothing is stored but what the engine finds from scratch, and
 * the audit log is whole.
 */
export async function expectSettled(app: TestApp): Promise<void> {
  await app.reexamine();
  await expectKept(app);
  const differences = await app.recheck();
  if (differences.length > 0) throw new Error(`The recheck says: ${differences.join('\n')}`);
  const { fault } = await verified(app.database);
  if (fault !== null) throw new Error(`The verification of the audit log says: ${fault}`);
  const [found, kept] = [inOrder(await recompute(app.database)), inOrder(await stored(app.database))];
  const plain = JSON.stringify(kept, null, 1);
  if (JSON.stringify(found.map(told), null, 1) !== JSON.stringify(kept.map(told), null, 1)) {
    throw new Error(`From scratch: ${JSON.stringify(found, null, 1)}\nStored: ${plain}`);
  }
}

const told = ({ members, kind, strength, rule, explanation }: Finding): Finding => ({
  members: [...members].sort(),
  kind,
  strength,
  rule,
  explanation,
});
