import { Injectable } from '@nestjs/common';
import { keyOf } from '../../graphql/node/index.js';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { groupedBy, inOrderOf, type Loaders } from '../../platform/loading/index.js';
import { ClaimLoader, type ClaimType } from '../claims/index.js';
import { memberKeyOf } from '../detection/index.js';
import { toContradiction } from './contradiction.mapper.js';
import { ContradictionsRepository, type MemberRow } from './contradictions.repository.js';
import type { ContradictionType } from './graphql/contradiction.type.js';

/** Contradictions by key, and their members, many in one statement. */
@Injectable()
export class ContradictionLoader {
  constructor(
    private readonly contradictions: ContradictionsRepository,
    private readonly claims: ClaimLoader,
  ) {}

  contradiction(loaders: Loaders, key: StoryKey): Promise<ContradictionType | null> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.contradictions.findByKeys(keys);
      return inOrderOf(keys, rows, nameOfKey, nameOfKey).map((row) => row && toContradiction(row));
    };
    return loaders.get<StoryKey, ContradictionType | null>('contradiction', load, nameOfKey).load(key);
  }

  /** The claims that do not fit: those that came with the contradiction, where it was read with them. */
  membersOf(loaders: Loaders, contradiction: ContradictionType): ClaimType[] | Promise<ClaimType[]> {
    const carried = this.claims.claimsFrom(contradiction, 'members', contradiction.storyId);
    return carried ?? this.members(loaders, keyOf(contradiction), 'all');
  }

  /** The contradiction of exactly these claims. */
  ofMembers(loaders: Loaders, storyId: string, members: readonly string[]): Promise<ContradictionType | null> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.contradictions.findByMemberKeys(
        keys.map((key) => key.storyId),
        keys.map(({ id }) => id),
      );
      const owner = (row: (typeof rows)[number]) => nameOfKey({ storyId: row.storyId, id: row.memberKey });
      return inOrderOf(keys, rows, owner, nameOfKey).map((row) => row && toContradiction(row));
    };
    return loaders
      .get<StoryKey, ContradictionType | null>('contradiction of members', load, nameOfKey)
      .load({ storyId, id: memberKeyOf(members) });
  }

  /** The claims that do not fit, or only those that the decision upholds. */
  async members(loaders: Loaders, contradiction: StoryKey, which: 'all' | 'upheld'): Promise<ClaimType[]> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.contradictions.findMembers(keys);
      const owner = (row: MemberRow) => nameOfKey({ storyId: row.storyId, id: row.contradictionId });
      return groupedBy(keys, rows, owner, nameOfKey);
    };
    const rows = await loaders.get<StoryKey, MemberRow[]>('contradiction.members', load, nameOfKey).load(contradiction);
    const wanted = which === 'all' ? rows : rows.filter(({ upheld }) => upheld);
    const claims = await Promise.all(
      wanted.map(({ storyId, claimId }) => this.claims.claim(loaders, { storyId, id: claimId })),
    );
    return claims.filter((claim) => claim !== null);
  }
}
