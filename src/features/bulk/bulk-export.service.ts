import { Injectable } from '@nestjs/common';
import { AgentsRepository, type AgentRow } from '../agents/index.js';
import { VocabularyService, type VocabularySnapshot } from '../vocabulary/index.js';
import {
  agentLine,
  claimLines,
  numbered,
  sourceLine,
  sourceName,
  storyLine,
  subjectLine,
  type Names,
} from './export-lines.js';
import { ExportRepository, type StoryToExport, type SubjectToExport } from './export.repository.js';
import type { AgentName, Line, SourceName, SubjectName } from './line.js';

/** Rows that are read at once; sources are few, as their texts are long. */
const STORIES_AT_ONCE = 50;
const SUBJECTS_AT_ONCE = 200;
const SOURCES_AT_ONCE = 10;
const CLAIMS_AT_ONCE = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Writes stories in the form in which they are imported. */
@Injectable()
export class BulkExportService {
  constructor(
    private readonly repository: ExportRepository,
    private readonly agents: AgentsRepository,
    private readonly vocabulary: VocabularyService,
  ) {}

  /**
   * The lines of a story, a page of them at a time, each with its end: the story, its subjects, its sources, its claims,
   * each in the order in which they were made, and every agent before the first line that names it.
   * @returns null where there is no story of this slug
   */
  async ofStory(slug: string): Promise<AsyncGenerator<string> | null> {
    const story = await this.repository.findStory(slug);
    return story && this.lines(story);
  }

  /** The lines of all stories, one after another, each as if it were exported alone. */
  async *all(): AsyncGenerator<string> {
    for (let after = FIRST; ;) {
      const stories = await this.repository.storiesAfter(after, STORIES_AT_ONCE);
      const last = stories.at(-1);
      if (!last) return;
      after = last.id;
      for (const story of stories) yield* this.lines(story);
    }
  }

  private async *lines(story: StoryToExport): AsyncGenerator<string> {
    yield textOf([storyLine(story)]);
    yield* new StoryExport(story, this.repository, this.agents, this.vocabulary).lines();
  }
}

/** One export under way, and what it has named so far. */
class StoryExport implements Names {
  readonly #agents = new Map<string, { readonly row: AgentRow; readonly name: AgentName }>();
  readonly #declared = new Set<string>();
  readonly #subjects = new Map<string, SubjectName>();
  readonly #alike = new Map<string, number>();
  #sources = new Map<string, SourceName>();
  #vocabulary: VocabularySnapshot | undefined;
  #lastSubject = FIRST;

  constructor(
    private readonly story: StoryToExport,
    private readonly repository: ExportRepository,
    private readonly agentRows: AgentsRepository,
    private readonly vocabulary: VocabularyService,
  ) {}

  async *lines(): AsyncGenerator<string> {
    yield* this.subjectLines();
    yield* this.sourceLines();
    yield* this.claimLines();
  }

