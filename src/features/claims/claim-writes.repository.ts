import { Injectable } from '@nestjs/common';
import type { ScopeTerm } from '../../domain/claim/claim.js';
import { Prisma, type StoryKey, type Transaction } from '../../platform/database/index.js';
import { LEAD_ORDER, type ValueColumns } from '../detection/index.js';
import type { ClaimStatus, Rank } from './graphql/claim.enums.js';
import type { Polarity } from '../../domain/claim/claim.js';

export interface NewClaim extends StoryKey, ValueColumns {
  questionId: string;
  subjectId: string;
  propertyId: string;
  polarity: Polarity;
  identity: string;
  statement: string;
  status: ClaimStatus;
  rank: Rank;
  createdById: string;
}

/** What new citations change of what the engine knows of a claim. */
export interface CitationFacts {
  citations: number;
  hedged: boolean;
  saidFrom: Date | null;
  saidTo: Date | null;
}

/** Writes of claims; all run in a transaction that has locked the claim's question. */
@Injectable()
export class ClaimWritesRepository {
  async insert(tx: Transaction, claim: NewClaim, scope: readonly ScopeTerm[], now: Date): Promise<void> {
    await tx.claim.create({
      data: { ...claim, rankReason: null, version: 1, hedged: true, createdAt: now, updatedAt: now },
    });
    await this.insertScope(tx, claim, scope);
  }

  async replaceScope(tx: Transaction, key: StoryKey, scope: readonly ScopeTerm[]): Promise<void> {
    await tx.claimScope.deleteMany({ where: { storyId: key.storyId, claimId: key.id } });
    await this.insertScope(tx, key, scope);
  }

  private async insertScope(tx: Transaction, key: StoryKey, scope: readonly ScopeTerm[]): Promise<void> {
    if (scope.length === 0) return;
    await tx.claimScope.createMany({ data: scope.map((term) => ({ ...term, storyId: key.storyId, claimId: key.id })) });
  }

  /** Changes fields of a claim and makes its next version. */
  async change(tx: Transaction, key: StoryKey, change: Prisma.ClaimUncheckedUpdateInput, now: Date): Promise<void> {
    await tx.claim.update({
      where: { storyId_id: { storyId: key.storyId, id: key.id } },
      data: { ...change, version: { increment: 1 }, updatedAt: now },
    });
  }

  /**
   * Takes new citations into what claims carry of them. Does not read the other citations, so that the cost does not
   * grow with their number: the lead is the first in an index.
   * @param facts `isNew` where the citations are those that the claim is written with, so that they make no new version
   */
  async addFacts(
    tx: Transaction,
    storyId: string,
    facts: readonly (CitationFacts & { readonly id: string; readonly isNew: boolean })[],
    now: Date,
  ): Promise<void> {
    if (facts.length === 0) return;
    await tx.query(Prisma.sql`
      UPDATE claim SET hedged = claim.hedged AND f.hedged, citation_count = citation_count + f.citations,
        first_said_from = LEAST(first_said_from, f."saidFrom"), first_said_to = LEAST(first_said_to, f."saidTo"),
        lead_citation_id = (SELECT i.id FROM citation i WHERE i.story_id = claim.story_id AND i.claim_id = claim.id
                            ORDER BY ${LEAD_ORDER} LIMIT 1),
        version = version + CASE WHEN f."isNew" THEN 0 ELSE 1 END, updated_at = ${now}::timestamptz
      FROM json_to_recordset(${JSON.stringify(facts)}::json)
        AS f (id uuid, "isNew" boolean, citations int, hedged boolean, "saidFrom" timestamptz, "saidTo" timestamptz)
      WHERE claim.story_id = ${storyId}::uuid AND claim.id = f.id`);
  }

  /** Frees a citation from being a claim's lead, so that it can be removed. */
  async dropLead(tx: Transaction, key: StoryKey): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE claim SET lead_citation_id = NULL WHERE story_id = ${key.storyId}::uuid AND id = ${key.id}::uuid`);
  }

  /** Computes what the claim carries of its citations anew from all of them, as a removal needs it, and makes its next version. */
  async recomputeFacts(tx: Transaction, key: StoryKey, now: Date): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE claim SET hedged = f.hedged, citation_count = f.citations, first_said_from = f.said_from, first_said_to = f.said_to,
        lead_citation_id = (SELECT i.id FROM citation i WHERE i.story_id = claim.story_id AND i.claim_id = claim.id
                            ORDER BY ${LEAD_ORDER} LIMIT 1),
        version = version + 1, updated_at = ${now}::timestamptz
      FROM (SELECT bool_and(certainty = 'POSSIBLE') AS hedged, count(*) AS citations, min(said_from) AS said_from, min(said_to) AS said_to
              FROM citation WHERE story_id = ${key.storyId}::uuid AND claim_id = ${key.id}::uuid) f
      WHERE story_id = ${key.storyId}::uuid AND id = ${key.id}::uuid`);
  }
}
