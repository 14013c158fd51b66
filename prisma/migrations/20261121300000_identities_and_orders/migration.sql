-- What ties the questions of a subject: sums that must come out, and times that must follow each other. A contradiction
-- across questions names each of them.

ALTER TABLE "question" ADD COLUMN "search_exhausted" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "identity" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "whole_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "identity_part" (
    "identity_id" UUID NOT NULL,
    "property_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "identity_part_pkey" PRIMARY KEY ("identity_id","property_id"),
    CONSTRAINT "identity_part_position" CHECK ("position" >= 0)
);

CREATE TABLE "property_order" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "earlier_id" UUID NOT NULL,
    "later_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "property_order_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "property_order_not_self" CHECK ("earlier_id" <> "later_id")
);

CREATE TABLE "contradiction_question" (
    "story_id" UUID NOT NULL,
    "contradiction_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,

    CONSTRAINT "contradiction_question_pkey" PRIMARY KEY ("story_id","contradiction_id","question_id")
);

CREATE UNIQUE INDEX "identity_key_key" ON "identity"("key");
CREATE INDEX "identity_whole_id_idx" ON "identity"("whole_id");
CREATE UNIQUE INDEX "identity_part_identity_id_position_key" ON "identity_part"("identity_id", "position");
CREATE INDEX "identity_part_property_id_idx" ON "identity_part"("property_id");
CREATE UNIQUE INDEX "property_order_key_key" ON "property_order"("key");
CREATE UNIQUE INDEX "property_order_earlier_id_later_id_key" ON "property_order"("earlier_id", "later_id");
CREATE INDEX "property_order_later_id_idx" ON "property_order"("later_id");
CREATE INDEX "contradiction_question_story_id_question_id_contradiction_i_idx" ON "contradiction_question"("story_id", "question_id", "contradiction_id");

ALTER TABLE "identity" ADD CONSTRAINT "identity_whole_id_fkey" FOREIGN KEY ("whole_id") REFERENCES "property"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "identity_part" ADD CONSTRAINT "identity_part_identity_id_fkey" FOREIGN KEY ("identity_id") REFERENCES "identity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "identity_part" ADD CONSTRAINT "identity_part_property_id_fkey" FOREIGN KEY ("property_id") REFERENCES "property"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "property_order" ADD CONSTRAINT "property_order_earlier_id_fkey" FOREIGN KEY ("earlier_id") REFERENCES "property"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "property_order" ADD CONSTRAINT "property_order_later_id_fkey" FOREIGN KEY ("later_id") REFERENCES "property"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "contradiction_question" ADD CONSTRAINT "contradiction_question_story_id_contradiction_id_fkey" FOREIGN KEY ("story_id", "contradiction_id") REFERENCES "contradiction"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "contradiction_question" ADD CONSTRAINT "contradiction_question_story_id_question_id_fkey" FOREIGN KEY ("story_id", "question_id") REFERENCES "question"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
