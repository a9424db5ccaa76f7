CREATE TABLE `report_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`report` text NOT NULL,
	`usual` integer NOT NULL,
	`choices` text NOT NULL,
	CONSTRAINT "usual_truth" CHECK("usual" IN (0, 1)),
	CONSTRAINT "choices_json" CHECK("choices" IS NULL OR (json_valid("choices") AND json_type("choices") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `report_words` (
	`id` text PRIMARY KEY NOT NULL,
	`report` text NOT NULL,
	`of_id` text,
	`snapshot_id` text,
	`place` text NOT NULL,
	`record_id` text,
	`text` text NOT NULL,
	`internal` integer NOT NULL,
	`written_on` text NOT NULL,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "internal_truth" CHECK("internal" IN (0, 1)),
	CONSTRAINT "written_on_day" CHECK("written_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `report_words_report` ON `report_words` (`report`);--> statement-breakpoint
CREATE INDEX `report_words_snapshot` ON `report_words` (`snapshot_id`) WHERE "snapshot_id" IS NOT NULL;