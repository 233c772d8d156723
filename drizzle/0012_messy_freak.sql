CREATE TABLE "profile_closings" (
	"profile_id" integer PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"closed_by" integer NOT NULL,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "profile_closings_kind" CHECK ("profile_closings"."kind" in ('withdrawn', 'rejected')),
	CONSTRAINT "profile_closings_reason" CHECK ("profile_closings"."kind" <> 'rejected' or "profile_closings"."reason" <> '')
);
--> statement-breakpoint
ALTER TABLE "profile_closings" ADD CONSTRAINT "profile_closings_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_closings" ADD CONSTRAINT "profile_closings_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;