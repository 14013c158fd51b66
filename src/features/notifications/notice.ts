import type { StoryKey } from '../../platform/database/index.js';
import type { NotificationReason } from './notification-reason.js';

/** What somebody is to be told. */
export interface Notice {
  readonly reason: NotificationReason;
  /** What it is about. */
  readonly about: { readonly type: 'Claim' | 'Contradiction' | 'Source'; readonly key: StoryKey };
  /** The comment that says it, by its id within the story; null where none does. */
  readonly commentId: string | null;
  /** The account whose act it is. */
  readonly actorId: string;
}
