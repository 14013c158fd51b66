import { Injectable } from '@nestjs/common';
import { statementOf, type Assertion } from '../../domain/claim/statement.js';
import { quantityText } from '../../domain/values/quantity-text.js';
import type { Value } from '../../domain/values/value.js';
import { UserErrorCode, userError, type UserErrors } from '../../graphql/errors/index.js';
import { notFound } from '../../graphql/node/index.js';
import type { StoryKey, Transaction } from '../../platform/database/index.js';
import { DetectionService, fromColumns, toColumns } from '../detection/index.js';
import type { FieldChange } from '../revisions/index.js';
import { SubjectsRepository } from '../stories/index.js';
import type { PropertyRow } from '../vocabulary/index.js';
import { scopeOf, valueOf } from './assertion.js';
import { CitationsRepository } from './citations.repository.js';
import type { CitationRow } from './citation.shape.js';
import { citedChanges, CitingService, type CheckedCitation } from './citing.service.js';
import type { ClaimEdit } from './claim-versions.service.js';
import { ClaimWritesRepository } from './claim-writes.repository.js';
import { ClaimsRepository } from './claims.repository.js';
import { identityOf } from './claim-reading.js';
import type { ClaimUpdateInput } from './graphql/claim.inputs.js';
import type { HeldClaim } from './held-claims.service.js';

/** What a change of a claim's citations made of it. */
export interface CitationChange {
  readonly changes: readonly FieldChange[];
  readonly raised: readonly string[];
}

/** What claims say, changed under the lock on their question; the record is the caller's. */
@Injectable()
export class ClaimContentService {
  constructor(
    private readonly claims: ClaimsRepository,
    private readonly citations: CitationsRepository,
    private readonly citing: CitingService,
    private readonly writes: ClaimWritesRepository,
    private readonly subjects: SubjectsRepository,
    private readonly detection: DetectionService,
  ) {}

  /**
   * What other words or another assertion change of a claim.
   * @throws UserErrors where the input cannot stand, or another claim of the story says the same
   */
  async rewrite(
    tx: Transaction,
    { claim, ground: { property, vocabulary } }: HeldClaim,
    input: ClaimUpdateInput,
  ): Promise<ClaimEdit> {
    const [subject] = await this.subjects.findByKeys([{ storyId: claim.storyId, id: claim.subjectId }], tx);
    if (!subject) throw new Error('A claim has a subject that is not there.');
    const before: Assertion = { polarity: claim.polarity, value: fromColumns(claim), scope: claim.scope };
    const after: Assertion = {
      polarity: input.polarity ?? before.polarity,
      value: input.value ? valueOf(input.value, property, vocabulary, ['input', 'value']) : before.value,
      scope: input.scope ? scopeOf(input.scope, property, vocabulary, ['input', 'scope']) : before.scope,
    };
    const identity = identityOf(subject.id, property, after);
    const same = identity === claim.identity ? null : await this.claims.findByIdentity(tx, claim.storyId, identity);
    if (same) {
      const message = 'Another claim of this story says the same; add your citation to it.';
      throw userError(UserErrorCode.ALREADY_EXISTS, message, ['input']);
    }
    const words = (assertion: Assertion) => statementOf(subject.label, property, assertion, vocabulary.graph);
    // A statement that was made from the parts follows them; one that a person wrote stays until a person changes it.
    const made = claim.statement === words(before) ? words(after) : claim.statement;
    const statement = input.statement ?? made;
    return {
      columns: { polarity: after.polarity, ...toColumns(after.value), identity, statement },
      scope: after.scope,
      changes: [
        { field: 'assertion', before: words(before), after: words(after) },
        // "About 40" reads alike whatever its bounds.
        ...(words(before) === words(after) ? [boundsChange(before.value, after.value, property)] : []),
        { field: 'statement', before: claim.statement, after: statement },
      ],
    };
  }

  /**
   * Adds citations, those that are new.
   * @throws UserErrors ALREADY_EXISTS where none is
   */
  async cite(
    tx: Transaction,
    { claim, ground }: HeldClaim,
    checked: readonly CheckedCitation[],
    field: readonly string[],
    now: Date,
  ): Promise<CitationChange & { readonly added: readonly CheckedCitation[] }> {
    const added = await this.citing.add(tx, claim, checked, false, now);
    if (added.length === 0) throw citedAlready(field);
    const raised = await this.detection.examine(tx, ground, claim.id, now);
    await this.detection.markNewEvidence(tx, claim.storyId, [claim.id], now);
    return { added, changes: citedChanges(added), raised };
  }

  /**
   * The citation that is to be removed.
   * @throws UserErrors where it is not there, or is the last on which its claim stands
   */
  async removable(tx: Transaction, key: StoryKey): Promise<CitationRow> {
    const [citation] = await this.citations.findByKeys([key], tx);
    if (!citation) throw notFound('Citation', ['id']);
    if ((await this.citations.countOfClaim(tx, { storyId: key.storyId, id: citation.claimId })) > 1) return citation;
    const message = 'This is the only citation of its claim: retract the claim instead.';
    throw userError(UserErrorCode.ILLEGAL_STATE, message, ['id']);
  }

  /** Removes a citation. */
  async uncite(
    tx: Transaction,
    { claim, ground }: HeldClaim,
    citation: CitationRow,
    now: Date,
  ): Promise<CitationChange> {
    await this.writes.dropLead(tx, claim);
    await this.citations.remove(tx, citation);
    await this.writes.recomputeFacts(tx, claim, now);
    const raised = await this.detection.examine(tx, ground, claim.id, now);
    return { changes: uncitedChanges(citation), raised };
  }
}

/** A citation that a claim has lost, as its revision tells it. */
export function uncitedChanges({ quoteExact }: CitationRow): FieldChange[] {
  return [{ field: 'citation', before: quoteExact, after: null }];
}

/** What is answered where a claim has a citation, or somebody has proposed it. */
export function citedAlready(field: readonly string[]): UserErrors {
  return userError(UserErrorCode.ALREADY_EXISTS, 'The claim has this citation already, or it is proposed.', field);
}

function boundsChange(before: Value, after: Value, { unit }: PropertyRow): FieldChange {
  const text = (value: Value) =>
    value.kind === 'QUANTITY' ? quantityText({ ...value, amount: null, approximate: false }, unit) : null;
  return { field: 'bounds', before: text(before), after: text(after) };
}
