CREATE TABLE "profile_snapshot_fits" (
	"snapshot_id" integer NOT NULL,
	"account_id" integer NOT NULL,
	"fit" double precision NOT NULL,
	"arr_minor" bigint NOT NULL,
	CONSTRAINT "profile_snapshot_fits_snapshot_id_account_id_pk" PRIMARY KEY("snapshot_id","account_id"),
	CONSTRAINT "profile_snapshot_fits_fit" CHECK ("profile_snapshot_fits"."fit" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "profile_snapshots" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "profile_snapshots_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"profile_id" integer NOT NULL,
	"taken_on" date NOT NULL,
	"weights" jsonb NOT NULL,
	"currency" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "profile_snapshot_fits" ADD CONSTRAINT "profile_snapshot_fits_snapshot_id_profile_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."profile_snapshots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_snapshot_fits" ADD CONSTRAINT "profile_snapshot_fits_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_snapshots" ADD CONSTRAINT "profile_snapshots_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "profile_snapshot_fits_account" ON "profile_snapshot_fits" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "profile_snapshots_day" ON "profile_snapshots" USING btree ("profile_id","taken_on");