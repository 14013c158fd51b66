import type { Claim } from '../../src/domain/claim/claim.js';
import { findContradictions } from '../../src/domain/contradiction/compare-claims.js';
import type { DraftQuestion } from './claims.js';
import type { Random } from './random.js';
import type { Row, Rows } from './rows.js';
import type { World } from './vocabulary.js';

const STATUSES = { OPEN: 80, IN_REVIEW: 5, RESOLVED: 10, DISMISSED: 5 } as const;
const HOUR = 3_600_000;

/** Adds every contradiction that the engine finds among a question's claims. Tells whether one is not decided yet. */
export function addContradictions(
  rows: Rows,
  random: Random,
  world: World,
  question: DraftQuestion,
  claims: readonly Claim[],
): boolean {
  let disputed = false;
  for (const finding of findContradictions(question.property, claims, world.vocabulary)) {
    const status = random.weighted(STATUSES);
    disputed ||= status === 'OPEN' || status === 'IN_REVIEW';
    // Found when its later claim was written: the ids of claims begin with their time.
    const moment = Math.max(...finding.members.map((id) => parseInt(id.replace('-', '').slice(0, 12), 16)));
    const decided = status === 'RESOLVED' || status === 'DISMISSED';
    const updatedAt = decided ? moment + random.integer(1, 500) * HOUR : moment;
    const id = random.uuidAt(moment);
    rows.contradiction.push({
      story_id: question.storyId,
      id,
      member_key: finding.members.join(' '),
      kind: finding.kind,
      strength: finding.strength,
      rule: finding.rule,
      explanation: finding.explanation,
      question_id: question.id,
      status,
      published: true,
      ...(decided ? decisionOf(world, status, updatedAt) : {}),
      version: decided ? 2 : 1,
      detected_at: new Date(moment).toISOString(),
      updated_at: new Date(updatedAt).toISOString(),
    });
    const members = finding.members.map((claim_id, i) => ({ claim_id, upheld: status === 'RESOLVED' && i === 0 }));
    const key = { story_id: question.storyId, contradiction_id: id };
    rows.contradiction_member.push(...members.map((member) => ({ ...key, ...member })));
  }
  return disputed;
}

function decisionOf(world: World, status: 'RESOLVED' | 'DISMISSED', moment: number): Row {
  return {
    outcome: status === 'RESOLVED' ? 'CLAIM_WRONG' : 'NOT_A_CONFLICT',
    note: 'Decided after reading both documents.',
    resolved_by_id: world.accountId,
    resolved_at: new Date(moment).toISOString(),
  };
}
