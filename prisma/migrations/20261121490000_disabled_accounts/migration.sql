-- An account that is disabled can neither sign in nor act by its keys; what it did stays.
ALTER TABLE "account" ADD COLUMN "disabled_at" TIMESTAMPTZ(3);
