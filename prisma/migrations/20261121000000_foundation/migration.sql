-- CreateEnum
CREATE TYPE "role" AS ENUM ('READER', 'CONTRIBUTOR', 'EDITOR', 'ADMIN');

-- CreateEnum
CREATE TYPE "account_kind" AS ENUM ('PERSON', 'SERVICE');

-- CreateEnum
CREATE TYPE "agent_kind" AS ENUM ('PERSON', 'OFFICE', 'ORGANISATION', 'OUTLET', 'GROUP', 'OTHER');

-- CreateEnum
CREATE TYPE "datatype" AS ENUM ('QUANTITY', 'TIME', 'CONCEPT', 'BOOLEAN', 'TEXT');

-- CreateEnum
CREATE TYPE "accrual" AS ENUM ('FIXED', 'CUMULATIVE', 'VARYING');

-- CreateEnum
CREATE TYPE "subject_kind" AS ENUM ('EVENT', 'PERSON', 'ORGANISATION', 'PLACE', 'OBJECT', 'RELATION');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('NEWS', 'ANALYSIS', 'OFFICIAL', 'SOCIAL', 'DOCUMENT', 'TRANSCRIPT', 'OTHER');

-- CreateEnum
CREATE TYPE "source_status" AS ENUM ('ACTIVE', 'CORRECTED', 'RETRACTED');

-- CreateEnum
CREATE TYPE "reliability" AS ENUM ('A', 'B', 'C', 'D', 'E', 'F');

-- CreateEnum
CREATE TYPE "polarity" AS ENUM ('AFFIRMED', 'DENIED');

