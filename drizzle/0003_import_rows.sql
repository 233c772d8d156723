ALTER TABLE "imports" DROP CONSTRAINT "imports_state";--> statement-breakpoint
ALTER TABLE "exposure_scores" DROP CONSTRAINT "exposure_scores_account_id_accounts_id_fk";
--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "label" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "large" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "conflict" text;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "besides" jsonb;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "undone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "kept" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "total_rows" integer;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "progress_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "run" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "started_by" integer;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exposure_scores" ADD CONSTRAINT "exposure_scores_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_rows_external" ON "import_rows" USING btree ("import_id","external_id");--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_state" CHECK ("imports"."state" in ('uploaded', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone'));