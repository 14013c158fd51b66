import { identityKey } from '../../domain/claim/identity.js';
import { statementOf, type Assertion } from '../../domain/claim/statement.js';
import { notFound } from '../../graphql/node/index.js';
import type { SubjectRow } from '../stories/index.js';
import { toProperty, requireProperty, type PropertyRow, type VocabularySnapshot } from '../vocabulary/index.js';
import { scopeOf, valueOf } from './assertion.js';
import type { ClaimCreateInput } from './graphql/claim.inputs.js';

/** What an input says, but for its citations. */
export interface ReadClaim {
  readonly subject: SubjectRow;
  readonly property: PropertyRow;
  readonly assertion: Assertion;
  readonly identity: string;
  readonly statement: string;
}

/**
 * Reads a claim but for its citations.
 * @param subject what the input names as its subject, where that was found
 * @param field where the input stands
 * @throws UserErrors where a part of it cannot stand
 */
export function readClaim(
  input: ClaimCreateInput,
  subject: SubjectRow | undefined,
  vocabulary: VocabularySnapshot,
  field: readonly string[],
): ReadClaim {
  if (!subject) throw notFound('Subject', [...field, 'subject']);
  const property = requireProperty(vocabulary, input.property, [...field, 'property']);
  const assertion: Assertion = {
    polarity: input.polarity ?? 'AFFIRMED',
    value: valueOf(input.value, property, vocabulary, [...field, 'value']),
    scope: scopeOf(input.scope ?? [], property, vocabulary, [...field, 'scope']),
  };
  const identity = identityOf(subject.id, property, assertion);
  const statement = input.statement ?? statementOf(subject.label, property, assertion, vocabulary.graph);
  return { subject, property, assertion, identity, statement };
}

/** The identity of an assertion about a subject, in its story. */
export function identityOf(subjectId: string, property: PropertyRow, assertion: Assertion): string {
  return identityKey({ subjectId, propertyKey: property.key, ...assertion }, toProperty(property));
}
