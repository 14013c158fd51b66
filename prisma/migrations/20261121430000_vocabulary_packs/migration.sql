-- Vocabulary packs: which were imported, and what each of them declares.

ALTER TABLE "concept_scheme" ADD COLUMN "open" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "concept" ADD COLUMN "exclusive_group" TEXT;
ALTER TABLE "property" ADD COLUMN "recognition" JSONB;

CREATE TABLE "vocabulary_pack" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "description" TEXT,
    "recognition" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vocabulary_pack_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "vocabulary_pack_digest" CHECK ("digest" ~ '^[0-9a-f]{64}$')
);

CREATE TABLE "pack_term" (
    "pack_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "scheme_id" UUID,
    "concept_id" UUID,
    "property_id" UUID,
    "identity_id" UUID,
    "order_id" UUID,

    CONSTRAINT "pack_term_pkey" PRIMARY KEY ("pack_id","kind","key"),
    CONSTRAINT "pack_term_one_object" CHECK (
        num_nonnulls("scheme_id", "concept_id", "property_id", "identity_id", "order_id") = 1
        AND "kind" = CASE
            WHEN "scheme_id" IS NOT NULL THEN 'SCHEME'
            WHEN "concept_id" IS NOT NULL THEN 'CONCEPT'
            WHEN "property_id" IS NOT NULL THEN 'PROPERTY'
            WHEN "identity_id" IS NOT NULL THEN 'IDENTITY'
            ELSE 'ORDER' END)
);

CREATE UNIQUE INDEX "vocabulary_pack_key_key" ON "vocabulary_pack"("key");
CREATE INDEX "pack_term_scheme_id_idx" ON "pack_term"("scheme_id");
CREATE INDEX "pack_term_concept_id_idx" ON "pack_term"("concept_id");
CREATE INDEX "pack_term_property_id_idx" ON "pack_term"("property_id");
CREATE INDEX "pack_term_identity_id_idx" ON "pack_term"("identity_id");
CREATE INDEX "pack_term_order_id_idx" ON "pack_term"("order_id");

ALTER TABLE "pack_term"
  ADD CONSTRAINT "pack_term_pack_id_fkey" FOREIGN KEY ("pack_id") REFERENCES "vocabulary_pack"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "pack_term_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "concept_scheme"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "pack_term_concept_id_fkey" FOREIGN KEY ("concept_id") REFERENCES "concept"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "pack_term_property_id_fkey" FOREIGN KEY ("property_id") REFERENCES "property"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "pack_term_identity_id_fkey" FOREIGN KEY ("identity_id") REFERENCES "identity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "pack_term_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "property_order"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
