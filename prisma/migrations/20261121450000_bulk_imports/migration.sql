-- How far imports of many lines have come, so that one that was broken off goes on where it stopped.
CREATE TABLE "bulk_import" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "digest" TEXT,
    "lines" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL,
    "read_digest" TEXT NOT NULL,
    "added" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_import_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "bulk_import_digests" CHECK ("digest" ~ '^[0-9a-f]{64}$' AND "read_digest" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "bulk_import_counts" CHECK (least("lines", "bytes", "added", "unchanged", "failed") >= 0
      AND "added" + "unchanged" + "failed" <= "lines")
);

CREATE UNIQUE INDEX "bulk_import_account_id_digest_key" ON "bulk_import"("account_id", "digest");

ALTER TABLE "bulk_import" ADD CONSTRAINT "bulk_import_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "bulk_import_error" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "position" SMALLINT NOT NULL,
    "code" TEXT NOT NULL,
    "field" TEXT[],
    "message" TEXT NOT NULL,

    CONSTRAINT "bulk_import_error_pkey" PRIMARY KEY ("import_id","line","position"),
    CONSTRAINT "bulk_import_error_line" CHECK ("line" > 0)
);

ALTER TABLE "bulk_import_error" ADD CONSTRAINT "bulk_import_error_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "bulk_import"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Imports find agents by their name and subjects by their label.
CREATE INDEX "agent_name_idx" ON "agent"("name");
CREATE INDEX "subject_story_id_label_idx" ON "subject"("story_id", "label");