  private async *subjectLines(): AsyncGenerator<string> {
    for (;;) {
      const rows = await this.repository.subjectsAfter(this.story.id, this.#lastSubject, SUBJECTS_AT_ONCE);
      if (rows.length === 0) return;
      this.#lastSubject = rows.at(-1)?.id ?? this.#lastSubject;
      yield textOf(rows.map((row) => subjectLine(this.story.slug, row, this.nameSubject(row))));
    }
  }

  private async *sourceLines(): AsyncGenerator<string> {
    for (let after = FIRST; ;) {
      const rows = await this.repository.sourcesAfter(this.story.id, after, SOURCES_AT_ONCE);
      const last = rows.at(-1);
      if (!last) return;
      after = last.id;
      await this.learnAgents(rows.map(({ publisherId }) => publisherId));
      await this.learnSources(rows.flatMap(({ derivedFromId }) => derivedFromId ?? []));
      for (const row of rows) {
        const agents = this.declare([row.publisherId]);
        yield textOf([...agents, sourceLine(this.story.slug, row, this)]);
      }
    }
  }

  private async *claimLines(): AsyncGenerator<string> {
    for (let after = FIRST; ;) {
      const rows = await this.repository.claimsAfter(this.story.id, after, CLAIMS_AT_ONCE);
      const last = rows.at(-1);
      if (!last) return;
      after = last.id;
      this.#vocabulary = await this.vocabulary.current();
      const citations = rows.flatMap((row) => row.citations);
      await this.learnAgents(citations.map(({ claimantId }) => claimantId));
      await this.learnSources(citations.map(({ sourceId }) => sourceId));
      // A subject may have been made since; a source that was is left to the next export, as its citations are.
      if (rows.some(({ subjectId }) => !this.#subjects.has(subjectId))) yield* this.subjectLines();
      const lines: Line[] = [];
      for (const row of rows) {
        lines.push(...this.declare(row.citations.map(({ claimantId }) => claimantId)));
        lines.push(...claimLines(this.story.slug, row, this));
      }
      yield textOf(lines);
    }
  }

  agent(id: string): AgentName {
    return known(this.#agents.get(id)).name;
  }

  subject(id: string): SubjectName {
    return known(this.#subjects.get(id));
  }

  source(id: string): SourceName {
    return known(this.#sources.get(id));
  }

  concept(id: string): string {
    const { schemeId, prefLabel } = known(this.#vocabulary?.concepts.get(id));
    return `${known(this.#vocabulary?.schemes.get(schemeId)).key}/${prefLabel}`;
  }

  property(id: string): string {
    return known(this.#vocabulary?.propertiesById.get(id)).key;
  }

  private nameSubject({ id, kind, label }: SubjectToExport): SubjectName {
    const number = (this.#alike.get(`${kind} ${label}`) ?? 0) + 1;
    this.#alike.set(`${kind} ${label}`, number);
    const name = { kind, label, ...numbered(number) };
    this.#subjects.set(id, name);
    return name;
  }

  /** Keeps the names of a page of sources only: a story may have any number of them. */
  private async learnSources(ids: readonly string[]): Promise<void> {
    const rows = await this.repository.nameSources(this.story.id, [...new Set(ids)]);
    this.#sources = new Map(rows.map((row) => [row.id, sourceName(row)]));
  }

  /** Reads agents and all that they are parts of. */
  private async learnAgents(ids: readonly (string | null)[]): Promise<void> {
    const rows = new Map<string, AgentRow>();
    const isNew = (id: string | null): id is string => id !== null && !this.#agents.has(id) && !rows.has(id);
    for (let wanted = [...new Set(ids.filter(isNew))]; wanted.length > 0;) {
      const found = await this.agentRows.findByIds(wanted);
      found.forEach((row) => rows.set(row.id, row));
      wanted = [...new Set(found.map(({ partOfId }) => partOfId).filter(isNew))];
    }
    const learn = (row: AgentRow): AgentName => {
      const before = this.#agents.get(row.id);
      if (before) return before.name;
      const whole =
        row.partOfId === null ? null : (this.#agents.get(row.partOfId)?.row ?? known(rows.get(row.partOfId)));
      const name = { kind: row.kind, name: row.name, ...(whole && { partOf: learn(whole) }) };
      this.#agents.set(row.id, { row, name });
      return name;
    };
    rows.forEach(learn);
  }

  /** The lines of agents that no line has brought yet, wholes first. Those of one name are one. */
  private declare(ids: readonly (string | null)[]): Line[] {
    return ids.flatMap((id): Line[] => {
      if (id === null) return [];
      const { row, name } = known(this.#agents.get(id));
      const key = JSON.stringify(name);
      if (this.#declared.has(key)) return [];
      this.#declared.add(key);
      return [...this.declare([row.partOfId]), agentLine(row, name)];
    });
  }
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('An export names what it has not read.');
  return value;
}

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
