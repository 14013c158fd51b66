-- Who is to work on a claim or a contradiction, and until when. It is no part of what is reviewed, so it stands beside the
-- object, with versions and revisions of its own. A row stays when the assignment is taken back, as its revisions do.
CREATE TABLE "assignment" (
    "story_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID,
    "contradiction_id" UUID,
    "assignee_id" UUID,
    "due_on" DATE,
    "assigned_by_id" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("story_id","id"),
    CONSTRAINT "assignment_of_one_object" CHECK (num_nonnulls("claim_id", "contradiction_id") = 1),
    CONSTRAINT "assignment_due_for_somebody" CHECK ("due_on" IS NULL OR "assignee_id" IS NOT NULL),
    CONSTRAINT "assignment_version_not_negative" CHECK ("version" >= 0)
);
CREATE UNIQUE INDEX "assignment_story_id_claim_id_key" ON "assignment"("story_id", "claim_id");
CREATE UNIQUE INDEX "assignment_story_id_contradiction_id_key" ON "assignment"("story_id", "contradiction_id");
-- What somebody has to do, the soonest due first.
CREATE INDEX "assignment_assignee_id_due_on_id_idx" ON "assignment"("assignee_id", "due_on", "id");
CREATE INDEX "assignment_assigned_by_id_idx" ON "assignment"("assigned_by_id");
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_story_id_claim_id_fkey" FOREIGN KEY ("story_id", "claim_id") REFERENCES "claim"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_story_id_contradiction_id_fkey" FOREIGN KEY ("story_id", "contradiction_id") REFERENCES "contradiction"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_assigned_by_id_fkey" FOREIGN KEY ("assigned_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "revision" ADD COLUMN "assignment_id" UUID;
CREATE UNIQUE INDEX "revision_story_id_assignment_id_version_key" ON "revision"("story_id", "assignment_id", "version");
ALTER TABLE "revision" ADD CONSTRAINT "revision_story_id_assignment_id_fkey" FOREIGN KEY ("story_id", "assignment_id") REFERENCES "assignment"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "revision" DROP CONSTRAINT "revision_of_one_object";
ALTER TABLE "revision" ADD CONSTRAINT "revision_of_one_object" CHECK (num_nonnulls("claim_id", "contradiction_id", "assignment_id") = 1);
