CREATE TABLE "profile_note_mails" (
	"note_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"claimed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	CONSTRAINT "profile_note_mails_note_id_person_id_pk" PRIMARY KEY("note_id","person_id"),
	CONSTRAINT "profile_note_mails_claim" CHECK ("profile_note_mails"."sent_at" is null or "profile_note_mails"."claimed_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "profile_notes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "profile_notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"product_line_id" integer NOT NULL,
	"profile_id" integer NOT NULL,
	"month" date NOT NULL,
	"verdicts" jsonb NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "profile_note_mails" ADD CONSTRAINT "profile_note_mails_note_id_profile_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."profile_notes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_note_mails" ADD CONSTRAINT "profile_note_mails_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_notes" ADD CONSTRAINT "profile_notes_product_line_id_product_lines_id_fk" FOREIGN KEY ("product_line_id") REFERENCES "public"."product_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_notes" ADD CONSTRAINT "profile_notes_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "profile_notes_month" ON "profile_notes" USING btree ("product_line_id","month");--> statement-breakpoint
CREATE INDEX "profile_notes_profile" ON "profile_notes" USING btree ("profile_id");