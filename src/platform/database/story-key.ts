import { Prisma } from '../../generated/prisma/client.js';

/** What names a row that belongs to a story. */
export interface StoryKey {
  readonly storyId: string;
  readonly id: string;
}

/** A key as one comparable text. */
export function nameOfKey(key: StoryKey): string {
  return `${key.storyId} ${key.id}`;
}

/** Keys as a table `k (story_id, id)`, to join with. */
export function keyTable(keys: readonly StoryKey[]): Prisma.Sql {
  return Prisma.sql`unnest(${keys.map((key) => key.storyId)}::uuid[], ${keys.map((key) => key.id)}::uuid[]) AS k (story_id, id)`;
}
