-- A change to a published claim is proposed, and made once a second person accepts it. docs/adr/0023 says why so.

CREATE TYPE "proposal_kind" AS ENUM ('REWRITE', 'CITE', 'UNCITE');
CREATE TYPE "proposal_status" AS ENUM ('PENDING', 'ACCEPTED', 'REJECTED', 'SUPERSEDED', 'WITHDRAWN', 'LAPSED');

CREATE TABLE "claim_proposal" (
    "story_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "kind" "proposal_kind" NOT NULL,
    "status" "proposal_status" NOT NULL,
    "base_version" INTEGER NOT NULL,
    "changes" JSONB NOT NULL,
    "touches" TEXT[],
    "input" JSONB NOT NULL,
    "reason" TEXT,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT,
    "made_version" INTEGER,

    CONSTRAINT "claim_proposal_pkey" PRIMARY KEY ("story_id","id")
);

CREATE UNIQUE INDEX "claim_proposal_story_id_claim_id_made_version_key" ON "claim_proposal"("story_id", "claim_id", "made_version");
CREATE INDEX "claim_proposal_story_id_claim_id_id_idx" ON "claim_proposal"("story_id", "claim_id", "id");
CREATE INDEX "claim_proposal_author_id_idx" ON "claim_proposal"("author_id");
CREATE INDEX "claim_proposal_decided_by_id_idx" ON "claim_proposal"("decided_by_id");

ALTER TABLE "claim_proposal" ADD CONSTRAINT "claim_proposal_story_id_claim_id_fkey" FOREIGN KEY ("story_id", "claim_id") REFERENCES "claim"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "claim_proposal" ADD CONSTRAINT "claim_proposal_story_id_claim_id_made_version_fkey" FOREIGN KEY ("story_id", "claim_id", "made_version") REFERENCES "revision"("story_id", "claim_id", "version") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "claim_proposal" ADD CONSTRAINT "claim_proposal_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "claim_proposal" ADD CONSTRAINT "claim_proposal_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "claim_proposal"
  ADD CONSTRAINT "claim_proposal_decided_whole" CHECK (
    ("status" = 'PENDING') = ("decided_at" IS NULL) AND ("decided_at" IS NULL) = ("decided_by_id" IS NULL)),
  ADD CONSTRAINT "claim_proposal_accepted_made_a_version" CHECK (("status" = 'ACCEPTED') = ("made_version" IS NOT NULL)),
  ADD CONSTRAINT "claim_proposal_rejected_with_reason" CHECK ("status" <> 'REJECTED' OR "note" IS NOT NULL),
  ADD CONSTRAINT "claim_proposal_not_accepted_by_author" CHECK (
    "status" <> 'ACCEPTED' OR "decided_by_id" <> "author_id"),
  ADD CONSTRAINT "claim_proposal_touches_something" CHECK (coalesce(cardinality("touches"), 0) > 0);

-- What waits, by what it changes.
CREATE INDEX "claim_proposal_waiting_touches" ON "claim_proposal" USING gin ("touches") WHERE "status" = 'PENDING';

-- What was proposed stays as it was; only what became of it is written once.
CREATE FUNCTION "claim_proposal_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was proposed, and what became of it, does not change'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_proposal_stays', TABLE = 'claim_proposal';
END $$;

CREATE TRIGGER "claim_proposal_stays" BEFORE UPDATE ON "claim_proposal"
  FOR EACH ROW WHEN (OLD."status" <> 'PENDING'
    OR (OLD."story_id", OLD."id", OLD."claim_id", OLD."kind", OLD."base_version", OLD."changes", OLD."touches", OLD."input",
        OLD."reason", OLD."author_id", OLD."created_at")
      IS DISTINCT FROM (NEW."story_id", NEW."id", NEW."claim_id", NEW."kind", NEW."base_version", NEW."changes", NEW."touches",
        NEW."input", NEW."reason", NEW."author_id", NEW."created_at"))
  EXECUTE FUNCTION "claim_proposal_stays"();
CREATE TRIGGER "claim_proposal_remains" BEFORE DELETE ON "claim_proposal"
  FOR EACH ROW EXECUTE FUNCTION "claim_proposal_stays"();

-- Of which their authors are told.
ALTER TYPE "notification_reason" ADD VALUE 'PROPOSAL_ACCEPTED';
ALTER TYPE "notification_reason" ADD VALUE 'PROPOSAL_REJECTED';
ALTER TYPE "notification_reason" ADD VALUE 'PROPOSAL_ENDED';
