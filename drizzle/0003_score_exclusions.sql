CREATE TABLE "score_exclusions" (
	"exposure" text NOT NULL,
	"account_id" integer NOT NULL,
	"request_id" integer,
	"reason" text NOT NULL,
	CONSTRAINT "score_exclusions_subject" UNIQUE NULLS NOT DISTINCT("exposure","request_id"),
	CONSTRAINT "score_exclusions_reason" CHECK ("score_exclusions"."reason" in ('no_amount', 'no_date', 'no_probability', 'long_overdue', 'expired_claim')),
	CONSTRAINT "score_exclusions_claim" CHECK (("score_exclusions"."reason" = 'expired_claim') = ("score_exclusions"."request_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "score_exclusions" ADD CONSTRAINT "score_exclusions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_exclusions" ADD CONSTRAINT "score_exclusions_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "score_exclusions_account" ON "score_exclusions" USING btree ("account_id");