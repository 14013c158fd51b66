import { Injectable } from '@nestjs/common';
import { stands } from '../../domain/review/transitions.js';
import { statementOf, type Assertion } from '../../domain/claim/statement.js';
import { quantityText } from '../../domain/values/quantity-text.js';
import type { Value } from '../../domain/values/value.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { requireIds } from '../../graphql/node/index.js';
import { Database, isUniqueViolation, type Transaction } from '../../platform/database/index.js';
import type { ActingViewer } from '../auth/index.js';
import { fromColumns, toColumns } from '../detection/index.js';
import type { FieldChange } from '../revisions/index.js';
import { SubjectsRepository } from '../stories/index.js';
import type { PropertyRow } from '../vocabulary/index.js';
import { scopeOf, valueOf } from './assertion.js';
import { rankEdit } from './claim-rankings.service.js';
import { ClaimVersionsService, type ClaimEdit } from './claim-versions.service.js';
import { ClaimsRepository } from './claims.repository.js';
import type { ClaimRow } from './claim.shape.js';
import { identityOf } from './claim-reading.js';
import type { WrittenClaim } from './claims.service.js';
import type { Rank } from './graphql/claim.enums.js';
import type { ClaimUpdateInput } from './graphql/claim.inputs.js';
import { HeldClaimsService, type HeldClaim } from './held-claims.service.js';

/** One act on a claim: which version it was made from, and why. */
export interface ClaimAct {
  readonly id: string;
  readonly expectedVersion: number;
  readonly viewer: ActingViewer;
  /** The mutation's name, for the record. */
  readonly action: string;
  readonly reason: string | null;
}

/** Changes of claims that are there: each makes the claim's next version and examines its contradictions again. */
@Injectable()
export class ClaimEditsService {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsRepository,
    private readonly held: HeldClaimsService,
    private readonly subjects: SubjectsRepository,
    private readonly versions: ClaimVersionsService,
  ) {}

  /** @throws UserErrors where the input cannot stand, or another claim of the story says the same already */
  async update(act: ClaimAct, input: ClaimUpdateInput): Promise<WrittenClaim> {
    try {
      return await this.edit(act, (held, tx) => this.updated(held, input, tx));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw userError(
        UserErrorCode.ALREADY_EXISTS,
        'Another claim of this story says the same; add your citation to it.',
        ['input'],
      );
    }
  }

  async rank(act: ClaimAct, rank: Rank): Promise<WrittenClaim> {
    return this.edit(act, ({ claim }) => rankEdit(claim, rank, act.reason));
  }

  /**
   * One act on a claim as it stands, under the lock on its question. What changes nothing leaves no trace.
   * @param change what the act makes of the claim; refuses by throwing UserErrors
   * @throws UserErrors NOT_FOUND, STALE_VERSION
   */
  async edit(
    act: ClaimAct,
    change: (held: HeldClaim, tx: Transaction) => ClaimEdit | Promise<ClaimEdit>,
  ): Promise<WrittenClaim> {
    const key = requireIds('Claim', act.id, ['id']);
    return this.database.transaction(async (tx) => {
      const now = new Date();
      const held = await this.held.hold(tx, key, ['id'], now);
      const { claim, ground } = held;
      await this.held.requireVersion(tx, claim, act.expectedVersion);
      const edit = await change(held, tx);
      const real = edit.changes.filter((each) => each.before !== each.after);
      const isSame = real.length === 0 && (edit.columns.identity ?? claim.identity) === claim.identity;
      if (isSame) return { claim, alreadyExisted: true, raised: [] };
      const raised = await this.versions.make(tx, [{ claim, ground, edit: { ...edit, changes: real } }], act, now);
      const [edited] = await this.claims.findByKeys([key], tx);
      if (!edited) throw new Error('A claim that was just changed is not there.');
      return { claim: edited, alreadyExisted: true, raised };
    });
  }

  private async updated(
    { claim, ground: { property, vocabulary } }: HeldClaim,
    input: ClaimUpdateInput,
    tx: Transaction,
  ): Promise<ClaimEdit> {
    requireStanding(claim);
    const [subject] = await this.subjects.findByKeys([{ storyId: claim.storyId, id: claim.subjectId }], tx);
    if (!subject) throw new Error('A claim has a subject that is not there.');
    const before: Assertion = { polarity: claim.polarity, value: fromColumns(claim), scope: claim.scope };
    const after: Assertion = {
      polarity: input.polarity ?? before.polarity,
      value: input.value ? valueOf(input.value, property, vocabulary, ['input', 'value']) : before.value,
      scope: input.scope ? scopeOf(input.scope, property, vocabulary, ['input', 'scope']) : before.scope,
    };
    const words = (assertion: Assertion) => statementOf(subject.label, property, assertion, vocabulary.graph);
    // A statement that was made from the parts follows them; one that a person wrote stays until a person changes it.
    const made = claim.statement === words(before) ? words(after) : claim.statement;
    const statement = input.statement ?? made;
    return {
      columns: {
        polarity: after.polarity,
        ...toColumns(after.value),
        identity: identityOf(subject.id, property, after),
        statement,
      },
      scope: after.scope,
      changes: [
        { field: 'assertion', before: words(before), after: words(after) },
        // "About 40" reads alike whatever its bounds.
        ...(words(before) === words(after) ? [boundsChange(before.value, after.value, property)] : []),
        { field: 'statement', before: claim.statement, after: statement },
      ],
    };
  }
}

/** @throws UserErrors ILLEGAL_STATE where the claim has been refused or withdrawn */
function requireStanding({ status }: ClaimRow): void {
  if (stands(status)) return;
  throw userError(UserErrorCode.ILLEGAL_STATE, `The claim is ${status}; it can be changed once it is reopened.`, [
    'id',
  ]);
}

function boundsChange(before: Value, after: Value, { unit }: PropertyRow): FieldChange {
  const text = (value: Value) =>
    value.kind === 'QUANTITY' ? quantityText({ ...value, amount: null, approximate: false }, unit) : null;
  return { field: 'bounds', before: text(before), after: text(after) };
}
