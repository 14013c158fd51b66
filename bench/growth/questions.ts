import { encodeId } from '../../src/graphql/node/global-id.js';
import type { Random } from '../data/random.js';
import type { Row, Rows } from '../data/rows.js';
import type { Client } from './client.js';
import { CLAIM_IMPORT, type Place } from './inputs.js';

/** Claims of one request, where a question is filled. */
const FILL = 500;
/** Times that something is added to a question, and that one is read. */
export const ADDED = 40;
export const READ = 15;

/** A subject's questions with everything that is said on them. */
export const QUESTION = /* GraphQL */ `
  query ($subject: ID!) {
    node(id: $subject) {
      ... on Subject {
        questions {
          id
          disputed
          positions {
            claim {
              id
              statement
            }
            corroboration {
              citations
              independentOrigins
            }
          }
          contradictions {
            id
            kind
            strength
            explanation
          }
        }
      }
    }
  }
`;
/** Imports claims and gives their ids, in the order of the inputs. */
export async function fill(client: Client, claims: readonly object[]): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < claims.length; start += FILL) {
    const input = { claims: claims.slice(start, start + FILL) };
    const { claimImport } = await client.ask<{ claimImport: { claimImport: { claims: { id: string }[] } } }>(
      CLAIM_IMPORT,
      { input },
    );
    ids.push(...claimImport.claimImport.claims.map(({ id }) => id));
  }
  return ids;
}

export async function newSubject(client: Client, story: Rows): Promise<string> {
  const input = { story: encodeId('Story', { id: String(story.story[0]?.id) }), kind: 'EVENT', label: 'A subject' };
  const { subjectCreate } = await client.ask<{ subjectCreate: { subject: { id: string } } }>(
    'mutation ($input: SubjectCreateInput!) { subjectCreate(input: $input) { subject { id } userErrors { message } } }',
    { input },
  );
  return subjectCreate.subject.id;
}

export async function speakersOf(client: Client, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const { agentCreate } = await client.ask<{ agentCreate: { agent: { id: string } } }>(
      'mutation ($input: AgentCreateInput!) { agentCreate(input: $input) { agent { id } userErrors { message } } }',
      { input: { name: 'A speaker', kind: 'PERSON' } },
    );
    ids.push(agentCreate.agent.id);
  }
  return ids;
}

/** Any subject and source of a story. */
export function drawPlace(random: Random, rows: Rows): Place {
  const subject = random.pick(rows.subject);
  return placeOf(storyIdOf('Subject', subject), random.pick(rows.source));
}

export function placeOf(subject: string, source: Row): Place {
  return { subject, source: storyIdOf('Source', source), title: String(source.title) };
}

function storyIdOf(type: 'Subject' | 'Source', row: Row): string {
  return encodeId(type, { storyId: String(row.story_id), id: String(row.id) });
}
