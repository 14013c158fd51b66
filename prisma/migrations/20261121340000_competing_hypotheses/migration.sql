-- Answers to a question weighed against evidence: which claims are weighed, and what each editor makes of each pair.

CREATE TYPE "consistency" AS ENUM ('VERY_CONSISTENT', 'CONSISTENT', 'NEUTRAL', 'INCONSISTENT', 'VERY_INCONSISTENT', 'NOT_APPLICABLE');

-- Unique as it always was, and now said to be: a grade's hypothesis has to be an answer to the grade's question.
CREATE UNIQUE INDEX "claim_story_id_question_id_id_key" ON "claim"("story_id", "question_id", "id");
DROP INDEX "claim_story_id_question_id_id_idx";

CREATE TABLE "question_evidence" (
    "story_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "note" TEXT,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "removal_reason" TEXT,

    CONSTRAINT "question_evidence_pkey" PRIMARY KEY ("story_id","question_id","claim_id"),
    CONSTRAINT "question_evidence_removal_whole" CHECK (num_nonnulls("removed_by_id", "removed_at", "removal_reason") IN (0, 3))
);
CREATE INDEX "question_evidence_story_id_claim_id_idx" ON "question_evidence"("story_id", "claim_id");
ALTER TABLE "question_evidence" ADD CONSTRAINT "question_evidence_story_id_question_id_fkey" FOREIGN KEY ("story_id", "question_id") REFERENCES "question"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "question_evidence" ADD CONSTRAINT "question_evidence_story_id_claim_id_fkey" FOREIGN KEY ("story_id", "claim_id") REFERENCES "claim"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "question_evidence" ADD CONSTRAINT "question_evidence_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "question_evidence" ADD CONSTRAINT "question_evidence_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "evidence_grade" (
    "story_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "hypothesis_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "consistency" "consistency" NOT NULL,
    "note" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_grade_pkey" PRIMARY KEY ("story_id","question_id","evidence_id","hypothesis_id","account_id"),
    CONSTRAINT "evidence_grade_not_of_itself" CHECK ("evidence_id" <> "hypothesis_id")
);
CREATE INDEX "evidence_grade_story_id_question_id_hypothesis_id_idx" ON "evidence_grade"("story_id", "question_id", "hypothesis_id");
CREATE INDEX "evidence_grade_account_id_idx" ON "evidence_grade"("account_id");
ALTER TABLE "evidence_grade" ADD CONSTRAINT "evidence_grade_story_id_question_id_evidence_id_fkey" FOREIGN KEY ("story_id", "question_id", "evidence_id") REFERENCES "question_evidence"("story_id", "question_id", "claim_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "evidence_grade" ADD CONSTRAINT "evidence_grade_story_id_question_id_hypothesis_id_fkey" FOREIGN KEY ("story_id", "question_id", "hypothesis_id") REFERENCES "claim"("story_id", "question_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "evidence_grade" ADD CONSTRAINT "evidence_grade_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
