import { decodeId } from '../src/graphql/node/global-id.js';
import type { QueryName, ServerName } from './queries.js';

/** Parsed JSON of a server that we know the shape of. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;

/**
 * An answer in the form that the JSON loop gives, so that answers of different servers can be compared. Cursors are
 * left out: each server has its own.
 */
export function normalise(server: ServerName, query: QueryName, body: string): Json {
  const { data, errors } = JSON.parse(body) as Json;
  if (errors) throw new Error(`${server} failed in ${query}: ${JSON.stringify(errors)}`);
  const normal = NORMAL[server][query](data);
  delete normal.endCursor;
  return normal;
}

const NORMAL: Readonly<Record<ServerName, Record<QueryName, (data: Json) => Json>>> = {
  gainsay: {
    story: ({ story }) => gainsayStory(story),
    deep: ({ story }) => gainsayStory(story),
    feed: ({ contradictions: { nodes, pageInfo } }) => ({
      hasNextPage: pageInfo.hasNextPage,
      contradictions: nodes.map((node: Json) => ({
        ...node,
        id: localId(node.id),
        members: node.members.map((member: Json) => ({
          id: localId(member.id),
          statement: member.statement,
          citations: gainsayCitations(member),
        })),
      })),
    }),
    claim: ({ claim }) => ({
      id: localId(claim.id),
      statement: claim.statement,
      value: gainsayValue(claim.value),
      subject: claim.subject.label,
      property: claim.property,
      citations: gainsayCitations(claim),
    }),
  },
  postgraphile: {
    story: ({ storyByRowId }) => postgraphileStory(storyByRowId),
    deep: ({ storyByRowId }) => postgraphileStory(storyByRowId),
    feed: ({ allContradictions: { nodes, pageInfo } }) => ({
      hasNextPage: pageInfo.hasNextPage,
      contradictions: nodes.map((node: Json) => ({
        id: node.rowId,
        kind: node.kind,
        strength: node.strength,
        explanation: node.explanation,
        members: node.contradictionMembersByStoryIdAndContradictionId.nodes.map(
          ({ claimByStoryIdAndClaimId: claim }: Json) => ({
            id: claim.rowId,
            statement: claim.statement,
            citations: postgraphileCitations(claim),
          }),
        ),
      })),
    }),
    claim: ({ claimByStoryIdAndRowId: claim }) => ({
      id: claim.rowId,
      statement: claim.statement,
      value: postgraphileValue(claim),
      subject: claim.subjectByStoryIdAndSubjectId.label,
      property: claim.propertyByPropertyId,
      citations: postgraphileCitations(claim),
    }),
  },
  json: { story: (data) => data, deep: (data) => data, feed: (data) => data, claim: (data) => data },
};

function localId(globalId: string): string {
  const decoded = decodeId(globalId);
  if (!decoded) throw new Error(`Not an id of Gainsay: ${globalId}`);
  return decoded.id;
}

function gainsayStory({ id, title, claims: { nodes, pageInfo } }: Json): Json {
  return {
    id: localId(id),
    title,
    hasNextPage: pageInfo.hasNextPage,
    claims: nodes.map((claim: Json) => ({
      id: localId(claim.id),
      statement: claim.statement,
      value: gainsayValue(claim.value),
      citations: gainsayCitations(claim),
      contradictions: claim.contradictions.nodes.map((node: Json) => ({ ...node, id: localId(node.id) })),
    })),
  };
}

function gainsayCitations({ citations }: Json): Json {
  return citations.nodes.map(({ id, quote, source }: Json) => ({ id: localId(id), quote: quote.exact, source }));
}

function gainsayValue({ __typename, amount, lowerBound, upperBound, unit, edtf, boolean, text }: Json): Json {
  const kind = __typename.replace('Value', '').toUpperCase();
  return {
    kind,
    amount: amount ?? null,
    lower: lowerBound ?? null,
    upper: upperBound ?? null,
    unit: unit ?? null,
    edtf: edtf ?? null,
    concept: kind === 'CONCEPT' ? text : null,
    boolean: boolean ?? null,
    text: kind === 'TEXT' ? text : null,
  };
}

function postgraphileStory({ rowId, title, claimsByStoryId: { nodes, pageInfo } }: Json): Json {
  return {
    id: rowId,
    title,
    hasNextPage: pageInfo.hasNextPage,
    claims: nodes.map((claim: Json) => ({
      id: claim.rowId,
      statement: claim.statement,
      value: postgraphileValue(claim),
      citations: postgraphileCitations(claim),
      contradictions: claim.contradictionMembersByStoryIdAndClaimId.nodes.map(
        ({ contradictionByStoryIdAndContradictionId: { rowId: id, ...node } }: Json) => ({ id, ...node }),
      ),
    })),
  };
}

function postgraphileCitations(claim: Json): Json {
  return claim.citationsByStoryIdAndClaimId.nodes.map(({ rowId, quoteExact, sourceByStoryIdAndSourceId }: Json) => ({
    id: rowId,
    quote: quoteExact,
    source: sourceByStoryIdAndSourceId,
  }));
}

function postgraphileValue(claim: Json): Json {
  return {
    kind: claim.valueKind,
    amount: claim.quantityAmount,
    lower: claim.quantityLower,
    upper: claim.quantityUpper,
    unit: claim.quantityUnit,
    edtf: claim.timeEdtf,
    concept: claim.conceptByConceptId?.prefLabel ?? null,
    boolean: claim.booleanValue,
    text: claim.textValue,
  };
}
