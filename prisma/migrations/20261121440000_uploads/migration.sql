-- Files on their way to becoming sources: kept for an hour, read by whoever sent them.
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT,
    "size" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "upload_size_of_content" CHECK ("size" = length("content") AND "size" > 0)
);

CREATE INDEX "upload_account_id_created_at_idx" ON "upload"("account_id", "created_at");
CREATE INDEX "upload_created_at_idx" ON "upload"("created_at");

ALTER TABLE "upload" ADD CONSTRAINT "upload_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Documents are packed already, or read once: compressing them again is work for nothing.
ALTER TABLE "upload" ALTER COLUMN "content" SET STORAGE EXTERNAL;

-- An address is looked up when it is imported. It may be longer than an index entry, so its hash stands for it.
CREATE INDEX "source_address" ON "source" ("story_id", md5("url")) WHERE "url" IS NOT NULL;
-- So is a text.
CREATE INDEX "snapshot_story_id_sha256_idx" ON "snapshot"("story_id", "sha256");
