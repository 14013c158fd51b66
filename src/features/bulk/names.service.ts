import { Injectable } from '@nestjs/common';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { encodeId } from '../../graphql/node/index.js';
import { VocabularyService, type VocabularySnapshot } from '../vocabulary/index.js';
import type { AgentName, SourceName, SubjectName } from './line.js';
import { NamesRepository, type NamedAgent, type NamedSource, type NamedSubject } from './names.repository.js';

type Field = readonly string[];

/** The names that some lines of one story use. */
export interface UsedNames {
  readonly agents?: readonly AgentName[];
  readonly subjects?: readonly SubjectName[];
  readonly sources?: readonly SourceName[];
}

/** Looks up what lines name, a few statements for any number of lines. */
@Injectable()
export class NamesService {
  constructor(
    private readonly names: NamesRepository,
    private readonly vocabulary: VocabularyService,
  ) {}

  /** @param slug the story's, or null where the lines are of none */
  async find(slug: string | null, { agents = [], subjects = [], sources = [] }: UsedNames): Promise<KnownNames> {
    const storyId = slug === null ? null : await this.names.findStory(slug);
    const named = [...new Set(agents.flatMap(namesOf))];
    const labels = [...new Set(subjects.map(({ label }) => label))];
    const urls = [...new Set(sources.flatMap(({ url }) => url ?? []))];
    const digests = [...new Set(sources.flatMap(({ url, sha256 }) => (url === undefined ? (sha256 ?? []) : [])))];
    return new KnownNames(
      slug,
      storyId,
      named.length > 0 ? await this.names.findAgents(named) : [],
      storyId && labels.length > 0 ? await this.names.findSubjects(storyId, labels) : [],
      storyId && urls.length + digests.length > 0 ? await this.names.findSources(storyId, urls, digests) : [],
      await this.vocabulary.current(),
    );
  }
}

/** What the names that some lines use stand for; ids are global. */
export class KnownNames {
  readonly #concepts = new Map<string, string>();

  constructor(
    private readonly slug: string | null,
    readonly storyId: string | null,
    private readonly agents: readonly NamedAgent[],
    private readonly subjects: readonly NamedSubject[],
    private readonly sources: readonly NamedSource[],
    vocabulary: VocabularySnapshot,
  ) {
    for (const { id, schemeId, prefLabel } of vocabulary.concepts.values()) {
      this.#concepts.set(`${vocabulary.schemes.get(schemeId)?.key ?? ''}/${prefLabel}`, id);
    }
  }

  /** @throws UserErrors NOT_FOUND */
  requireStory(field: Field): { readonly storyId: string; readonly id: string } {
    if (this.storyId !== null) return { storyId: this.storyId, id: encodeId('Story', { id: this.storyId }) };
    throw missing(`There is no story with the slug "${this.slug}".`, field);
  }

  /** The agents of this name, the first made first; those that only their further names tell apart are one. */
  agentsOf(name: AgentName): readonly NamedAgent[] {
    const wholes = name.partOf && new Set(this.agentsOf(name.partOf).map(({ id }) => id));
    return this.agents.filter(
      (agent) =>
        agent.name === name.name &&
        agent.kind === name.kind &&
        (wholes ? agent.partOfId !== null && wholes.has(agent.partOfId) : agent.partOfId === null),
    );
  }

  subjectsOf(name: SubjectName): readonly NamedSubject[] {
    return this.subjects.filter(({ kind, label }) => kind === name.kind && label === name.label);
  }

  sourcesOf({ url, sha256 }: SourceName): readonly NamedSource[] {
    return this.sources.filter((each) => (url === undefined ? each.sha256 === sha256 : each.url === url));
  }

  /** @throws UserErrors NOT_FOUND */
  requireAgent(name: AgentName, field: Field): string {
    const [agent] = this.agentsOf(name);
    if (agent) return encodeId('Agent', agent);
    const within = name.partOf ? ` of "${name.partOf.name}"` : '';
    throw missing(
      `There is no agent "${name.name}"${within} of the kind ${name.kind}; a line must bring it first.`,
      field,
    );
  }

  /** @throws UserErrors NOT_FOUND */
  requireSubject(name: SubjectName, field: Field): string {
    const { storyId } = this.requireStory(['story']);
    const subject = this.subjectsOf(name)[(name.number ?? 1) - 1];
    if (subject) return encodeId('Subject', { storyId, id: subject.id });
    throw missing(`The story has no such subject "${name.label}" of the kind ${name.kind}.`, field);
  }

  /** @throws UserErrors NOT_FOUND, or REQUIRED where it names none */
  requireSource(name: SourceName, field: Field): string {
    const { storyId } = this.requireStory(['story']);
    if ((name.url === undefined) === (name.sha256 === undefined)) {
      throw userError(UserErrorCode.REQUIRED, 'A source is named by "url" or by "sha256", not by both.', field);
    }
    const source = this.sourcesOf(name)[(name.number ?? 1) - 1];
    if (source) return encodeId('Source', { storyId, id: source.id });
    throw missing(`The story has no such source "${name.url ?? name.sha256}".`, field);
  }

  /** @param path "scheme/label" @throws UserErrors NOT_FOUND */
  requireConcept(path: string, field: Field): string {
    const id = this.#concepts.get(path);
    if (id !== undefined) return encodeId('Concept', { id });
    throw missing(
      `The vocabulary has no concept "${path}"; write the key of its scheme, a slash and its label.`,
      field,
    );
  }
}

function namesOf(agent: AgentName): string[] {
  return [agent.name, ...(agent.partOf ? namesOf(agent.partOf) : [])];
}

function missing(message: string, field: Field): Error {
  return userError(UserErrorCode.NOT_FOUND, message, field);
}
