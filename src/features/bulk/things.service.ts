import { Injectable } from '@nestjs/common';
import { UserErrorCode, userError, validated } from '../../graphql/errors/index.js';
import { AgentCreateInput, AgentsService } from '../agents/index.js';
import type { ActingViewer } from '../auth/index.js';
import { sha256Of, SourceCreateInput, SourcesService } from '../sources/index.js';
import { StoriesService, StoryCreateInput, SubjectCreateInput } from '../stories/index.js';
import type { AgentLine, SourceLine, StoryLine, SubjectLine } from './line.js';
import { NamesService } from './names.service.js';

/** A line that brings one thing that claims rest on. */
export type ThingLine = StoryLine | AgentLine | SubjectLine | SourceLine;

/** Makes what a line brings, where it is not there; what is there stays as it is. */
@Injectable()
export class ThingsService {
  constructor(
    private readonly names: NamesService,
    private readonly stories: StoriesService,
    private readonly agents: AgentsService,
    private readonly sources: SourcesService,
  ) {}

  /**
   * @returns whether it is new
   * @throws UserErrors where it cannot stand, by fields of the line
   */
  ensure(line: ThingLine, viewer: ActingViewer): Promise<boolean> {
    switch (line.type) {
      case 'story':
        return this.ensureStory(line, viewer);
      case 'agent':
        return this.ensureAgent(line, viewer);
      case 'subject':
        return this.ensureSubject(line, viewer);
      case 'source':
        return this.ensureSource(line, viewer);
    }
  }

  private async ensureStory({ type: _, ...story }: StoryLine, viewer: ActingViewer): Promise<boolean> {
    const input = validated(StoryCreateInput, story);
    if ((await this.names.find(story.slug, {})).storyId !== null) return false;
    await this.stories.create(input, viewer);
    return true;
  }

  private async ensureAgent({ type: _, partOf, ...agent }: AgentLine, viewer: ActingViewer): Promise<boolean> {
    const name = { kind: agent.kind, name: agent.name, ...(partOf && { partOf }) };
    const names = await this.names.find(null, { agents: [name] });
    const whole = partOf && { partOf: names.requireAgent(partOf, ['partOf']) };
    const input = validated(AgentCreateInput, { ...agent, ...whole });
    if (names.agentsOf(name).length > 0) return false;
    await this.agents.create(input, viewer);
    return true;
  }

  private async ensureSubject(line: SubjectLine, viewer: ActingViewer): Promise<boolean> {
    const { type: _, story, number = 1, ...subject } = line;
    const names = await this.names.find(story, { subjects: [line] });
    const input = validated(SubjectCreateInput, { ...subject, story: names.requireStory(['story']).id });
    if (isThere(names.subjectsOf(line).length, number)) return false;
    await this.stories.createSubject(input, viewer);
    return true;
  }

  private async ensureSource(line: SourceLine, viewer: ActingViewer): Promise<boolean> {
    const { type: _, story, number = 1, mediaType = 'text/plain', publisher, derivedFrom, ...source } = line;
    const name = source.url === undefined ? { sha256: sha256Of(source.text) } : { url: source.url };
    const names = await this.names.find(story, {
      agents: publisher ? [publisher] : [],
      sources: derivedFrom ? [name, derivedFrom] : [name],
    });
    const input = validated(SourceCreateInput, {
      ...source,
      story: names.requireStory(['story']).id,
      ...(publisher && { publisher: names.requireAgent(publisher, ['publisher']) }),
      ...(derivedFrom && { derivedFrom: names.requireSource(derivedFrom, ['derivedFrom']) }),
    });
    if (isThere(names.sourcesOf(name).length, number)) return false;
    await this.sources.create(input, viewer, mediaType);
    return true;
  }
}

/** Whether the one of this number is among those alike. @throws UserErrors where one before it is not */
function isThere(alike: number, number: number): boolean {
  if (number <= alike) return true;
  if (number === alike + 1) return false;
  throw userError(UserErrorCode.NOT_FOUND, `Number ${alike + 1} must come before number ${number}.`, ['number']);
}
