import { attempt, change, read, type Endpoint, type Json } from './api-client.js';
import { createVocabulary, type TestVocabulary } from './api-vocabulary.js';

/** Where a claim is made, in few words: the newest of the world's sources, and its next unused sentence. */
export interface CitationWords {
  readonly source?: string;
  readonly quote?: string;
  readonly claimant?: string;
  readonly certainty?: 'CERTAIN' | 'PROBABLE' | 'POSSIBLE';
  readonly saidOn?: string;
}

/** A claim in few words: a value, and whatever is not the usual. */
export interface ClaimWords extends CitationWords {
  readonly property?: string;
  readonly subject?: string;
  readonly polarity?: 'AFFIRMED' | 'DENIED';
  /** An amount, or a whole quantity. */
  readonly quantity?: string | Readonly<Record<string, unknown>>;
  readonly time?: string;
  /** Label of a concept. */
  readonly concept?: string;
  readonly boolean?: boolean;
  readonly text?: string;
  readonly unknown?: true;
  /** Labels of concepts by dimension. */
  readonly scope?: Readonly<Record<string, string>>;
  readonly statement?: string;
}

const CLAIM = `claim { id version status rank statement question { id } }
  contradictions { id version kind strength rule status explanation members { id } }`;
/** How many sentences a source has that its text was not given for. */
const SENTENCES = 400;

/** The usual text of a source: sentences of which each occurs once. */
export const LOG = Array.from({ length: SENTENCES }, (_, i) => `Entry ${i + 1} of the log.`).join(' ');

/**
 * A story of one test's own, with a subject and a source, all made over the API. What a test does not say is made up:
 * `await world.claim({ quantity: '38' })` claims 38 fatalities with a sentence that nobody has quoted yet.
 */
export class World {
  #sentence = 0;

  private constructor(
    readonly endpoint: Endpoint,
    readonly vocabulary: TestVocabulary,
    readonly story: string,
    readonly subject: string,
    readonly source: string,
  ) {}

  /** Makes the vocabulary, once for each database, and a first story. */
  static async create(endpoint: Endpoint): Promise<World> {
    return World.#in(endpoint, await createVocabulary(endpoint), 'A story');
  }

  /** Another story in the same database. */
  another(title = 'Another story'): Promise<World> {
    return World.#in(this.endpoint, this.vocabulary, title);
  }

