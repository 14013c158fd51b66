-- A change of the vocabulary examines again what it touches, subject by subject.

CREATE TABLE "reexamination" (
    "id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "raised" INTEGER NOT NULL,
    "lapsed" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "reexamination_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "reexamination_counts" CHECK (
        least("done", "failed", "raised", "lapsed", "changed") >= 0 AND "total" > 0 AND "done" + "failed" <= "total"),
    CONSTRAINT "reexamination_finished" CHECK (("finished_at" IS NOT NULL) = ("done" + "failed" = "total")),
    CONSTRAINT "reexamination_started" CHECK (("started_at" IS NOT NULL) = ("done" + "failed" > 0))
);

CREATE TABLE "reexamination_subject" (
    "reexamination_id" UUID NOT NULL,
    "story_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "attempts" SMALLINT NOT NULL,

    CONSTRAINT "reexamination_subject_pkey" PRIMARY KEY ("reexamination_id", "story_id", "subject_id"),
    CONSTRAINT "reexamination_subject_attempts" CHECK ("attempts" >= 0)
);

CREATE INDEX "reexamination_subject_attempts_reexamination_id_story_id_su_idx" ON "reexamination_subject"("attempts", "reexamination_id", "story_id", "subject_id");
CREATE INDEX "reexamination_subject_story_id_subject_id_idx" ON "reexamination_subject"("story_id", "subject_id");

ALTER TABLE "reexamination_subject"
  ADD CONSTRAINT "reexamination_subject_reexamination_id_fkey" FOREIGN KEY ("reexamination_id") REFERENCES "reexamination"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "reexamination_subject_story_id_subject_id_fkey" FOREIGN KEY ("story_id", "subject_id") REFERENCES "subject"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
