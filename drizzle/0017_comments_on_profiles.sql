ALTER TABLE "comments" ALTER COLUMN "item_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "profile_id" integer;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "text_version" integer;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "criterion_key" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "criterion_label" text;--> statement-breakpoint
ALTER TABLE "profile_criteria" ADD COLUMN "key" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_profile" ON "comments" USING btree ("profile_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "profile_criteria_key" ON "profile_criteria" USING btree ("profile_id","key");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_one_subject" CHECK (num_nonnulls("comments"."item_id", "comments"."profile_id") = 1);--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_text" CHECK (("comments"."profile_id" is null) = ("comments"."text_version" is null));--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_criterion" CHECK (("comments"."criterion_key" is null) = ("comments"."criterion_label" is null)
        and ("comments"."criterion_key" is null or "comments"."profile_id" is not null));