import { encodeId } from '../../graphql/node/index.js';
import type { FieldChange } from '../revisions/index.js';
import type { CheckedCitation } from './citing.service.js';
import type { CitationInput } from './graphql/citation.inputs.js';
import { CertaintyEnum } from './graphql/claim.enums.js';
import type { ClaimUpdateInput } from './graphql/claim.inputs.js';

/** A change of what a claim says, as it is kept until somebody accepts it. */
export type ContentChange =
  | { readonly kind: 'REWRITE'; readonly input: ClaimUpdateInput }
  | { readonly kind: 'CITE'; readonly citations: readonly CitationInput[] }
  | { readonly kind: 'UNCITE'; readonly citationId: string };

/** A citation that was checked, as somebody would ask for it again. */
export function citationInputOf(citation: CheckedCitation): CitationInput {
  const { storyId, sourceId, quoteExact, quotePrefix, quoteSuffix, quoteStart, claimantId, certainty, saidOn } =
    citation;
  return {
    source: encodeId('Source', { storyId, id: sourceId }),
    quote: { exact: quoteExact, prefix: quotePrefix, suffix: quoteSuffix, start: quoteStart },
    ...(claimantId !== null && { claimant: encodeId('Agent', { id: claimantId }) }),
    certainty: CertaintyEnum[certainty],
    ...(saidOn !== null && { saidOn }),
  };
}

/** A citation by what makes it one and the same, for telling rival proposals. */
export function touchOf({ snapshotId, quoteStart, quoteEnd, claimantId }: Omit<CheckedCitation, 'storyId'>): string {
  return ['citation', snapshotId, quoteStart, quoteEnd, claimantId ?? ''].join(' ');
}

/** What a rewrite touches: what the claim asserts, its words, or both. */
export function touchesOf(changes: readonly FieldChange[]): string[] {
  return [...new Set(changes.map(({ field }) => (field === 'bounds' ? 'assertion' : field)))];
}
