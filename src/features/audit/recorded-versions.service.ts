import { Injectable } from '@nestjs/common';
import type { NodeType } from '../../graphql/node/index.js';
import { Prisma, type Transaction } from '../../platform/database/index.js';
import { staleVersion, type ChangeSince, type FieldChange } from '../revisions/index.js';

/** Something that has a version and no revisions, as somebody wants to change it. */
export interface Expected {
  readonly objectType: NodeType;
  readonly objectId: string;
  /** The version that it is at. */
  readonly version: number;
  /** The version that the change was made from. */
  readonly expected: number;
}

interface EventRow {
  version: number;
  before: Record<string, unknown> | null;
  after: Record<string, unknown>;
  actor: string;
}

/** What of a record is no field that somebody changed. */
const NOT_FIELDS: readonly string[] = ['version'];

/** Refuses changes that were made from an older version, where what changed since is told by the audit log alone. */
@Injectable()
export class RecordedVersionsService {
  /** @throws UserErrors STALE_VERSION, naming what changed since and by whom */
  async require(tx: Transaction, { objectType, objectId, version, expected }: Expected): Promise<void> {
    if (version === expected) return;
    const events = await tx.query<EventRow>(Prisma.sql`
      SELECT (e.after->>'version')::int AS version, e.before, e.after, a.name AS actor
      FROM audit_event e JOIN account a ON a.id = e.actor_id
      WHERE e.object_id = ${objectId}::uuid AND e.object_type = ${objectType} AND (e.after->>'version')::int > ${expected}::int
      ORDER BY 1`);
    const what = WORDS[objectType] ?? objectType.toLowerCase();
    throw staleVersion(
      { expected, version, what, unnamed: 'what an import or a change of something related made of it' },
      events.map(sinceOf),
    );
  }
}

/** What types are called, where that is not their name in lower case. */
const WORDS: Partial<Record<NodeType, string>> = { ConceptScheme: 'concept scheme' };

function sinceOf({ version, before, after, actor }: EventRow): ChangeSince {
  const changes = Object.keys(after).flatMap((field): FieldChange[] => {
    if (NOT_FIELDS.includes(field)) return [];
    const [old, now] = [worded(before?.[field]), worded(after[field])];
    return old === now ? [] : [{ field, before: old, after: now }];
  });
  return { version, changes, actor };
}

function worded(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(worded).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
