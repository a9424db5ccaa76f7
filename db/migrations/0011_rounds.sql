-- No program before this one wrote a row into either table: they are made anew, not carried over.
DROP TABLE `round_forms`;--> statement-breakpoint
DROP TABLE `rounds`;--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`opened_at` text NOT NULL,
	`due_on` text,
	`closed_at` text,
	CONSTRAINT "due_on_day" CHECK("due_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `round_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`position` integer NOT NULL,
	`person_id` text,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`sent_at` text NOT NULL,
	`sent` text NOT NULL,
	`returned` text,
	`settled` text NOT NULL,
	`returned_at` text,
	`reminded_at` text,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "state_word" CHECK("state" IN ('sent', 'returned', 'merged')),
	CONSTRAINT "sent_json" CHECK("sent" IS NULL OR (json_valid("sent") AND json_type("sent") = 'object')),
	CONSTRAINT "returned_json" CHECK("returned" IS NULL OR (json_valid("returned") AND json_type("returned") = 'object')),
	CONSTRAINT "settled_json" CHECK("settled" IS NULL OR (json_valid("settled") AND json_type("settled") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `round_forms_person` ON `round_forms` (`person_id`) WHERE "person_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `round_forms_round` ON `round_forms` (`round_id`);
