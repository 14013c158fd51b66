import { addQuoteContexts } from './citations.js';
import { addClaims } from './claims.js';
import { addContradictions } from './contradictions.js';
import type { Random } from './random.js';
import { noRows, type Rows } from './rows.js';
import { addSourceRows, draftSource, type DraftSource } from './sources.js';
import type { World } from './vocabulary.js';

/** How large a story is. */
export interface StorySize {
  /** Exactly so many. */
  readonly claims: number;
  /** Most answers to one question; their number is drawn from one to here. */
  readonly claimsPerQuestion: number;
}

const CLAIMS_PER_SOURCE = 5;
/** A story has at least as many sources as one claim may have citations. */
const FEWEST_SOURCES = 5;
const PROPERTIES_PER_SUBJECT = 8;
const PLACES = ['Lorne', 'Mire', 'Nass', 'Oster', 'Pell', 'Quarn', 'Rask', 'Selde', 'Tarn', 'Ulm', 'Vire', 'Wend'];
const EVENTS = ['ferry fire', 'dam breach', 'mine collapse', 'train crash', 'bridge fall', 'dock strike', 'gas leak'];
const SUBJECT_KINDS = { EVENT: 50, OBJECT: 20, PERSON: 15, ORGANISATION: 10, PLACE: 5 } as const;
/** The time over which the sources and questions of a story come up, in milliseconds. */
const SPAN = 300 * 86_400_000;

/** Makes a story with all that belongs to it; `number` names it. */
export function makeStory(random: Random, world: World, number: number, start: number, size: StorySize): Rows {
  const rows = noRows();
  const title = `${random.pick(PLACES)} ${random.pick(EVENTS)} ${number}`;
  const storyId = random.uuidAt(start);
  const moments = { created_at: new Date(start).toISOString(), updated_at: new Date(start + SPAN).toISOString() };
  const slug = title.toLowerCase().replaceAll(' ', '-');
  rows.story.push({ id: storyId, slug, title, summary: `What is said of the ${title}.`, ...moments });

  const sources: DraftSource[] = [];
  const sourceCount = Math.max(FEWEST_SOURCES, Math.round(size.claims / CLAIMS_PER_SOURCE));
  for (let i = 0; i < sourceCount; i += 1) {
    sources.push(draftSource(random, world, title, start + (SPAN * i) / sourceCount, sources));
  }

  while (rows.claim.length < size.claims) {
    const moment = start + random.integer(0, SPAN);
    const subjectId = random.uuidAt(moment);
    const subjectLabel = `${title}, part ${rows.subject.length + 1}`;
    const names = { label: subjectLabel, aliases: [], same_as: [] };
    const created_at = new Date(moment).toISOString();
    rows.subject.push({
      story_id: storyId,
      id: subjectId,
      kind: random.weighted(SUBJECT_KINDS),
      ...names,
      created_at,
    });
    for (const property of random.sample(world.properties, PROPERTIES_PER_SUBJECT)) {
      const left = size.claims - rows.claim.length;
      if (left === 0) break;
      const question = { storyId, id: random.uuidAt(moment), subjectId, subjectLabel, property, moment };
      const most = Math.min(left, random.integer(1, size.claimsPerQuestion));
      const claims = addClaims(rows, random, world, question, sources, most);
      const disputed = addContradictions(rows, random, world, question, claims);
      const key = { story_id: storyId, id: question.id, subject_id: subjectId, property_id: property.id };
      rows.question.push({ ...key, disputed, created_at });
    }
  }
  addQuoteContexts(rows.citation, sources);
  for (const source of sources) addSourceRows(rows, random, world, storyId, source);
  return rows;
}
