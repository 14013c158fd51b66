import { identityKey } from '../../src/domain/claim/identity.js';
import { statementOf, type Assertion } from '../../src/domain/claim/statement.js';
import type { Claim } from '../../src/domain/claim/claim.js';
import { toColumns } from '../../src/features/detection/claim-value.mapper.js';
import { citationsOf, type CitedClaim } from './citations.js';
import { assertionsOf } from './assertions.js';
import type { Random } from './random.js';
import type { Rows } from './rows.js';
import type { DraftSource } from './sources.js';
import type { SharedProperty, World } from './vocabulary.js';

/** A question, before its claims. */
export interface DraftQuestion {
  readonly storyId: string;
  readonly id: string;
  readonly subjectId: string;
  readonly subjectLabel: string;
  readonly property: SharedProperty;
  readonly moment: number;
}

/** Share of questions on which some claim is at odds with the others, and of claims of such a question that are. */
const DISPUTED_SHARE = 0.19;
const APART_SHARE = 0.25;
/** How long after its question was first asked a claim may be written, in milliseconds. */
const PATIENCE = 60 * 86_400_000;

/** Makes up to `most` different claims of a question, with citations, and adds their rows. As the engine sees them. */
export function addClaims(
  rows: Rows,
  random: Random,
  world: World,
  question: DraftQuestion,
  sources: readonly DraftSource[],
  most: number,
): Claim[] {
  const { property, subjectId, subjectLabel } = question;
  const draw = assertionsOf(random, world, property, question.moment);
  const disputed = random.chance(DISPUTED_SHARE);
  const assertions = new Map<string, Assertion>();
  for (let attempt = 0; attempt < 3 * most && assertions.size < most; attempt += 1) {
    const assertion = draw(disputed && assertions.size > 0 && random.chance(APART_SHARE));
    assertions.set(identityKey({ subjectId, propertyKey: property.key, ...assertion }, property), assertion);
  }
  return [...assertions].map(([identity, assertion]) => {
    const createdAt = question.moment + random.integer(0, PATIENCE);
    const statement = statementOf(subjectLabel, property, assertion, world.vocabulary);
    const id = random.uuidAt(createdAt);
    const cited = citationsOf(rows, random, world, { question, id, statement, createdAt }, sources);
    addClaimRows(rows, world, { question, id, createdAt, statement, identity, assertion }, cited);
    const { leadId: _, citations, ...said } = cited;
    return { id, ...assertion, ...said, standing: { preferred: false, citations, identity } };
  });
}

interface NewClaim {
  readonly question: DraftQuestion;
  readonly id: string;
  readonly createdAt: number;
  readonly statement: string;
  readonly identity: string;
  readonly assertion: Assertion;
}

function addClaimRows(rows: Rows, world: World, claim: NewClaim, cited: CitedClaim): void {
  const { question, id, createdAt, statement, identity, assertion } = claim;
  const key = { story_id: question.storyId, id };
  rows.claim.push({
    ...key,
    question_id: question.id,
    subject_id: question.subjectId,
    property_id: question.property.id,
    polarity: assertion.polarity,
    ...snakeCased(toColumns(assertion.value)),
    identity,
    statement,
    status: 'PUBLISHED',
    rank: 'NORMAL',
    version: 1,
    hedged: cited.hedged,
    first_said_from: cited.firstSaid && new Date(cited.firstSaid.from).toISOString(),
    first_said_to: cited.firstSaid && new Date(cited.firstSaid.to).toISOString(),
    lead_citation_id: cited.leadId,
    citation_count: cited.citations,
    created_by_id: world.accountId,
    created_at: new Date(createdAt).toISOString(),
    updated_at: new Date(createdAt).toISOString(),
  });
  const terms = assertion.scope.map(({ dimension, conceptId }) => ({ dimension, concept_id: conceptId }));
  rows.claim_scope.push(...terms.map((term) => ({ story_id: question.storyId, claim_id: id, ...term })));
}

function snakeCased(columns: object): Record<string, unknown> {
  const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [snake(name), value as unknown]));
}
