import { Injectable } from '@nestjs/common';
import { faultOf, GENESIS, type ChainEntry, type ChainFault, type ChainPlace } from './audit-chain.js';
import { AuditChainRepository, type LooseEvent } from './audit-chain.repository.js';

/** Entries that are read at once: memory stays the same however long the log is. */
const PAGE = 1_000;

/** What a verification found. */
export interface Verification {
  /** The last entry up to which all is well. */
  readonly end: ChainPlace;
  /** The first thing that is wrong, in a sentence; null where nothing is. */
  readonly fault: string | null;
}

const FAULTS: Readonly<Record<ChainFault, string>> = {
  MISSING: 'is missing',
  MOVED: 'does not follow the one before it',
  EVENT_GONE: 'has lost its event',
  CHANGED: 'is not what was recorded',
};

/** Proves the audit log whole, or names the first entry that is not. It changes nothing and may run beside the service. */
@Injectable()
export class AuditVerificationService {
  constructor(private readonly chain: AuditChainRepository) {}

  /** @param expected a place that was noted earlier: what has been cut off since, or made anew, shows by it alone */
  async verify(expected: ChainPlace | null): Promise<Verification> {
    // Before the chain: what is written meanwhile stands in both, and is not looked for here.
    const loose = await this.chain.findLoose();
    let end: ChainPlace = { seq: 0n, hash: GENESIS };
    for (;;) {
      const entries = await this.chain.findAfter(end.seq, PAGE);
      for (const entry of entries) {
        const fault = faultOf(entry, end);
        if (fault !== null) return { end, fault: await this.#told(entry, fault, end) };
        end = { seq: entry.seq, hash: Buffer.from(entry.hash) };
        if (entry.seq === expected?.seq && !end.hash.equals(expected.hash)) {
          return {
            end,
            fault: `Entry ${entry.seq} is another than was noted: its hash is ${end.hash.toString('hex')}.`,
          };
        }
      }
      if (entries.length < PAGE) break;
    }
    if (expected !== null && end.seq < expected.seq) {
      return { end, fault: `Entry ${end.seq + 1n} is missing: entry ${expected.seq} was there when it was noted.` };
    }
    return {
      end,
      fault: loose && `${described(loose)} stands outside of the chain: it was not written by the service.`,
    };
  }

  async #told(entry: ChainEntry, fault: ChainFault, end: ChainPlace): Promise<string> {
    const event = await this.chain.findEvent(entry.eventId);
    const of = event ? described(event) : `Event ${entry.eventId}`;
    return fault === 'MISSING'
      ? `Entry ${end.seq + 1n} ${FAULTS.MISSING}: next is entry ${entry.seq}. ${of} stands there.`
      : `Entry ${entry.seq} ${FAULTS[fault]}. ${of} stands there.`;
  }
}

function described({ id, action, createdAt }: LooseEvent): string {
  return `Event ${id} (${action}, ${createdAt.toISOString()})`;
}
