ALTER TABLE "profile_criteria" ADD COLUMN "weight" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "profile_criteria" ADD COLUMN "weight_sd" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "profile_criteria" ADD COLUMN "evidence" jsonb;--> statement-breakpoint
-- What was signed before counted by its points alone.
UPDATE "profile_criteria"
SET "weight" = 2 * ln(9::double precision) * "points"::double precision / 100, "weight_sd" = 0.7
WHERE "kind" = 'points';--> statement-breakpoint
ALTER TABLE "profile_criteria" ADD CONSTRAINT "profile_criteria_weight" CHECK (("profile_criteria"."kind" = 'points') = ("profile_criteria"."weight_sd" > 0));