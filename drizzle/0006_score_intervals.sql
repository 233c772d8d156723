-- Scores are a cache: what is there says nothing of itself until it is scored again, which an older moment brings about.
ALTER TABLE "item_scores" ADD COLUMN "low" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "item_scores" ALTER COLUMN "low" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "item_scores" ADD COLUMN "high" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "item_scores" ALTER COLUMN "high" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "item_scores" ADD COLUMN "sensitivity" jsonb DEFAULT '{"median":0,"cost":0,"importance":{"blocker":0,"critical":0,"major":0,"minor":0},"pulls":{}}' NOT NULL;--> statement-breakpoint
ALTER TABLE "item_scores" ALTER COLUMN "sensitivity" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "item_scores" ADD COLUMN "tier" integer;--> statement-breakpoint
ALTER TABLE "item_scores" ADD COLUMN "line_tier" integer;--> statement-breakpoint
UPDATE "item_scores" SET "computed_at" = "computed_at" - interval '2 days';
