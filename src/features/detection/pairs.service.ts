import { Injectable } from '@nestjs/common';
import { reconsider, staysSmall, type KnownPair } from '../../domain/condensation/reconsider.js';
import type { Transaction } from '../../platform/database/index.js';
import type { VocabularySnapshot } from '../vocabulary/index.js';
import { placed } from './across.service.js';
import type { TouchedQuestion } from './answers.service.js';
import {
  DetectionRepository,
  memberKeyOf,
  type PlacedFinding,
  type StandingPairRow,
  type StoredContradictionRow,
} from './detection.repository.js';
import { isTakenUp } from './stored-contradictions.js';

/** Which answers to one question contradict each other, and what is stored of them. */
export interface Pairs {
  readonly found: readonly PlacedFinding[];
  /** All that has to become equal to what is found. */
  readonly stored: readonly StoredContradictionRow[];
}

/** Looks for what does not fit between two answers to one question. */
@Injectable()
export class PairsService {
  constructor(private readonly repository: DetectionRepository) {}

  /**
   * The pairs of many questions. Only of a question with more answers than are all set against each other does it read
   * the stored pairs, at most a few for each answer.
   * @param stored all stored pairs with a changed claim, LAPSED ones too
   */
  async search(
    tx: Transaction,
    storyId: string,
    touched: readonly TouchedQuestion[],
    stored: readonly StoredContradictionRow[],
    vocabulary: VocabularySnapshot,
  ): Promise<Pairs> {
    const large = touched.filter(({ question, changed }) => !staysSmall(question.claims.length, changed.size));
    const standing = await this.standingOf(tx, storyId, large);
    const outcomes = touched.map(({ question, changed }) => {
      const touching = stored.filter(({ memberKey }) => membersOf(memberKey).some((id) => changed.has(id)));
      const known = new Map([...(standing.get(question.id) ?? []), ...touching].map((row) => [row.memberKey, row]));
      const { property, claims } = question;
      const outcome = reconsider({
        property,
        vocabulary: vocabulary.graph,
        claims,
        changed,
        known: [...known.values()].map(toKnownPair),
      });
      return { ...outcome, found: placed(outcome.findings, [question]) };
    });
    const found = outcomes.flatMap((outcome) => outcome.found);
    const read = new Set(stored.map(({ memberKey }) => memberKey));
    const unread = [
      ...found.map(({ finding }) => memberKeyOf(finding.members)),
      ...outcomes.flatMap(({ lapsed }) => lapsed.map(({ members }) => memberKeyOf(members))),
    ].filter((key) => !read.has(key));
    const more = large.length === 0 ? [] : await this.repository.findByMemberKeys(tx, storyId, unread);
    return { found, stored: [...stored, ...more] };
  }

  private async standingOf(
    tx: Transaction,
    storyId: string,
    touched: readonly TouchedQuestion[],
  ): Promise<ReadonlyMap<string, readonly StandingPairRow[]>> {
    const pairs = new Map(touched.map(({ question }) => [question.id, [] as StandingPairRow[]]));
    if (touched.length === 0) return pairs;
    for (const row of await this.repository.findStandingPairs(tx, storyId, [...pairs.keys()])) {
      pairs.get(row.questionId)?.push(row);
    }
    return pairs;
  }
}

function toKnownPair(row: Pick<StoredContradictionRow, 'memberKey' | 'status' | 'outcome'>): KnownPair {
  const [a = '', b = ''] = membersOf(row.memberKey);
  return {
    members: [a, b],
    stands: row.status !== 'LAPSED',
    takenUp: isTakenUp(row),
  };
}

function membersOf(memberKey: string): readonly string[] {
  return memberKey.split(' ');
}