  static async #in(endpoint: Endpoint, vocabulary: TestVocabulary, title: string): Promise<World> {
    const { story } = await change(endpoint, 'storyCreate', { input: { title } });
    const input = { story: story.id, kind: 'EVENT', label: 'The crash' };
    const { subject } = await change(endpoint, 'subjectCreate', { input });
    const first = { story: story.id, title: 'The log', text: LOG };
    const { source } = await change(endpoint, 'sourceCreate', { input: first });
    return new World(endpoint, vocabulary, story.id, subject.id, source.id);
  }

  /** The same story, written and read through another service. */
  through(endpoint: Endpoint): World {
    return new World(endpoint, this.vocabulary, this.story, this.subject, this.source);
  }

  /** The id of a concept by its label. */
  concept(label: string): string {
    const id = this.vocabulary.concepts[label];
    if (id === undefined) throw new Error(`The test vocabulary has no concept "${label}".`);
    return id;
  }

  async addSubject(label: string, aliases: string[] = []): Promise<string> {
    const input = { story: this.story, kind: 'EVENT', label, aliases };
    return (await change(this.endpoint, 'subjectCreate', { input })).subject.id;
  }

  async agent(name: string, input: object = {}): Promise<string> {
    return (await change(this.endpoint, 'agentCreate', { input: { name, kind: 'OUTLET', ...input } })).agent.id;
  }

  async addSource(input: object = {}): Promise<string> {
    const whole = { story: this.story, title: 'A source', text: LOG, ...input };
    return (await change(this.endpoint, 'sourceCreate', { input: whole })).source.id;
  }

  /** The input of a claim in few words. */
  inputOf(words: ClaimWords): Json {
    const { property = 'fatalities', subject = this.subject, polarity, scope = {}, statement } = words;
    return {
      subject,
      property,
      value: this.#valueOf(words),
      ...(polarity && { polarity }),
      ...(statement !== undefined && { statement }),
      scope: Object.entries(scope).map(([dimension, label]) => ({ dimension, concept: this.concept(label) })),
      citations: [this.citationOf(words)],
    };
  }

  /** The input of a citation in few words. */
  citationOf({ source = this.source, quote, claimant, certainty, saidOn }: CitationWords = {}): Json {
    const exact = quote ?? this.#nextSentence();
    return {
      source,
      quote: { exact },
      ...(claimant && { claimant }),
      ...(certainty && { certainty }),
      ...(saidOn && { saidOn }),
    };
  }

  #nextSentence(): string {
    this.#sentence = (this.#sentence % SENTENCES) + 1;
    return `Entry ${this.#sentence} of the log.`;
  }

  #valueOf({ quantity, time, concept, boolean, text, unknown }: ClaimWords): Json {
    if (quantity !== undefined) return { quantity: typeof quantity === 'string' ? { amount: quantity } : quantity };
    if (time !== undefined) return { time };
    if (concept !== undefined) return { concept: this.concept(concept) };
    if (boolean !== undefined) return { boolean };
    if (text !== undefined) return { text };
    return { unknown };
  }

  /** Writes a claim and gives its payload. @throws where it is refused */
  claim(words: ClaimWords): Promise<Json> {
    return change(this.endpoint, 'claimCreate', { input: this.inputOf(words) }, `alreadyExisted ${CLAIM}`);
  }

  /** Adds a citation to a claim. @throws where it is refused */
  cite(claim: string, words: CitationWords = {}): Promise<Json> {
    const input = { claim, citation: this.citationOf(words) };
    return change(this.endpoint, 'citationAdd', { input }, 'citation { id } claim { id version }');
  }

  /** Changes what a claim says, from the version that it is at. */
  async update(claim: string, words: ClaimWords): Promise<Json> {
    const { value, scope, polarity, statement } = this.inputOf(words);
    const input = {
      ...(Object.values(value).some((given) => given !== undefined) && { value }),
      ...(words.scope && { scope }),
      ...(polarity && { polarity }),
      ...(statement !== undefined && { statement }),
    };
    return change(this.endpoint, 'claimUpdate', { ...(await this.at(claim)), input }, CLAIM);
  }

  async retract(claim: string, reason = 'Withdrawn by its source.'): Promise<Json> {
    return change(this.endpoint, 'claimRetract', { ...(await this.at(claim)), reason }, CLAIM);
  }

  async rank(claim: string, rank: string, reason = 'Known better by now.'): Promise<Json> {
    return change(this.endpoint, 'claimRank', { ...(await this.at(claim)), rank, reason }, CLAIM);
  }

  /** Makes a decision on a contradiction, from the version that it is at. */
  async decide(
    name: 'contradictionDismiss' | 'contradictionReopen' | 'contradictionConfirm',
    id: string,
    reason = 'Looked at.',
  ): Promise<Json> {
    return change(this.endpoint, name, { ...(await this.at(id)), reason }, 'contradiction { id status version }');
  }

  /** Takes a contradiction into review, or gives it back. */
  async move(name: 'contradictionTake' | 'contradictionRelease', id: string): Promise<Json> {
    return change(this.endpoint, name, await this.at(id), 'contradiction { id status version }');
  }

  async resolve(id: string, input: object): Promise<Json> {
    const whole = { note: 'Looked at.', ...input };
    return change(this.endpoint, 'contradictionResolve', { ...(await this.at(id)), input: whole });
  }

  /** The arguments that say which version of a claim or contradiction a change was made from. */
  async at(id: string): Promise<{ id: string; expectedVersion: number }> {
    const query = `query ($id: ID!) { node(id: $id) {
      ... on Claim { version } ... on Contradiction { version } ... on Partition { version } } }`;
    const { node } = await read(this.endpoint, query, { id });
    return { id, expectedVersion: node.version };
  }

  /** The question that a claim answers. */
  async questionOf(claim: string): Promise<string> {
    const query = 'query ($id: ID!) { claim(id: $id) { question { id } } }';
    return (await read(this.endpoint, query, { id: claim })).claim.question.id;
  }

  /** The claims that do not fit. */
  async membersOf(contradiction: string): Promise<string[]> {
    const query = 'query ($id: ID!) { contradiction(id: $id) { members { id } } }';
    const { members } = (await read(this.endpoint, query, { id: contradiction })).contradiction;
    return members.map(({ id }: Json) => id);
  }

  /** The story's contradictions in a status, or all of them, oldest first. */
  async contradictions(status?: string): Promise<Json[]> {
    const query = `query ($id: ID!, $filter: ContradictionFilter) { story(id: $id) {
      contradictions(first: 100, filter: $filter, orderBy: { field: DETECTED_AT, direction: ASC }) { nodes {
        id version kind strength rule status explanation newEvidenceSince
        resolution { outcome note upheld { id } } members { id } } } } }`;
    const { story } = await read(this.endpoint, query, { id: this.story, filter: status ? { status } : null });
    return story.contradictions.nodes;
  }

  /** Writes a claim that may be refused. */
  attemptClaim(input: object): Promise<Json> {
    return attempt(this.endpoint, 'claimCreate', { input }, CLAIM);
  }
}
