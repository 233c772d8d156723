CREATE TABLE "score_facts" (
	"subject" text NOT NULL,
	"account_id" integer,
	"item_ids" integer[] NOT NULL,
	"content" jsonb NOT NULL,
	"since" integer NOT NULL,
	"until" integer,
	CONSTRAINT "score_facts_subject_since_pk" PRIMARY KEY("subject","since")
);
--> statement-breakpoint
CREATE TABLE "score_moments" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "score_moments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"model_version_id" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "moment_id" integer;--> statement-breakpoint
ALTER TABLE "score_history" ADD COLUMN "moment_id" integer;--> statement-breakpoint
ALTER TABLE "score_facts" ADD CONSTRAINT "score_facts_since_score_moments_id_fk" FOREIGN KEY ("since") REFERENCES "public"."score_moments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_facts" ADD CONSTRAINT "score_facts_until_score_moments_id_fk" FOREIGN KEY ("until") REFERENCES "public"."score_moments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_moments" ADD CONSTRAINT "score_moments_model_version_id_model_versions_id_fk" FOREIGN KEY ("model_version_id") REFERENCES "public"."model_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "score_facts_account" ON "score_facts" USING btree ("account_id") WHERE "score_facts"."until" is null;--> statement-breakpoint
CREATE INDEX "score_facts_items" ON "score_facts" USING gin ("item_ids");--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_moment_id_score_moments_id_fk" FOREIGN KEY ("moment_id") REFERENCES "public"."score_moments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_history" ADD CONSTRAINT "score_history_moment_id_score_moments_id_fk" FOREIGN KEY ("moment_id") REFERENCES "public"."score_moments"("id") ON DELETE no action ON UPDATE no action;