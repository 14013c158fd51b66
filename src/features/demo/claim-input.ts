import { CertaintyEnum, type ClaimsService } from '../claims/index.js';
import type { AgentKey } from './story/agents.js';
import type { CitationData, ClaimData } from './story/claims.js';
import type { SourceKey } from './story/sources.js';
import type { ConceptIds } from './terms.service.js';

/** Global ids of what the claims of the demo story name. */
export interface DemoIds {
  readonly subject: string;
  readonly agents: ReadonlyMap<AgentKey, string>;
  readonly sources: ReadonlyMap<SourceKey, string>;
  readonly concepts: ConceptIds;
}

type ClaimInput = Parameters<ClaimsService['create']>[0];

/** A claim of the demo story as a client would write it. */
export function toClaimInput(claim: ClaimData, ids: DemoIds): ClaimInput {
  return {
    subject: ids.subject,
    property: claim.property,
    value: toValueInput(claim, ids),
    scope: Object.entries(claim.scope ?? {}).map(([dimension, label]) => ({
      dimension,
      concept: ids.concepts.ofScheme(dimension, label),
    })),
    ...(claim.statement !== undefined && { statement: claim.statement }),
    citations: claim.citations.map((citation) => toCitationInput(citation, ids)),
  };
}

function toValueInput({ property, value }: ClaimData, ids: DemoIds): ClaimInput['value'] {
  if (!('concept' in value)) return 'amount' in value ? { quantity: value } : value;
  return { concept: ids.concepts.ofProperty(property, value.concept) };
}

function toCitationInput(
  { source, quote, claimant, certainty, saidOn }: CitationData,
  { agents, sources }: DemoIds,
): ClaimInput['citations'][number] {
  return {
    source: sources.get(source) ?? '',
    quote: { exact: quote },
    ...(claimant && { claimant: agents.get(claimant) ?? '' }),
    ...(certainty && { certainty: CertaintyEnum[certainty] }),
    ...(saidOn !== undefined && { saidOn }),
  };
}
