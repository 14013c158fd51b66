-- People may sign in with what another service knows them by (OpenID Connect): who they are there, and attempts under way.

-- CreateTable
CREATE TABLE "sso_link" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sso_link_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "sso_attempt" (
    "secret_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sso_attempt_pkey" PRIMARY KEY ("secret_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "sso_link_account_id_issuer_key" ON "sso_link"("account_id", "issuer");

-- CreateIndex
CREATE INDEX "sso_attempt_expires_at_idx" ON "sso_attempt"("expires_at");

-- AddForeignKey
ALTER TABLE "sso_link" ADD CONSTRAINT "sso_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "sso_link" ADD CONSTRAINT "sso_link_not_empty" CHECK ("issuer" <> '' AND "subject" <> '');
ALTER TABLE "sso_attempt"
  ADD CONSTRAINT "sso_attempt_secret_hash_hex" CHECK ("secret_hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "sso_attempt_expires" CHECK ("expires_at" > "created_at");
