PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_acceptances` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`check` text NOT NULL,
	`action_id` text,
	`section_id` text,
	`kpi_id` text,
	`person_id` text,
	`finding` text NOT NULL,
	`reason` text NOT NULL,
	`on` text NOT NULL,
	`by` text,
	`basis` text NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "check_word" CHECK("check" IN ('status', 'duplicate', 'empty-section', 'no-measures', 'no-lead', 'no-date', 'ambiguous-date', 'broken-reference', 'unknown-lead', 'kpi-no-target', 'kpi-no-source', 'kpi-no-unit', 'kpi-no-polarity', 'person-no-name')),
	CONSTRAINT "on_day" CHECK("on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "acceptances_one_record" CHECK(("action_id" IS NOT NULL) + ("section_id" IS NOT NULL) + ("kpi_id" IS NOT NULL) + ("person_id" IS NOT NULL) = 1),
	CONSTRAINT "acceptances_with_reason" CHECK(trim("reason") <> '')
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_acceptances`("id", "position", "check", "action_id", "section_id", "kpi_id", "person_id", "finding", "reason", "on", "by", "basis") SELECT "id", "position", "check", "action_id", "section_id", "kpi_id", NULL, "finding", "reason", "on", "by", "basis" FROM `acceptances`;--> statement-breakpoint
DROP TABLE `acceptances`;--> statement-breakpoint
ALTER TABLE `__new_acceptances` RENAME TO `acceptances`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `acceptances_action` ON `acceptances` (`action_id`) WHERE "action_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `acceptances_section` ON `acceptances` (`section_id`) WHERE "section_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `acceptances_kpi` ON `acceptances` (`kpi_id`) WHERE "kpi_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `acceptances_person` ON `acceptances` (`person_id`) WHERE "person_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE `progress` ADD `corrects_id` text REFERENCES progress(id);--> statement-breakpoint
CREATE INDEX `progress_corrects` ON `progress` (`corrects_id`) WHERE "corrects_id" IS NOT NULL;