CREATE TABLE `acceptances` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`check` text NOT NULL,
	`action_id` text,
	`section_id` text,
	`kpi_id` text,
	`finding` text NOT NULL,
	`reason` text NOT NULL,
	`on` text NOT NULL,
	`by` text,
	`basis` text NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "check_word" CHECK("check" IN ('status', 'duplicate', 'empty-section', 'no-measures', 'no-lead', 'no-date', 'ambiguous-date', 'broken-reference', 'unknown-lead', 'kpi-no-target', 'kpi-no-source')),
	CONSTRAINT "on_day" CHECK("on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "acceptances_one_record" CHECK(("action_id" IS NOT NULL) + ("section_id" IS NOT NULL) + ("kpi_id" IS NOT NULL) = 1),
	CONSTRAINT "acceptances_with_reason" CHECK(trim("reason") <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX `acceptances_action` ON `acceptances` (`action_id`) WHERE "action_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `acceptances_section` ON `acceptances` (`section_id`) WHERE "section_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `acceptances_kpi` ON `acceptances` (`kpi_id`) WHERE "kpi_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE `plans` ADD `silent_days` integer;--> statement-breakpoint
CREATE INDEX `changes_redated` ON `changes` (`row_id`) WHERE "table_name" = 'actions' AND "op" = 'changed' AND json_extract("old", '$.timescale_end') IS NOT json_extract("new", '$.timescale_end');