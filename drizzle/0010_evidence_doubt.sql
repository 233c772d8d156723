ALTER TABLE "request_decisions" DROP CONSTRAINT "request_decisions_kind";--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "evidence_doubt" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "evidence_doubted_by" integer;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_evidence_doubted_by_people_id_fk" FOREIGN KEY ("evidence_doubted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_decisions" ADD CONSTRAINT "request_decisions_kind" CHECK ("request_decisions"."kind" in ('link', 'new_item', 'split', 'merge', 'answer', 'ask_back', 'commercial', 'fast_lane', 'decline', 'unlink', 'unmerge', 'move', 'retype', 'importance', 'settle', 'evidence', 'reopen'));--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_doubted" CHECK (("requests"."evidence_doubt" is null) = ("requests"."evidence_doubted_by" is null));