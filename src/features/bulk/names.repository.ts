import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '../../platform/database/index.js';

export interface NamedAgent {
  id: string;
  kind: string;
  name: string;
  partOfId: string | null;
}

export interface NamedSubject {
  id: string;
  kind: string;
  label: string;
}

export interface NamedSource {
  id: string;
  url: string | null;
  /** The SHA-256 that was asked for; null where the source was asked for by its address. */
  sha256: string | null;
}

/** Finds by their names what lines speak of; of those alike the first made comes first. */
@Injectable()
export class NamesRepository {
  constructor(private readonly database: Database) {}

  async findStory(slug: string): Promise<string | null> {
    const rows = await this.database.query<{ id: string }>(Prisma.sql`SELECT id FROM story WHERE slug = ${slug}`);
    return rows[0]?.id ?? null;
  }

  findAgents(names: readonly string[]): Promise<NamedAgent[]> {
    return this.database.query<NamedAgent>(Prisma.sql`
      SELECT id, kind::text, name, part_of_id AS "partOfId" FROM agent WHERE name = ANY(${names}::text[]) ORDER BY id`);
  }

  findSubjects(storyId: string, labels: readonly string[]): Promise<NamedSubject[]> {
    return this.database.query<NamedSubject>(Prisma.sql`
      SELECT id, kind::text, label FROM subject
      WHERE story_id = ${storyId}::uuid AND label = ANY(${labels}::text[]) ORDER BY id`);
  }

  /** Sources at these addresses, and sources without any that have, or had, these texts. */
  findSources(storyId: string, urls: readonly string[], digests: readonly string[]): Promise<NamedSource[]> {
    return this.database.query<NamedSource>(Prisma.sql`
      SELECT s.id, s.url, NULL AS sha256 FROM unnest(${urls}::text[]) AS k (url)
      JOIN source s ON s.story_id = ${storyId}::uuid AND md5(s.url) = md5(k.url) AND s.url = k.url
      UNION SELECT s.id, NULL, n.sha256 FROM snapshot n
      JOIN source s ON s.story_id = n.story_id AND s.id = n.source_id AND s.url IS NULL
      WHERE n.story_id = ${storyId}::uuid AND n.sha256 = ANY(${digests}::text[]) ORDER BY 1`);
  }
}