-- CreateEnum
CREATE TYPE "value_kind" AS ENUM ('QUANTITY', 'TIME', 'CONCEPT', 'BOOLEAN', 'TEXT', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "claim_status" AS ENUM ('DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'PUBLISHED', 'REJECTED', 'RETRACTED');

-- CreateEnum
CREATE TYPE "rank" AS ENUM ('PREFERRED', 'NORMAL', 'DEPRECATED');

-- CreateEnum
CREATE TYPE "certainty" AS ENUM ('CERTAIN', 'PROBABLE', 'POSSIBLE');

-- CreateEnum
CREATE TYPE "anchor_state" AS ENUM ('ANCHORED', 'MOVED', 'AMBIGUOUS', 'ORPHANED');

-- CreateEnum
CREATE TYPE "contradiction_kind" AS ENUM ('QUANTITY', 'TIME', 'CATEGORY', 'POLARITY', 'SCOPE', 'UPDATE', 'ARITHMETIC', 'ORDER', 'TEXT');

-- CreateEnum
CREATE TYPE "strength" AS ENUM ('CONFLICT', 'TENSION', 'POSSIBLE');

-- CreateEnum
CREATE TYPE "contradiction_status" AS ENUM ('OPEN', 'IN_REVIEW', 'RESOLVED', 'DISMISSED', 'LAPSED');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('CLAIM_WRONG', 'ALL_WRONG', 'SUPERSEDED', 'DIFFERENT_SCOPE', 'DIFFERENT_MEANING', 'BOTH_STAND', 'NOT_A_CONFLICT');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "kind" "account_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "agent_kind" NOT NULL,
    "part_of_id" UUID,
    "group_id" UUID NOT NULL,
    "same_as" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concept_scheme" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "siblings_exclusive" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "concept_scheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concept" (
    "id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "pref_label" TEXT NOT NULL,
    "alt_labels" TEXT[],
    "exact_match" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "concept_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concept_broader" (
    "narrower_id" UUID NOT NULL,
    "broader_id" UUID NOT NULL,

    CONSTRAINT "concept_broader_pkey" PRIMARY KEY ("narrower_id","broader_id")
);

-- CreateTable
CREATE TABLE "concept_disjoint" (
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,

    CONSTRAINT "concept_disjoint_pkey" PRIMARY KEY ("first_id","second_id")
);

-- CreateTable
CREATE TABLE "property" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "datatype" "datatype" NOT NULL,
    "unit" TEXT,
    "single_valued" BOOLEAN NOT NULL,
    "additive" BOOLEAN NOT NULL,
    "accrual" "accrual" NOT NULL,
    "scheme_id" UUID,
    "phrase" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "property_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "property_dimension" (
    "property_id" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "scheme_id" UUID NOT NULL,

    CONSTRAINT "property_dimension_pkey" PRIMARY KEY ("property_id","dimension")
);

-- CreateTable
CREATE TABLE "vocabulary_state" (
    "id" SMALLINT NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "vocabulary_state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "story" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "story_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject" (
    "story_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "subject_kind" NOT NULL,
    "label" TEXT NOT NULL,
    "aliases" TEXT[],
    "same_as" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("story_id","id")
);

-- CreateTable
CREATE TABLE "source" (
    "story_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "kind" "source_kind" NOT NULL,
    "publisher_id" UUID,
    "authors" TEXT[],
    "language" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "derived_from_id" UUID,
    "origin_id" UUID NOT NULL,
    "reliability" "reliability",
    "status" "source_status" NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_pkey" PRIMARY KEY ("story_id","id")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "story_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("story_id","id")
);

-- CreateTable
CREATE TABLE "question" (
    "story_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "property_id" UUID NOT NULL,
    "disputed" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "question_pkey" PRIMARY KEY ("story_id","id")
);

-- CreateTable
CREATE TABLE "claim" (
    "story_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "property_id" UUID NOT NULL,
    "polarity" "polarity" NOT NULL,
    "value_kind" "value_kind" NOT NULL,
    "quantity_amount" DECIMAL,
    "quantity_lower" DECIMAL,
    "quantity_upper" DECIMAL,
    "quantity_lower_open" BOOLEAN,
    "quantity_upper_open" BOOLEAN,
    "quantity_approximate" BOOLEAN,
    "quantity_unit" TEXT,
    "time_edtf" TEXT,
    "time_earliest" TIMESTAMPTZ(3),
    "time_latest" TIMESTAMPTZ(3),
    "concept_id" UUID,
    "boolean_value" BOOLEAN,
    "text_value" TEXT,
    "text_language" TEXT,
    "identity" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "status" "claim_status" NOT NULL,
    "rank" "rank" NOT NULL,
    "rank_reason" TEXT,
    "version" INTEGER NOT NULL,
    "hedged" BOOLEAN NOT NULL,
    "first_said_from" TIMESTAMPTZ(3),
    "first_said_to" TIMESTAMPTZ(3),
    "lead_citation_id" UUID,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("story_id","id")
);

-- CreateTable
CREATE TABLE "claim_scope" (
    "story_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "concept_id" UUID NOT NULL,

    CONSTRAINT "claim_scope_pkey" PRIMARY KEY ("story_id","claim_id","dimension")
);

-- CreateTable
CREATE TABLE "citation" (
    "story_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "quote_exact" TEXT NOT NULL,
    "quote_prefix" TEXT NOT NULL,
    "quote_suffix" TEXT NOT NULL,
    "quote_start" INTEGER NOT NULL,
    "quote_end" INTEGER NOT NULL,
    "anchor" "anchor_state" NOT NULL,
    "claimant_id" UUID,
    "certainty" "certainty" NOT NULL,
    "said_on" TEXT,
    "said_from" TIMESTAMPTZ(3),
    "said_to" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("story_id","id")
);

-- CreateTable
CREATE TABLE "contradiction" (
    "story_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_key" TEXT NOT NULL,
    "kind" "contradiction_kind" NOT NULL,
    "strength" "strength" NOT NULL,
    "rule" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    "question_id" UUID,
    "status" "contradiction_status" NOT NULL,
    "outcome" "outcome",
    "note" TEXT,
    "resolved_by_id" UUID,
    "resolved_at" TIMESTAMPTZ(3),
    "new_evidence_since" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,
    "detected_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contradiction_pkey" PRIMARY KEY ("story_id","id")
);

-- CreateTable
CREATE TABLE "contradiction_member" (
    "story_id" UUID NOT NULL,
    "contradiction_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "upheld" BOOLEAN NOT NULL,

    CONSTRAINT "contradiction_member_pkey" PRIMARY KEY ("story_id","contradiction_id","claim_id")
);

-- CreateTable
CREATE TABLE "revision" (
    "story_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID,
    "contradiction_id" UUID,
    "version" INTEGER NOT NULL,
    "changes" JSONB NOT NULL,
    "reason" TEXT,
    "actor_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("story_id","id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "story_id" UUID,
    "actor_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "request_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_key_secret_hash_key" ON "api_key"("secret_hash");

-- CreateIndex
CREATE INDEX "api_key_account_id_id_idx" ON "api_key"("account_id", "id");

-- CreateIndex
CREATE INDEX "agent_part_of_id_idx" ON "agent"("part_of_id");

-- CreateIndex
CREATE INDEX "agent_group_id_idx" ON "agent"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "concept_scheme_key_key" ON "concept_scheme"("key");

-- CreateIndex
CREATE INDEX "concept_scheme_id_id_idx" ON "concept"("scheme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "concept_scheme_id_pref_label_key" ON "concept"("scheme_id", "pref_label");

-- CreateIndex
CREATE INDEX "concept_broader_broader_id_narrower_id_idx" ON "concept_broader"("broader_id", "narrower_id");

-- CreateIndex
CREATE INDEX "concept_disjoint_second_id_first_id_idx" ON "concept_disjoint"("second_id", "first_id");

-- CreateIndex
CREATE UNIQUE INDEX "property_key_key" ON "property"("key");

-- CreateIndex
CREATE UNIQUE INDEX "story_slug_key" ON "story"("slug");

-- CreateIndex
CREATE INDEX "story_updated_at_id_idx" ON "story"("updated_at", "id");

-- CreateIndex
CREATE INDEX "story_title_id_idx" ON "story"("title", "id");

-- CreateIndex
CREATE INDEX "source_story_id_status_id_idx" ON "source"("story_id", "status", "id");

-- CreateIndex
CREATE INDEX "source_story_id_kind_id_idx" ON "source"("story_id", "kind", "id");

-- CreateIndex
CREATE INDEX "source_story_id_publisher_id_id_idx" ON "source"("story_id", "publisher_id", "id");

-- CreateIndex
CREATE INDEX "source_story_id_derived_from_id_idx" ON "source"("story_id", "derived_from_id");

-- CreateIndex
CREATE INDEX "source_story_id_origin_id_idx" ON "source"("story_id", "origin_id");

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_story_id_source_id_id_key" ON "snapshot"("story_id", "source_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_story_id_source_id_sha256_key" ON "snapshot"("story_id", "source_id", "sha256");

-- CreateIndex
CREATE INDEX "question_story_id_disputed_id_idx" ON "question"("story_id", "disputed", "id");

-- CreateIndex
CREATE INDEX "question_property_id_id_idx" ON "question"("property_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "question_story_id_subject_id_property_id_key" ON "question"("story_id", "subject_id", "property_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_story_id_id_subject_id_property_id_key" ON "question"("story_id", "id", "subject_id", "property_id");

-- CreateIndex
CREATE INDEX "claim_story_id_question_id_id_idx" ON "claim"("story_id", "question_id", "id");

-- CreateIndex
CREATE INDEX "claim_story_id_subject_id_id_idx" ON "claim"("story_id", "subject_id", "id");

-- CreateIndex
CREATE INDEX "claim_story_id_property_id_id_idx" ON "claim"("story_id", "property_id", "id");

-- CreateIndex
CREATE INDEX "claim_story_id_status_id_idx" ON "claim"("story_id", "status", "id");

-- CreateIndex
CREATE INDEX "claim_story_id_updated_at_id_idx" ON "claim"("story_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "claim_id_idx" ON "claim"("id");

-- CreateIndex
CREATE INDEX "claim_property_id_id_idx" ON "claim"("property_id", "id");

-- CreateIndex
CREATE INDEX "claim_status_id_idx" ON "claim"("status", "id");

-- CreateIndex
CREATE INDEX "claim_updated_at_id_idx" ON "claim"("updated_at", "id");

-- CreateIndex
CREATE INDEX "claim_concept_id_idx" ON "claim"("concept_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_story_id_identity_key" ON "claim"("story_id", "identity");

-- CreateIndex
CREATE INDEX "claim_scope_concept_id_idx" ON "claim_scope"("concept_id");

-- CreateIndex
CREATE INDEX "citation_story_id_claim_id_id_idx" ON "citation"("story_id", "claim_id", "id");

-- CreateIndex
CREATE INDEX "citation_story_id_claim_id_said_to_source_id_quote_start_id_idx" ON "citation"("story_id", "claim_id", "said_to", "source_id", "quote_start", "id");

-- CreateIndex
CREATE INDEX "citation_story_id_source_id_id_idx" ON "citation"("story_id", "source_id", "id");

-- CreateIndex
CREATE INDEX "citation_story_id_snapshot_id_idx" ON "citation"("story_id", "snapshot_id");

-- CreateIndex
CREATE INDEX "citation_claimant_id_idx" ON "citation"("claimant_id");

-- CreateIndex
CREATE INDEX "contradiction_story_id_question_id_id_idx" ON "contradiction"("story_id", "question_id", "id");

-- CreateIndex
CREATE INDEX "contradiction_story_id_status_id_idx" ON "contradiction"("story_id", "status", "id");

-- CreateIndex
CREATE INDEX "contradiction_story_id_kind_id_idx" ON "contradiction"("story_id", "kind", "id");

-- CreateIndex
CREATE INDEX "contradiction_story_id_strength_id_idx" ON "contradiction"("story_id", "strength", "id");

-- CreateIndex
CREATE INDEX "contradiction_story_id_updated_at_id_idx" ON "contradiction"("story_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "contradiction_id_idx" ON "contradiction"("id");

-- CreateIndex
CREATE INDEX "contradiction_status_id_idx" ON "contradiction"("status", "id");

-- CreateIndex
CREATE INDEX "contradiction_kind_id_idx" ON "contradiction"("kind", "id");

-- CreateIndex
CREATE INDEX "contradiction_strength_id_idx" ON "contradiction"("strength", "id");

-- CreateIndex
CREATE INDEX "contradiction_updated_at_id_idx" ON "contradiction"("updated_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "contradiction_story_id_member_key_key" ON "contradiction"("story_id", "member_key");

-- CreateIndex
CREATE INDEX "contradiction_member_story_id_claim_id_contradiction_id_idx" ON "contradiction_member"("story_id", "claim_id", "contradiction_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_story_id_claim_id_version_key" ON "revision"("story_id", "claim_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "revision_story_id_contradiction_id_version_key" ON "revision"("story_id", "contradiction_id", "version");

-- CreateIndex
CREATE INDEX "audit_event_story_id_id_idx" ON "audit_event"("story_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_id_idx" ON "audit_event"("actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_object_id_id_idx" ON "audit_event"("object_id", "id");

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "agent" ADD CONSTRAINT "agent_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "agent" ADD CONSTRAINT "agent_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "concept" ADD CONSTRAINT "concept_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "concept_scheme"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "concept_broader" ADD CONSTRAINT "concept_broader_narrower_id_fkey" FOREIGN KEY ("narrower_id") REFERENCES "concept"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "concept_broader" ADD CONSTRAINT "concept_broader_broader_id_fkey" FOREIGN KEY ("broader_id") REFERENCES "concept"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "concept_disjoint" ADD CONSTRAINT "concept_disjoint_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "concept"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "concept_disjoint" ADD CONSTRAINT "concept_disjoint_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "concept"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "property" ADD CONSTRAINT "property_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "concept_scheme"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "property_dimension" ADD CONSTRAINT "property_dimension_property_id_fkey" FOREIGN KEY ("property_id") REFERENCES "property"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "property_dimension" ADD CONSTRAINT "property_dimension_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "concept_scheme"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "subject" ADD CONSTRAINT "subject_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_story_id_derived_from_id_fkey" FOREIGN KEY ("story_id", "derived_from_id") REFERENCES "source"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_story_id_origin_id_fkey" FOREIGN KEY ("story_id", "origin_id") REFERENCES "source"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_story_id_source_id_fkey" FOREIGN KEY ("story_id", "source_id") REFERENCES "source"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_story_id_subject_id_fkey" FOREIGN KEY ("story_id", "subject_id") REFERENCES "subject"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_property_id_fkey" FOREIGN KEY ("property_id") REFERENCES "property"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_story_id_question_id_subject_id_property_id_fkey" FOREIGN KEY ("story_id", "question_id", "subject_id", "property_id") REFERENCES "question"("story_id", "id", "subject_id", "property_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_concept_id_fkey" FOREIGN KEY ("concept_id") REFERENCES "concept"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_story_id_lead_citation_id_fkey" FOREIGN KEY ("story_id", "lead_citation_id") REFERENCES "citation"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim_scope" ADD CONSTRAINT "claim_scope_story_id_claim_id_fkey" FOREIGN KEY ("story_id", "claim_id") REFERENCES "claim"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim_scope" ADD CONSTRAINT "claim_scope_concept_id_fkey" FOREIGN KEY ("concept_id") REFERENCES "concept"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_story_id_claim_id_fkey" FOREIGN KEY ("story_id", "claim_id") REFERENCES "claim"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_story_id_source_id_fkey" FOREIGN KEY ("story_id", "source_id") REFERENCES "source"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_story_id_source_id_snapshot_id_fkey" FOREIGN KEY ("story_id", "source_id", "snapshot_id") REFERENCES "snapshot"("story_id", "source_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contradiction" ADD CONSTRAINT "contradiction_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contradiction" ADD CONSTRAINT "contradiction_story_id_question_id_fkey" FOREIGN KEY ("story_id", "question_id") REFERENCES "question"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contradiction" ADD CONSTRAINT "contradiction_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contradiction_member" ADD CONSTRAINT "contradiction_member_story_id_contradiction_id_fkey" FOREIGN KEY ("story_id", "contradiction_id") REFERENCES "contradiction"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contradiction_member" ADD CONSTRAINT "contradiction_member_story_id_claim_id_fkey" FOREIGN KEY ("story_id", "claim_id") REFERENCES "claim"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_story_id_claim_id_fkey" FOREIGN KEY ("story_id", "claim_id") REFERENCES "claim"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_story_id_contradiction_id_fkey" FOREIGN KEY ("story_id", "contradiction_id") REFERENCES "contradiction"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
