CREATE TABLE "account_external_ids" (
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"account_id" integer NOT NULL,
	CONSTRAINT "account_external_ids_source_external_id_pk" PRIMARY KEY("source","external_id")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "accounts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"name_fold" text NOT NULL,
	"domain" text,
	"parent_id" integer,
	"owner_id" integer,
	"lifecycle" text DEFAULT 'active' NOT NULL,
	"segment" text,
	"industry" text,
	"region" text,
	"employees" integer,
	"plan" text,
	"health_score" integer,
	"health_colour" text,
	"strategic_weight" numeric(3, 2) DEFAULT 1 NOT NULL,
	"strategic_reason" text,
	"strategic_until" date,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "accounts_lifecycle" CHECK ("accounts"."lifecycle" in ('prospect', 'onboarding', 'active', 'churned')),
	CONSTRAINT "accounts_health_colour" CHECK ("accounts"."health_colour" in ('green', 'yellow', 'red')),
	CONSTRAINT "accounts_health_score" CHECK ("accounts"."health_score" between 0 and 100),
	CONSTRAINT "accounts_strategic" CHECK ("accounts"."strategic_weight" between 0.8 and 1.25),
	CONSTRAINT "accounts_strategic_reason" CHECK ("accounts"."strategic_weight" = 1 or ("accounts"."strategic_reason" is not null and "accounts"."strategic_until" is not null)),
	CONSTRAINT "accounts_not_own_parent" CHECK ("accounts"."parent_id" <> "accounts"."id"),
	CONSTRAINT "accounts_employees" CHECK ("accounts"."employees" >= 0)
);
--> statement-breakpoint
CREATE TABLE "attribute_definitions" (
	"key" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"type" text NOT NULL,
	"choices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "attribute_definitions_type" CHECK ("attribute_definitions"."type" in ('text', 'number', 'boolean', 'date', 'choice'))
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"subject_type" text NOT NULL,
	"subject_id" integer NOT NULL,
	"subject_version" integer NOT NULL,
	"field" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"changed_by" integer,
	"import_id" integer,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "changes_subject_type" CHECK ("changes"."subject_type" in ('account', 'contract', 'opportunity', 'request', 'item'))
);
--> statement-breakpoint
CREATE TABLE "contract_covers" (
	"contract_id" integer NOT NULL,
	"account_id" integer NOT NULL,
	CONSTRAINT "contract_covers_contract_id_account_id_pk" PRIMARY KEY("contract_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "contracts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"account_id" integer NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"period" text DEFAULT 'year' NOT NULL,
	"starts_on" date,
	"renews_on" date,
	"evergreen" boolean DEFAULT false NOT NULL,
	"notice_days" integer DEFAULT 60 NOT NULL,
	"auto_renew" boolean DEFAULT false NOT NULL,
	"product_line_id" integer,
	"ended_on" date,
	"forecast" integer,
	"source" text DEFAULT 'causeway' NOT NULL,
	"external_id" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contracts_period" CHECK ("contracts"."period" in ('year', 'month')),
	CONSTRAINT "contracts_amount" CHECK ("contracts"."amount_minor" >= 0),
	CONSTRAINT "contracts_notice" CHECK ("contracts"."notice_days" between 0 and 3650),
	CONSTRAINT "contracts_evergreen" CHECK (not ("contracts"."evergreen" and "contracts"."renews_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "opportunities" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "opportunities_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"account_id" integer NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"amount_minor" bigint,
	"currency" text,
	"stage" text,
	"probability" integer,
	"closes_on" date,
	"state" text DEFAULT 'open' NOT NULL,
	"product_line_id" integer,
	"contract_id" integer,
	"source" text DEFAULT 'causeway' NOT NULL,
	"external_id" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "opportunities_kind" CHECK ("opportunities"."kind" in ('new', 'expansion', 'renewal')),
	CONSTRAINT "opportunities_state" CHECK ("opportunities"."state" in ('open', 'won', 'lost')),
	CONSTRAINT "opportunities_probability" CHECK ("opportunities"."probability" between 0 and 100),
	CONSTRAINT "opportunities_money" CHECK (("opportunities"."amount_minor" is null) = ("opportunities"."currency" is null)),
	CONSTRAINT "opportunities_amount" CHECK ("opportunities"."amount_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "import_chunks" (
	"import_id" integer NOT NULL,
	"position" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "import_chunks_import_id_position_pk" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "import_mappings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"headers_hash" text NOT NULL,
	"settings" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" integer NOT NULL,
	"row" integer NOT NULL,
	"line" integer NOT NULL,
	"outcome" text NOT NULL,
	"external_id" text,
	"label" text DEFAULT '' NOT NULL,
	"cells" jsonb,
	"values" jsonb,
	"diff" jsonb,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"large" boolean DEFAULT false NOT NULL,
	"reference" text,
	"subject_type" text,
	"subject_id" integer,
	"applied_version" integer,
	"matched_account_id" integer,
	"matched_by" integer,
	"applied_at" timestamp with time zone,
	"conflict" text,
	"besides" jsonb,
	"undone_at" timestamp with time zone,
	"kept" text,
	CONSTRAINT "import_rows_import_id_row_pk" PRIMARY KEY("import_id","row"),
	CONSTRAINT "import_rows_outcome_check" CHECK ("import_rows"."outcome" in ('new', 'changed', 'unchanged', 'wrong', 'aside'))
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"file_name" text NOT NULL,
	"file_size" bigint NOT NULL,
	"state" text DEFAULT 'uploaded' NOT NULL,
	"settings" jsonb NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"total_rows" integer,
	"progress_row" integer DEFAULT 0 NOT NULL,
	"progress_at" timestamp with time zone,
	"run" integer DEFAULT 0 NOT NULL,
	"started_by" integer,
	"problem" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"applied_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "imports_kind" CHECK ("imports"."kind" in ('accounts', 'contracts', 'opportunities', 'requests')),
	CONSTRAINT "imports_state" CHECK ("imports"."state" in ('uploaded', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone'))
);
--> statement-breakpoint
CREATE TABLE "comment_mentions" (
	"comment_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "comment_mentions_comment_id_person_id_pk" PRIMARY KEY("comment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"item_id" integer NOT NULL,
	"author_id" integer NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_decisions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "item_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"item_id" integer NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"to_horizon" text,
	"reason" text NOT NULL,
	"decided_by" integer,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "item_decisions_to" CHECK ("item_decisions"."to_status" in ('candidate', 'planned', 'in_progress', 'shipped', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "item_merges" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "item_merges_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"from_item_id" integer NOT NULL,
	"into_item_id" integer NOT NULL,
	"request_ids" jsonb NOT NULL,
	"scores" jsonb NOT NULL,
	"reason" text NOT NULL,
	"merged_by" integer,
	"merged_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "items" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"title_fold" text NOT NULL,
	"body_fold" text NOT NULL,
	"type" text NOT NULL,
	"product_line_id" integer NOT NULL,
	"area_id" integer,
	"owner_id" integer,
	"lane" text DEFAULT 'ranked' NOT NULL,
	"fast_lane" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'candidate' NOT NULL,
	"horizon" text,
	"cost_low" numeric(8, 2),
	"cost_likely" numeric(8, 2),
	"cost_high" numeric(8, 2),
	"cost_size" text,
	"ships_on" date,
	"ship_quarter" text,
	"ship_confidence" text,
	"tracker_url" text,
	"tracker_key" text,
	"merged_into_id" integer,
	"status_since" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "items_type" CHECK ("items"."type" in ('bug', 'change_request', 'feature_request')),
	CONSTRAINT "items_lane" CHECK ("items"."lane" in ('ranked', 'security', 'compliance', 'debt')),
	CONSTRAINT "items_status" CHECK ("items"."status" in ('candidate', 'planned', 'in_progress', 'shipped', 'declined')),
	CONSTRAINT "items_horizon" CHECK ("items"."horizon" in ('now', 'next', 'later')),
	CONSTRAINT "items_cost_size" CHECK ("items"."cost_size" in ('S', 'M', 'L', 'XL')),
	CONSTRAINT "items_ship_confidence" CHECK ("items"."ship_confidence" in ('low', 'medium', 'high')),
	CONSTRAINT "items_horizon_planned" CHECK (("items"."status" = 'planned') = ("items"."horizon" is not null)),
	CONSTRAINT "items_cost_order" CHECK (("items"."cost_low" is null and "items"."cost_likely" is null and "items"."cost_high" is null)
        or ("items"."cost_low" > 0 and "items"."cost_low" <= "items"."cost_likely" and "items"."cost_likely" <= "items"."cost_high")),
	CONSTRAINT "items_one_cost" CHECK ("items"."cost_size" is null or "items"."cost_low" is null)
);
--> statement-breakpoint
CREATE TABLE "areas" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "areas_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"product_line_id" integer NOT NULL,
	"name" text NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" integer,
	"name" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "model_versions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "model_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"parameters" jsonb NOT NULL,
	"reason" text NOT NULL,
	"created_by" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"time_zone" text DEFAULT 'Europe/Berlin' NOT NULL,
	"base_currency" text DEFAULT 'EUR' NOT NULL,
	"response_targets" jsonb NOT NULL,
	"stage_probabilities" jsonb NOT NULL,
	CONSTRAINT "organisation_single" CHECK ("organisation"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "plan_rates" (
	"rate_version_id" integer NOT NULL,
	"currency" text NOT NULL,
	"rate" numeric(20, 10) NOT NULL,
	CONSTRAINT "plan_rates_rate_version_id_currency_pk" PRIMARY KEY("rate_version_id","currency"),
	CONSTRAINT "plan_rates_positive" CHECK ("plan_rates"."rate" > 0)
);
--> statement-breakpoint
CREATE TABLE "product_lines" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "product_lines_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "product_lines_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "rate_versions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rate_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"reason" text NOT NULL,
	"base_currency" text NOT NULL,
	"created_by" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "saved_views_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"owner_id" integer NOT NULL,
	"page" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "invitations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"team" text NOT NULL,
	"invited_by" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_role" CHECK ("invitations"."role" in ('viewer', 'contributor', 'manager', 'admin')),
	CONSTRAINT "invitations_team" CHECK ("invitations"."team" in ('cs', 'product', 'other'))
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "password_resets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"person_id" integer NOT NULL,
	"created_by" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "password_resets_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "people_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"name" text NOT NULL,
	"name_fold" text NOT NULL,
	"role" text NOT NULL,
	"team" text NOT NULL,
	"password_hash" text,
	"theme" text DEFAULT 'system' NOT NULL,
	"deactivated_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_role" CHECK ("people"."role" in ('viewer', 'contributor', 'manager', 'admin')),
	CONSTRAINT "people_team" CHECK ("people"."team" in ('cs', 'product', 'other')),
	CONSTRAINT "people_theme" CHECK ("people"."theme" in ('system', 'light', 'dark'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" integer NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setup_codes" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "profile_approvals" (
	"profile_id" integer NOT NULL,
	"team" text NOT NULL,
	"approved_by" integer NOT NULL,
	"approved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "profile_approvals_profile_id_team_pk" PRIMARY KEY("profile_id","team"),
	CONSTRAINT "profile_approvals_team" CHECK ("profile_approvals"."team" in ('cs', 'product'))
);
--> statement-breakpoint
CREATE TABLE "profile_criteria" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "profile_criteria_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"profile_id" integer NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"attribute" text NOT NULL,
	"operator" text NOT NULL,
	"operand" jsonb,
	"points" numeric(5, 1) DEFAULT 0 NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	CONSTRAINT "profile_criteria_kind" CHECK ("profile_criteria"."kind" in ('points', 'must_have', 'exclusion')),
	CONSTRAINT "profile_criteria_operator" CHECK ("profile_criteria"."operator" in ('is_one_of', 'between', 'at_least', 'at_most', 'contains', 'is_known')),
	CONSTRAINT "profile_criteria_points" CHECK (("profile_criteria"."kind" = 'points') = ("profile_criteria"."points" > 0))
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "profiles_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"product_line_id" integer NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"proposed_by" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"effective_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "profiles_state" CHECK ("profiles"."state" in ('draft', 'proposed', 'current', 'superseded', 'withdrawn', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "publications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"product_line_id" integer NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"content" jsonb NOT NULL,
	"profile_id" integer,
	"model_version_id" integer NOT NULL,
	"rate_version_id" integer NOT NULL,
	"published_by" integer NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "share_links" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "share_links_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publication_id" integer NOT NULL,
	"token_hash" text NOT NULL,
	"show_accounts" boolean DEFAULT false NOT NULL,
	"show_money" boolean DEFAULT false NOT NULL,
	"created_by" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "share_links_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"person_id" integer PRIMARY KEY NOT NULL,
	"fields" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request_contracts" (
	"request_id" integer NOT NULL,
	"contract_id" integer NOT NULL,
	CONSTRAINT "request_contracts_request_id_contract_id_pk" PRIMARY KEY("request_id","contract_id")
);
--> statement-breakpoint
CREATE TABLE "request_decisions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "request_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"request_id" integer NOT NULL,
	"kind" text NOT NULL,
	"item_id" integer,
	"other_request_id" integer,
	"reason_code" text,
	"words" text,
	"revisit_condition" text,
	"billable" boolean,
	"amount_minor" bigint,
	"currency" text,
	"commercial_owner_id" integer,
	"before" jsonb NOT NULL,
	"after_version" integer NOT NULL,
	"decided_by" integer NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" integer,
	CONSTRAINT "request_decisions_kind" CHECK ("request_decisions"."kind" in ('link', 'new_item', 'split', 'merge', 'answer', 'ask_back', 'commercial', 'fast_lane', 'decline', 'unlink', 'unmerge', 'move', 'retype', 'importance', 'settle', 'reopen')),
	CONSTRAINT "request_decisions_reason" CHECK ("request_decisions"."reason_code" in ('not_our_market', 'too_costly', 'workaround_exists', 'against_direction', 'too_few_accounts', 'not_reproducible', 'works_as_designed', 'other')),
	CONSTRAINT "request_decisions_decline" CHECK ("request_decisions"."kind" <> 'decline' or ("request_decisions"."reason_code" is not null and "request_decisions"."words" is not null)),
	CONSTRAINT "request_decisions_money" CHECK (("request_decisions"."amount_minor" is null) = ("request_decisions"."currency" is null))
);
--> statement-breakpoint
CREATE TABLE "request_messages" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "request_messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"request_id" integer NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"author_id" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "request_messages_kind" CHECK ("request_messages"."kind" in ('question', 'reply', 'answer'))
);
--> statement-breakpoint
CREATE TABLE "request_opportunities" (
	"request_id" integer NOT NULL,
	"opportunity_id" integer NOT NULL,
	CONSTRAINT "request_opportunities_request_id_opportunity_id_pk" PRIMARY KEY("request_id","opportunity_id")
);
--> statement-breakpoint
CREATE TABLE "request_reads" (
	"request_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "request_reads_request_id_person_id_pk" PRIMARY KEY("request_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"body" text NOT NULL,
	"title_fold" text NOT NULL,
	"body_fold" text NOT NULL,
	"account_id" integer NOT NULL,
	"submitted_by" integer NOT NULL,
	"contact_name" text,
	"contact_role" text,
	"source" text NOT NULL,
	"goal" text,
	"product_line_id" integer NOT NULL,
	"area_id" integer,
	"type" text NOT NULL,
	"importance" text NOT NULL,
	"product_importance" text,
	"product_importance_by" integer,
	"settled_importance" text,
	"settled_reason" text,
	"settled_by" integer,
	"evidence" text NOT NULL,
	"evidence_url" text,
	"evidence_quote" text,
	"stake_mode" text DEFAULT 'default' NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"item_id" integer,
	"duplicate_of_id" integer,
	"split_from_id" integer,
	"fast_lane" boolean DEFAULT false NOT NULL,
	"confirmed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answer_due_at" timestamp with time zone NOT NULL,
	"first_answered_at" timestamp with time zone,
	"no_accepted_at" timestamp with time zone,
	"solved" boolean,
	"revisit_on" date,
	"submission_key" uuid,
	"external_source" text,
	"external_id" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "requests_submission_key_unique" UNIQUE("submission_key"),
	CONSTRAINT "requests_type" CHECK ("requests"."type" in ('bug', 'change_request', 'feature_request', 'question')),
	CONSTRAINT "requests_importance" CHECK ("requests"."importance" in ('blocker', 'critical', 'major', 'minor')),
	CONSTRAINT "requests_product_importance" CHECK ("requests"."product_importance" in ('blocker', 'critical', 'major', 'minor')),
	CONSTRAINT "requests_settled_importance" CHECK ("requests"."settled_importance" in ('blocker', 'critical', 'major', 'minor')),
	CONSTRAINT "requests_evidence" CHECK ("requests"."evidence" in ('none', 'csm_belief', 'customer_said', 'customer_written')),
	CONSTRAINT "requests_source" CHECK ("requests"."source" in ('call', 'email', 'meeting', 'ticket', 'survey', 'import', 'other')),
	CONSTRAINT "requests_state" CHECK ("requests"."state" in ('new', 'waiting', 'commercial', 'linked', 'answered', 'declined', 'duplicate')),
	CONSTRAINT "requests_stake_mode" CHECK ("requests"."stake_mode" in ('default', 'chosen')),
	CONSTRAINT "requests_linked_item" CHECK ("requests"."state" <> 'linked' or "requests"."item_id" is not null),
	CONSTRAINT "requests_item_state" CHECK ("requests"."item_id" is null or "requests"."state" in ('new', 'linked', 'waiting', 'commercial')),
	CONSTRAINT "requests_duplicate" CHECK (("requests"."state" = 'duplicate') = ("requests"."duplicate_of_id" is not null)),
	CONSTRAINT "requests_written_evidence" CHECK ("requests"."evidence" <> 'customer_written' or "requests"."evidence_url" is not null or "requests"."evidence_quote" is not null),
	CONSTRAINT "requests_settled" CHECK ("requests"."settled_importance" is null or ("requests"."settled_reason" is not null and "requests"."settled_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "exposure_scores" (
	"exposure" text PRIMARY KEY NOT NULL,
	"account_id" integer NOT NULL,
	"raw" double precision NOT NULL,
	"weight" double precision NOT NULL,
	"arr_at_risk" double precision NOT NULL,
	"baseline" double precision NOT NULL,
	"residual" double precision NOT NULL,
	"keepable" double precision NOT NULL,
	"badges" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_scores" (
	"item_id" integer PRIMARY KEY NOT NULL,
	"score" double precision NOT NULL,
	"rank_score" double precision NOT NULL,
	"value" double precision NOT NULL,
	"arr_at_risk" double precision NOT NULL,
	"can_save" double precision NOT NULL,
	"cost_mean" double precision NOT NULL,
	"cost_in_score" double precision NOT NULL,
	"estimated" boolean NOT NULL,
	"accounts" integer NOT NULL,
	"top_share" double precision NOT NULL,
	"too_late" double precision NOT NULL,
	"next_renewal_on" date,
	"start_by" date,
	"model_version_id" integer NOT NULL,
	"computed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "score_history" (
	"day" date NOT NULL,
	"item_id" integer NOT NULL,
	"rank" integer,
	"score" double precision NOT NULL,
	"value" double precision NOT NULL,
	"arr_at_risk" double precision NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "score_history_day_item_id_pk" PRIMARY KEY("day","item_id")
);
--> statement-breakpoint
CREATE TABLE "score_parts" (
	"item_id" integer NOT NULL,
	"exposure" text NOT NULL,
	"account_id" integer NOT NULL,
	"request_id" integer NOT NULL,
	"arr_at_risk" double precision NOT NULL,
	"can_save" double precision NOT NULL,
	"value" double precision NOT NULL,
	"factors" jsonb NOT NULL,
	CONSTRAINT "score_parts_item_id_exposure_pk" PRIMARY KEY("item_id","exposure")
);
--> statement-breakpoint
ALTER TABLE "account_external_ids" ADD CONSTRAINT "account_external_ids_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_parent_id_accounts_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_covers" ADD CONSTRAINT "contract_covers_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_covers" ADD CONSTRAINT "contract_covers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_product_line_id_product_lines_id_fk" FOREIGN KEY ("product_line_id") REFERENCES "public"."product_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_product_line_id_product_lines_id_fk" FOREIGN KEY ("product_line_id") REFERENCES "public"."product_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_chunks" ADD CONSTRAINT "import_chunks_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_matched_account_id_accounts_id_fk" FOREIGN KEY ("matched_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_matched_by_people_id_fk" FOREIGN KEY ("matched_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_decisions" ADD CONSTRAINT "item_decisions_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_decisions" ADD CONSTRAINT "item_decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_merges" ADD CONSTRAINT "item_merges_from_item_id_items_id_fk" FOREIGN KEY ("from_item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_merges" ADD CONSTRAINT "item_merges_into_item_id_items_id_fk" FOREIGN KEY ("into_item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_merges" ADD CONSTRAINT "item_merges_merged_by_people_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_product_line_id_product_lines_id_fk" FOREIGN KEY ("product_line_id") REFERENCES "public"."product_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_merged_into_id_items_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_product_line_id_product_lines_id_fk" FOREIGN KEY ("product_line_id") REFERENCES "public"."product_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_versions" ADD CONSTRAINT "model_versions_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_rates" ADD CONSTRAINT "plan_rates_rate_version_id_rate_versions_id_fk" FOREIGN KEY ("rate_version_id") REFERENCES "public"."rate_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_versions" ADD CONSTRAINT "rate_versions_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_approvals" ADD CONSTRAINT "profile_approvals_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_approvals" ADD CONSTRAINT "profile_approvals_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_criteria" ADD CONSTRAINT "profile_criteria_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_product_line_id_product_lines_id_fk" FOREIGN KEY ("product_line_id") REFERENCES "public"."product_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_product_line_id_product_lines_id_fk" FOREIGN KEY ("product_line_id") REFERENCES "public"."product_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_model_version_id_model_versions_id_fk" FOREIGN KEY ("model_version_id") REFERENCES "public"."model_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_rate_version_id_rate_versions_id_fk" FOREIGN KEY ("rate_version_id") REFERENCES "public"."rate_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_contracts" ADD CONSTRAINT "request_contracts_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_contracts" ADD CONSTRAINT "request_contracts_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_decisions" ADD CONSTRAINT "request_decisions_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_decisions" ADD CONSTRAINT "request_decisions_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_decisions" ADD CONSTRAINT "request_decisions_other_request_id_requests_id_fk" FOREIGN KEY ("other_request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_decisions" ADD CONSTRAINT "request_decisions_commercial_owner_id_people_id_fk" FOREIGN KEY ("commercial_owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_decisions" ADD CONSTRAINT "request_decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_decisions" ADD CONSTRAINT "request_decisions_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_opportunities" ADD CONSTRAINT "request_opportunities_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_opportunities" ADD CONSTRAINT "request_opportunities_opportunity_id_opportunities_id_fk" FOREIGN KEY ("opportunity_id") REFERENCES "public"."opportunities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_reads" ADD CONSTRAINT "request_reads_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_reads" ADD CONSTRAINT "request_reads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_submitted_by_people_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_product_line_id_product_lines_id_fk" FOREIGN KEY ("product_line_id") REFERENCES "public"."product_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_product_importance_by_people_id_fk" FOREIGN KEY ("product_importance_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_settled_by_people_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_duplicate_of_id_requests_id_fk" FOREIGN KEY ("duplicate_of_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_split_from_id_requests_id_fk" FOREIGN KEY ("split_from_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exposure_scores" ADD CONSTRAINT "exposure_scores_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_scores" ADD CONSTRAINT "item_scores_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_scores" ADD CONSTRAINT "item_scores_model_version_id_model_versions_id_fk" FOREIGN KEY ("model_version_id") REFERENCES "public"."model_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_history" ADD CONSTRAINT "score_history_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_parts" ADD CONSTRAINT "score_parts_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_parts" ADD CONSTRAINT "score_parts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_parts" ADD CONSTRAINT "score_parts_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_external_ids_account" ON "account_external_ids" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "accounts_name" ON "accounts" USING btree ("name_fold","id");--> statement-breakpoint
CREATE INDEX "accounts_name_trgm" ON "accounts" USING gin ("name_fold" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "accounts_owner" ON "accounts" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "accounts_parent" ON "accounts" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "accounts_domain" ON "accounts" USING btree (lower("domain"));--> statement-breakpoint
CREATE INDEX "changes_subject" ON "changes" USING btree ("subject_type","subject_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "contract_covers_account" ON "contract_covers" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contracts_external" ON "contracts" USING btree ("source","external_id") WHERE "contracts"."external_id" is not null;--> statement-breakpoint
CREATE INDEX "contracts_account" ON "contracts" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "contracts_renewal" ON "contracts" USING btree ("renews_on") WHERE "contracts"."ended_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "opportunities_external" ON "opportunities" USING btree ("source","external_id") WHERE "opportunities"."external_id" is not null;--> statement-breakpoint
CREATE INDEX "opportunities_account" ON "opportunities" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "import_mappings_headers" ON "import_mappings" USING btree ("kind","headers_hash");--> statement-breakpoint
CREATE INDEX "import_rows_outcome" ON "import_rows" USING btree ("import_id","outcome","row");--> statement-breakpoint
CREATE INDEX "import_rows_external" ON "import_rows" USING btree ("import_id","external_id");--> statement-breakpoint
CREATE INDEX "import_rows_subject" ON "import_rows" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "imports_created" ON "imports" USING btree ("id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "comment_mentions_person" ON "comment_mentions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "comments_item" ON "comments" USING btree ("item_id","id");--> statement-breakpoint
CREATE INDEX "item_decisions_item" ON "item_decisions" USING btree ("item_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "item_merges_into" ON "item_merges" USING btree ("into_item_id");--> statement-breakpoint
CREATE INDEX "item_merges_from" ON "item_merges" USING btree ("from_item_id");--> statement-breakpoint
CREATE INDEX "items_line_status" ON "items" USING btree ("product_line_id","status");--> statement-breakpoint
CREATE INDEX "items_title_trgm" ON "items" USING gin ("title_fold" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "items_text" ON "items" USING gin (to_tsvector('simple', "title_fold" || ' ' || "body_fold"));--> statement-breakpoint
CREATE INDEX "items_owner" ON "items" USING btree ("owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "areas_name" ON "areas" USING btree ("product_line_id",lower("name"));--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "events_actor" ON "events" USING btree ("actor_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject_type","subject_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "product_lines_name" ON "product_lines" USING btree (lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("owner_id","page",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open" ON "invitations" USING btree (lower("email")) WHERE "invitations"."accepted_at" is null and "invitations"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "password_resets_person" ON "password_resets" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "people_name_fold" ON "people" USING gin ("name_fold" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "profile_approvals_person" ON "profile_approvals" USING btree ("profile_id","approved_by");--> statement-breakpoint
CREATE INDEX "profile_criteria_profile" ON "profile_criteria" USING btree ("profile_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "profiles_number" ON "profiles" USING btree ("product_line_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "profiles_current" ON "profiles" USING btree ("product_line_id") WHERE "profiles"."state" = 'current';--> statement-breakpoint
CREATE UNIQUE INDEX "profiles_open" ON "profiles" USING btree ("product_line_id") WHERE "profiles"."state" in ('draft', 'proposed');--> statement-breakpoint
CREATE UNIQUE INDEX "publications_number" ON "publications" USING btree ("product_line_id","number");--> statement-breakpoint
CREATE INDEX "share_links_publication" ON "share_links" USING btree ("publication_id");--> statement-breakpoint
CREATE INDEX "request_contracts_contract" ON "request_contracts" USING btree ("contract_id");--> statement-breakpoint
CREATE INDEX "request_decisions_request" ON "request_decisions" USING btree ("request_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "request_messages_request" ON "request_messages" USING btree ("request_id","id");--> statement-breakpoint
CREATE INDEX "request_opportunities_opportunity" ON "request_opportunities" USING btree ("opportunity_id");--> statement-breakpoint
CREATE UNIQUE INDEX "requests_external" ON "requests" USING btree ("external_source","external_id") WHERE "requests"."external_id" is not null;--> statement-breakpoint
CREATE INDEX "requests_inbox" ON "requests" USING btree ("product_line_id","state","answer_due_at");--> statement-breakpoint
CREATE INDEX "requests_item" ON "requests" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "requests_account" ON "requests" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "requests_submitter" ON "requests" USING btree ("submitted_by","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "requests_title_trgm" ON "requests" USING gin ("title_fold" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "requests_text" ON "requests" USING gin (to_tsvector('simple', "title_fold" || ' ' || "body_fold"));--> statement-breakpoint
CREATE INDEX "exposure_scores_account" ON "exposure_scores" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "item_scores_rank" ON "item_scores" USING btree ("rank_score" DESC NULLS LAST,"cost_mean","item_id");--> statement-breakpoint
CREATE INDEX "score_history_item" ON "score_history" USING btree ("item_id","day" desc);--> statement-breakpoint
CREATE INDEX "score_parts_exposure" ON "score_parts" USING btree ("exposure");--> statement-breakpoint
CREATE INDEX "score_parts_account" ON "score_parts" USING btree ("account_id");