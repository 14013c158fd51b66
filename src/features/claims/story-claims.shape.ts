import { pageRequest } from '../../graphql/connections/index.js';
import { keyset, Prisma, type KeysetPage } from '../../platform/database/index.js';
import { jsonList } from '../../platform/reading/index.js';
import { STORY_SHAPE } from '../stories/index.js';
import { CLAIM_SHAPE } from './claim.shape.js';
import { claimOrder } from './claims.repository.js';

const NEWEST_FIRST = claimOrder(null);

/* What this feature adds to a story: a page of its claims in their usual order, with all that hangs on them. */
STORY_SHAPE.carry('claims', (asked, field) => {
  const page = asked.pageAfter(field);
  const at = page && positionOf(page.first, page.after);
  if (!at) return null;
  const { where, orderBy, limit } = keyset(NEWEST_FIRST, at);
  return jsonList(Prisma.sql`SELECT ${CLAIM_SHAPE.within(page.asked)} FROM claim c
    WHERE c.story_id = s.id AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
});

/** Null where the cursor is none of this list: the field itself refuses it, by its own path. */
function positionOf(first: number, after: string | null): KeysetPage | null {
  try {
    return pageRequest({ first, after }, NEWEST_FIRST);
  } catch {
    return null;
  }
}
