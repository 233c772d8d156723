CREATE TABLE "calibrations" (
	"person_id" integer PRIMARY KEY NOT NULL,
	"observed" integer NOT NULL,
	"expected" double precision NOT NULL,
	"factor" double precision NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calibrations_factor" CHECK ("calibrations"."factor" between 0.5 and 1.5)
);
--> statement-breakpoint
ALTER TABLE "calibrations" ADD CONSTRAINT "calibrations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "requests_blockers" ON "requests" USING btree ("submitted_by") WHERE "requests"."importance" = 'blocker' and "requests"."settled_importance" is null;