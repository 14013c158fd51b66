-- What happened that concerns somebody, written in the transaction of what happened. Derived: the record of what was done is
-- the audit log.
CREATE TYPE "notification_reason" AS ENUM ('MENTIONED', 'COMMENTED', 'ASSIGNED', 'UNASSIGNED', 'DUE_CHANGED', 'CLAIM_APPROVED', 'CLAIM_CHANGES_REQUESTED', 'CLAIM_REJECTED');

CREATE TABLE "notification" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reason" "notification_reason" NOT NULL,
    "story_id" UUID NOT NULL,
    "claim_id" UUID,
    "contradiction_id" UUID,
    "source_id" UUID,
    "comment_id" UUID,
    "actor_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("account_id","id"),
    CONSTRAINT "notification_about_one_object" CHECK (num_nonnulls("claim_id", "contradiction_id", "source_id") = 1),
    CONSTRAINT "notification_not_of_own_act" CHECK ("actor_id" <> "account_id")
);
CREATE INDEX "notification_actor_id_idx" ON "notification"("actor_id");
-- How much somebody has not read is counted in this index alone.
CREATE INDEX "notification_unread" ON "notification"("account_id", "id") WHERE "read_at" IS NULL;
ALTER TABLE "notification" ADD CONSTRAINT "notification_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "notification" ADD CONSTRAINT "notification_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "notification" ADD CONSTRAINT "notification_story_id_claim_id_fkey" FOREIGN KEY ("story_id", "claim_id") REFERENCES "claim"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "notification" ADD CONSTRAINT "notification_story_id_contradiction_id_fkey" FOREIGN KEY ("story_id", "contradiction_id") REFERENCES "contradiction"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "notification" ADD CONSTRAINT "notification_story_id_source_id_fkey" FOREIGN KEY ("story_id", "source_id") REFERENCES "source"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "notification" ADD CONSTRAINT "notification_story_id_comment_id_fkey" FOREIGN KEY ("story_id", "comment_id") REFERENCES "comment"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- As changes_of_story_told, but that what is told apart by is whose they are.
CREATE FUNCTION "notifications_told"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('gainsay_changes',
      json_build_object('of', TG_TABLE_NAME, 'story', c."account_id", 'ids', json_agg(c."id"))::text)
    FROM (SELECT "account_id", "id", (row_number() OVER (PARTITION BY "account_id")) / 150 AS part FROM fresh) c
    GROUP BY c."account_id", c.part;
  RETURN NULL;
END $$;

CREATE TRIGGER "notification_added_told" AFTER INSERT ON "notification" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "notifications_told"();
CREATE TRIGGER "notification_changed_told" AFTER UPDATE ON "notification" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "notifications_told"();
