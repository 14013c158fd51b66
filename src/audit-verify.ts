import { print, runCommand, withFeatures } from './command.js';
import { AuditVerificationService, VerificationModule, type ChainPlace } from './features/record/index.js';

/**
 * `npm run audit:verify`: proves the audit log whole, or names the first entry that is not.
 * Exits with 0 where it is whole, with 1 where it is not, with 2 where it could not run.
 */
const USAGE = `Usage: npm run audit:verify [-- --expect ENTRY:HASH]

Computes the hashes of the audit log again, from the first entry to the last, and prints the last one's number and hash.
Note these outside of the database: --expect proves later that the log still has that entry, and nothing cut off after it.
`;

const NOTED = /^([1-9]\d{0,17}):([0-9a-f]{64})$/;

async function verify(options: readonly string[]): Promise<number | null> {
  const expected = expectedOf(options);
  if (expected === undefined) return null;
  const { end, fault } = await withFeatures([VerificationModule], (application) =>
    application.get(AuditVerificationService).verify(expected),
  );
  const proven = end.seq === 0n ? 'nothing' : `${end.seq}:${end.hash.toString('hex')}`;
  print(fault ?? `The audit log is whole: ${end.seq} entries.`);
  print(fault === null ? `Note ${proven}` : `All is well up to ${proven}`);
  return fault === null ? 0 : 1;
}

/** @returns undefined where the options are not understood */
function expectedOf(options: readonly string[]): ChainPlace | null | undefined {
  if (options.length === 0) return null;
  const [name, value = '', ...more] = options;
  const [, seq, hash] = NOTED.exec(value) ?? [];
  if (name !== '--expect' || more.length > 0 || seq === undefined || hash === undefined) return undefined;
  return { seq: BigInt(seq), hash: Buffer.from(hash, 'hex') };
}

await runCommand('verify the audit log', USAGE, () => verify(process.argv.slice(2)));
