/**
 * Keys of the advisory locks, each for one matter: whoever takes one waits for whoever has it, in any process. They stand
 * in one list so that no two are the same. The audit chain's, 72707375, is taken by a trigger
 * (migration 20261121471000_audit_chain).
 */
export const AdvisoryLock = {
  /** One process applies migrations: the lock that Prisma's own CLI takes, so that the two never migrate at the same time. */
  MIGRATIONS: 72_707_369,
  /** Those who write claims share it, who changes the vocabulary has it alone. */
  VOCABULARY: 72_707_370,
  /** The first administrator and the service's own accounts are made once. */
  FIRST_START: 72_707_371,
  /** The demo story is told once. */
  DEMO: 72_707_372,
  /** Changes of accounts come one after another, so that the last administrator stays one. */
  ACCOUNTS: 72_707_373,
  /** One process writes a bulk import. */
  BULK_IMPORT: 72_707_374,
  /** Items of the review queue are handed out one after another. */
  REVIEW_LEASES: 72_707_376,
} as const;
