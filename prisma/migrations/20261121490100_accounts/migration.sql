-- People sign in with an e-mail address and a password; integrations and the service itself have neither.

ALTER TABLE "account" ADD COLUMN "email" TEXT, ADD COLUMN "password_hash" TEXT;

CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

ALTER TABLE "account"
  -- Kept in lower case, so that one address has one account however it is typed.
  ADD CONSTRAINT "account_email_form"
    CHECK ("email" = lower("email") AND "email" ~ '^[^@]+@[^@]+$' AND "email" !~ '[^!-~]'),
  ADD CONSTRAINT "account_password_argon2id" CHECK ("password_hash" LIKE '$argon2id$%'),
  ADD CONSTRAINT "account_password_has_email" CHECK ("password_hash" IS NULL OR "email" IS NOT NULL),
  ADD CONSTRAINT "account_services_do_not_sign_in" CHECK ("kind" = 'PERSON' OR "email" IS NULL);

-- CreateEnum
CREATE TYPE "token_purpose" AS ENUM ('INVITATION', 'PASSWORD_RESET');

-- CreateTable
CREATE TABLE "account_token" (
    "account_id" UUID NOT NULL,
    "purpose" "token_purpose" NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "made_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_token_pkey" PRIMARY KEY ("account_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_token_secret_hash_key" ON "account_token"("secret_hash");

-- CreateIndex
CREATE INDEX "account_token_made_by_id_idx" ON "account_token"("made_by_id");

-- AddForeignKey
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "account_token"
  ADD CONSTRAINT "account_token_secret_hash_hex" CHECK ("secret_hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "account_token_expires" CHECK ("expires_at" > "created_at");
