CREATE TABLE `circulation_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`sees_notes` integer NOT NULL,
	`sees_names` integer NOT NULL,
	`sees_confidential` integer NOT NULL,
	`each_lead` integer NOT NULL,
	`papers` text NOT NULL,
	`subject` text,
	`words` text,
	CONSTRAINT "sees_notes_truth" CHECK("sees_notes" IN (0, 1)),
	CONSTRAINT "sees_names_truth" CHECK("sees_names" IN (0, 1)),
	CONSTRAINT "sees_confidential_truth" CHECK("sees_confidential" IN (0, 1)),
	CONSTRAINT "each_lead_truth" CHECK("each_lead" IN (0, 1)),
	CONSTRAINT "papers_json" CHECK("papers" IS NULL OR (json_valid("papers") AND json_type("papers") = 'array'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `circulation_recipients` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`position` integer NOT NULL,
	`person_id` text,
	`address` text,
	`field` text NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `circulation_lists`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "field_word" CHECK("field" IN ('to', 'bcc')),
	CONSTRAINT "circulation_recipients_one" CHECK(("person_id" IS NOT NULL) + ("address" IS NOT NULL) = 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `circulation_recipients_list` ON `circulation_recipients` (`list_id`);--> statement-breakpoint
CREATE INDEX `circulation_recipients_person` ON `circulation_recipients` (`person_id`) WHERE "person_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE `circulations` ADD `list_id` text;--> statement-breakpoint
ALTER TABLE `circulations` ADD `list_name` text;--> statement-breakpoint
ALTER TABLE `circulations` ADD `audience` text CONSTRAINT "audience_json" CHECK("audience" IS NULL OR (json_valid("audience") AND json_type("audience") = 'object'));--> statement-breakpoint
ALTER TABLE `circulations` ADD `draft` text CONSTRAINT "draft_json" CHECK("draft" IS NULL OR (json_valid("draft") AND json_type("draft") = 'object'));