CREATE TABLE "poll_accounts" (
	"poll_id" integer NOT NULL,
	"account_id" integer NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "poll_accounts_poll_id_account_id_pk" PRIMARY KEY("poll_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "poll_members" (
	"poll_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"team" text NOT NULL,
	"asked_on" date NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "poll_members_poll_id_person_id_pk" PRIMARY KEY("poll_id","person_id"),
	CONSTRAINT "poll_members_team" CHECK ("poll_members"."team" in ('cs', 'product'))
);
--> statement-breakpoint
CREATE TABLE "poll_points" (
	"poll_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"criterion_id" integer NOT NULL,
	"points" smallint NOT NULL,
	CONSTRAINT "poll_points_poll_id_person_id_criterion_id_pk" PRIMARY KEY("poll_id","person_id","criterion_id"),
	CONSTRAINT "poll_points_points" CHECK ("poll_points"."points" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "poll_ratings" (
	"poll_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"account_id" integer NOT NULL,
	"rating" smallint,
	CONSTRAINT "poll_ratings_poll_id_person_id_account_id_pk" PRIMARY KEY("poll_id","person_id","account_id"),
	CONSTRAINT "poll_ratings_rating" CHECK ("poll_ratings"."rating" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "polls" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "polls_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"product_line_id" integer NOT NULL,
	"number" integer NOT NULL,
	"profile_id" integer NOT NULL,
	"seed" text NOT NULL,
	"opened_by" integer NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closes_on" date NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" integer,
	CONSTRAINT "polls_closed_by" CHECK ("polls"."closed_by" is null or "polls"."closed_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "poll_accounts" ADD CONSTRAINT "poll_accounts_poll_id_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."polls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_accounts" ADD CONSTRAINT "poll_accounts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_members" ADD CONSTRAINT "poll_members_poll_id_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."polls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_members" ADD CONSTRAINT "poll_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_points" ADD CONSTRAINT "poll_points_criterion_id_profile_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."profile_criteria"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_points" ADD CONSTRAINT "poll_points_member" FOREIGN KEY ("poll_id","person_id") REFERENCES "public"."poll_members"("poll_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_ratings" ADD CONSTRAINT "poll_ratings_member" FOREIGN KEY ("poll_id","person_id") REFERENCES "public"."poll_members"("poll_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_ratings" ADD CONSTRAINT "poll_ratings_account" FOREIGN KEY ("poll_id","account_id") REFERENCES "public"."poll_accounts"("poll_id","account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_product_line_id_product_lines_id_fk" FOREIGN KEY ("product_line_id") REFERENCES "public"."product_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "poll_accounts_position" ON "poll_accounts" USING btree ("poll_id","position");--> statement-breakpoint
CREATE INDEX "poll_members_person" ON "poll_members" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "polls_number" ON "polls" USING btree ("product_line_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "polls_open" ON "polls" USING btree ("product_line_id") WHERE "polls"."closed_at" is null;