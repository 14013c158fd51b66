import { encodeId } from '../../src/graphql/node/global-id.js';
import type { Row, Rows } from '../data/rows.js';

type Input = Readonly<Record<string, unknown>>;

export const CLAIM_CREATE = /* GraphQL */ `
  mutation ($input: ClaimCreateInput!) {
    claimCreate(input: $input) {
      claim {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`;
export const CLAIM_IMPORT = /* GraphQL */ `
  mutation ($input: ClaimImportInput!) {
    claimImport(input: $input) {
      claimImport {
        claims {
          id
        }
        raised
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`;
export const CITATION_ADD = /* GraphQL */ `
  mutation ($input: CitationAddInput!) {
    citationAdd(input: $input) {
      citation {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`;

/** A property of the benchmark's vocabulary that is a single number. */
export const PROPERTY = 'speed';

/** A subject and a source of a story, by global ids; the source's text begins with its title. */
export interface Place {
  readonly subject: string;
  readonly source: string;
  readonly title: string;
}

/** A claim of a number, quoting the title of its source. */
export function figureInput({ subject, source, title }: Place, property: string, amount: number): Input {
  const citations = [{ source, quote: { exact: title, start: 0 } }];
  return { subject, property, value: { quantity: { amount: String(amount) } }, citations };
}

/** The claims of a data set, in the order of their ids, as the API takes them. */
export function claimInputs(rows: Rows): Input[] {
  const keys = new Map(rows.property.map((row) => [row.id, row.key]));
  const cited = groupBy(rows.citation, 'claim_id');
  const scoped = groupBy(rows.claim_scope, 'claim_id');
  return [...rows.claim]
    .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
    .map((claim) => ({
      subject: idOf('Subject', claim, claim.subject_id),
      property: keys.get(claim.property_id),
      polarity: claim.polarity,
      value: valueOf(claim),
      scope: (scoped.get(claim.id) ?? []).map(({ dimension, concept_id }) => ({
        dimension,
        concept: encodeId('Concept', { id: String(concept_id) }),
      })),
      statement: claim.statement,
      citations: (cited.get(claim.id) ?? []).map((citation) => ({
        source: idOf('Source', citation, citation.source_id),
        quote: { exact: citation.quote_exact, start: citation.quote_start },
        claimant: citation.claimant_id === null ? null : encodeId('Agent', { id: String(citation.claimant_id) }),
        certainty: citation.certainty,
        saidOn: citation.said_on,
      })),
    }));
}

function valueOf(claim: Row): Input {
  switch (claim.value_kind) {
    case 'QUANTITY':
      return { quantity: quantityOf(claim) };
    case 'TIME':
      return { time: claim.time_edtf };
    case 'CONCEPT':
      return { concept: encodeId('Concept', { id: String(claim.concept_id) }) };
    case 'BOOLEAN':
      return { boolean: claim.boolean_value };
    case 'TEXT':
      return { text: claim.text_value };
    default:
      return { unknown: true };
  }
}

function quantityOf(claim: Row): Input {
  const { quantity_amount: amount, quantity_approximate: approximate } = claim;
  if (amount !== null) return { amount, approximate };
  return { lowerBound: claim.quantity_lower, upperBound: claim.quantity_upper };
}

function idOf(type: 'Subject' | 'Source', { story_id }: Row, id: unknown): string {
  return encodeId(type, { storyId: String(story_id), id: String(id) });
}

function groupBy(rows: readonly Row[], column: string): Map<unknown, Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) groups.set(row[column], [...(groups.get(row[column]) ?? []), row]);
  return groups;
}
