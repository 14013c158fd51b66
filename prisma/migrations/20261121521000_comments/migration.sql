-- What people say to each other about a claim, a contradiction or a source. Every wording is a revision. A comment that was
-- removed stays as a tombstone: its place and its author are there, its words only in the record.
CREATE TABLE "comment" (
    "story_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID,
    "contradiction_id" UUID,
    "source_id" UUID,
    "body" TEXT,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("story_id","id"),
    CONSTRAINT "comment_on_one_object" CHECK (num_nonnulls("claim_id", "contradiction_id", "source_id") = 1),
    CONSTRAINT "comment_body_until_removed" CHECK (("removed_at" IS NULL) = ("body" IS NOT NULL)),
    CONSTRAINT "comment_body_bounded" CHECK ("body" <> '' AND length("body") <= 5000),
    CONSTRAINT "comment_version_positive" CHECK ("version" >= 1)
);
CREATE INDEX "comment_story_id_claim_id_id_idx" ON "comment"("story_id", "claim_id", "id");
CREATE INDEX "comment_story_id_contradiction_id_id_idx" ON "comment"("story_id", "contradiction_id", "id");
CREATE INDEX "comment_story_id_source_id_id_idx" ON "comment"("story_id", "source_id", "id");
CREATE INDEX "comment_author_id_idx" ON "comment"("author_id");
ALTER TABLE "comment" ADD CONSTRAINT "comment_story_id_claim_id_fkey" FOREIGN KEY ("story_id", "claim_id") REFERENCES "claim"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "comment" ADD CONSTRAINT "comment_story_id_contradiction_id_fkey" FOREIGN KEY ("story_id", "contradiction_id") REFERENCES "contradiction"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "comment" ADD CONSTRAINT "comment_story_id_source_id_fkey" FOREIGN KEY ("story_id", "source_id") REFERENCES "source"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "revision" ADD COLUMN "comment_id" UUID;
CREATE UNIQUE INDEX "revision_story_id_comment_id_version_key" ON "revision"("story_id", "comment_id", "version");
ALTER TABLE "revision" ADD CONSTRAINT "revision_story_id_comment_id_fkey" FOREIGN KEY ("story_id", "comment_id") REFERENCES "comment"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "revision" DROP CONSTRAINT "revision_of_one_object";
ALTER TABLE "revision" ADD CONSTRAINT "revision_of_one_object" CHECK (num_nonnulls("claim_id", "contradiction_id", "assignment_id", "comment_id") = 1);

CREATE FUNCTION "comment_removal_stands"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a comment that was removed stays so, and none is deleted'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'comment_removal_stands', TABLE = 'comment';
END $$;

CREATE TRIGGER "comment_removal_stands" BEFORE UPDATE ON "comment"
  FOR EACH ROW WHEN (OLD."removed_at" IS NOT NULL) EXECUTE FUNCTION "comment_removal_stands"();
CREATE TRIGGER "comment_not_deleted" BEFORE DELETE ON "comment"
  FOR EACH ROW EXECUTE FUNCTION "comment_removal_stands"();
