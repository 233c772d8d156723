CREATE TABLE "outcomes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outcomes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"account_id" integer NOT NULL,
	"contract_id" integer,
	"opportunity_id" integer,
	"outcome" text NOT NULL,
	"due_on" date,
	"decided_on" date NOT NULL,
	"amount_before_minor" bigint,
	"amount_after_minor" bigint,
	"currency" text,
	"reason" text,
	"item_id" integer,
	"note" text DEFAULT '' NOT NULL,
	"source" text NOT NULL,
	"import_id" integer,
	"changed" jsonb NOT NULL,
	"recorded_by" integer,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outcomes_outcome" CHECK ("outcomes"."outcome" in ('renewed', 'expanded', 'contracted', 'churned', 'won', 'lost')),
	CONSTRAINT "outcomes_reason" CHECK ("outcomes"."reason" in ('product_gap', 'price', 'sponsor_left', 'competitor', 'low_usage', 'service', 'business_closed', 'other')),
	CONSTRAINT "outcomes_source" CHECK ("outcomes"."source" in ('hand', 'import', 'crm')),
	CONSTRAINT "outcomes_subject" CHECK (("outcomes"."contract_id" is null) <> ("outcomes"."opportunity_id" is null)
        and ("outcomes"."opportunity_id" is not null) = ("outcomes"."outcome" in ('won', 'lost'))),
	CONSTRAINT "outcomes_item" CHECK ("outcomes"."item_id" is null or "outcomes"."reason" = 'product_gap'),
	CONSTRAINT "outcomes_lost_reason" CHECK ("outcomes"."reason" is null or "outcomes"."outcome" in ('contracted', 'churned', 'lost')),
	CONSTRAINT "outcomes_amounts" CHECK ("outcomes"."amount_before_minor" >= 0 and "outcomes"."amount_after_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "predictions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "predictions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"exposure" text NOT NULL,
	"account_id" integer NOT NULL,
	"due_on" date NOT NULL,
	"decision_on" date NOT NULL,
	"days_ahead" integer NOT NULL,
	"frozen_on" date NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"q" double precision NOT NULL,
	"raw" double precision NOT NULL,
	"weight" double precision NOT NULL,
	"parts" jsonb NOT NULL,
	"inputs" jsonb NOT NULL,
	"inputs_hash" text NOT NULL,
	"model_version_id" integer NOT NULL,
	CONSTRAINT "predictions_once" UNIQUE("exposure","decision_on","days_ahead"),
	CONSTRAINT "predictions_days" CHECK ("predictions"."days_ahead" in (90, 30)),
	CONSTRAINT "predictions_q" CHECK ("predictions"."q" between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_opportunity_id_opportunities_id_fk" FOREIGN KEY ("opportunity_id") REFERENCES "public"."opportunities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "predictions" ADD CONSTRAINT "predictions_model_version_id_model_versions_id_fk" FOREIGN KEY ("model_version_id") REFERENCES "public"."model_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "outcomes_contract" ON "outcomes" USING btree ("contract_id","due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "outcomes_opportunity" ON "outcomes" USING btree ("opportunity_id");--> statement-breakpoint
CREATE INDEX "outcomes_account" ON "outcomes" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "outcomes_decided" ON "outcomes" USING btree ("decided_on" DESC NULLS LAST,"id" DESC NULLS LAST);
--> statement-breakpoint
create function refuse_prediction_change() returns trigger language plpgsql as $$
begin
  raise exception 'a prediction never changes';
end $$;
--> statement-breakpoint
create trigger predictions_append_only before update or delete on predictions
  for each row execute function refuse_prediction_change();
