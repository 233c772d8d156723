CREATE TABLE "profile_edits" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "profile_edits_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"profile_id" integer NOT NULL,
	"text_version" integer NOT NULL,
	"summary" text NOT NULL,
	"reason" text NOT NULL,
	"criteria" jsonb NOT NULL,
	"edited_by" integer NOT NULL,
	"edited_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "profile_effects" (
	"profile_id" integer PRIMARY KEY NOT NULL,
	"accounts_up" integer NOT NULL,
	"accounts_down" integer NOT NULL,
	"arr_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"most_places" integer NOT NULL,
	CONSTRAINT "profile_effects_counts" CHECK ("profile_effects"."accounts_up" >= 0 and "profile_effects"."accounts_down" >= 0 and "profile_effects"."most_places" >= 0)
);
--> statement-breakpoint
CREATE TABLE "profile_lapsed_approvals" (
	"edit_id" integer NOT NULL,
	"team" text NOT NULL,
	"approved_by" integer NOT NULL,
	"approved_at" timestamp with time zone NOT NULL,
	"why" text NOT NULL,
	CONSTRAINT "profile_lapsed_approvals_edit_id_team_pk" PRIMARY KEY("edit_id","team"),
	CONSTRAINT "profile_lapsed_approvals_team" CHECK ("profile_lapsed_approvals"."team" in ('cs', 'product'))
);
--> statement-breakpoint
ALTER TABLE "profile_approvals" ADD COLUMN "why" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "profile_edits" ADD CONSTRAINT "profile_edits_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_edits" ADD CONSTRAINT "profile_edits_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_effects" ADD CONSTRAINT "profile_effects_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_lapsed_approvals" ADD CONSTRAINT "profile_lapsed_approvals_edit_id_profile_edits_id_fk" FOREIGN KEY ("edit_id") REFERENCES "public"."profile_edits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_lapsed_approvals" ADD CONSTRAINT "profile_lapsed_approvals_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "profile_edits_text" ON "profile_edits" USING btree ("profile_id","text_version");