-- What a language model, where the operator has set one, has read of a source's text.

CREATE TYPE "model_reading_status" AS ENUM ('READING', 'READ', 'PARTIAL', 'FAILED');
CREATE TYPE "model_problem" AS ENUM ('UNREACHABLE', 'TOO_SLOW', 'OVERLOADED', 'REFUSED', 'BAD_ANSWER', 'TEXT_TOO_LONG', 'STOPPED');

ALTER TABLE "source_reading"
    ADD COLUMN "model_status" "model_reading_status",
    ADD COLUMN "model_problem" "model_problem",
    ADD COLUMN "model_due_at" TIMESTAMPTZ(3),
    ADD COLUMN "model_failures" INTEGER NOT NULL DEFAULT 0,
    ADD CONSTRAINT "source_reading_model_problem_told" CHECK (
      ("model_problem" IS NOT NULL) = ("model_status" IS NOT NULL AND "model_status" IN ('PARTIAL', 'FAILED'))),
    -- Whoever reads may die: somebody else takes over then. What has failed is tried again, unless it would fail again.
    ADD CONSTRAINT "source_reading_model_due" CHECK (
      CASE "model_status" WHEN 'READING' THEN "model_due_at" IS NOT NULL WHEN 'FAILED' THEN "model_due_at" IS NOT NULL
        WHEN 'PARTIAL' THEN TRUE ELSE "model_due_at" IS NULL END),
    ADD CONSTRAINT "source_reading_model_failures" CHECK ("model_failures" >= 0);
