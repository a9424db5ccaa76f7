CREATE TABLE `funding_streams` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`also` text NOT NULL,
	`note` text,
	CONSTRAINT "also_json" CHECK("also" IS NULL OR (json_valid("also") AND json_type("also") = 'array'))
) STRICT;
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_duty_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`duty_id` text NOT NULL,
	`action_id` text,
	`kpi_id` text,
	`section_id` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`duty_id`) REFERENCES `duties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duty_answers_one_answer" CHECK(("action_id" IS NOT NULL) + ("kpi_id" IS NOT NULL) + ("section_id" IS NOT NULL) = 1)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_duty_answers`("id", "duty_id", "action_id", "kpi_id", "section_id", "position") SELECT "id", "duty_id", "action_id", "kpi_id", NULL, row_number() OVER (ORDER BY "id") * 1024 FROM `duty_answers`;--> statement-breakpoint
DROP TABLE `duty_answers`;--> statement-breakpoint
ALTER TABLE `__new_duty_answers` RENAME TO `duty_answers`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `duty_answers_action` ON `duty_answers` (`action_id`) WHERE "action_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `duty_answers_kpi` ON `duty_answers` (`kpi_id`) WHERE "kpi_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `duty_answers_section` ON `duty_answers` (`section_id`) WHERE "section_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `duty_answers_duty` ON `duty_answers` (`duty_id`);--> statement-breakpoint
ALTER TABLE `measures` ADD `done_on` text;--> statement-breakpoint
ALTER TABLE `progress` ADD `status_colour` text;--> statement-breakpoint
ALTER TABLE `action_links` ADD `code` text;--> statement-breakpoint
ALTER TABLE `action_links` ADD `to_kpi_id` text REFERENCES kpis(id);--> statement-breakpoint
ALTER TABLE `action_links` ADD `to_duty_id` text REFERENCES duties(id);--> statement-breakpoint
ALTER TABLE `action_links` ADD `to_stream_id` text REFERENCES funding_streams(id);--> statement-breakpoint
CREATE INDEX `action_links_to_kpi` ON `action_links` (`to_kpi_id`) WHERE "to_kpi_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `action_links_to_duty` ON `action_links` (`to_duty_id`) WHERE "to_duty_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `action_links_to_stream` ON `action_links` (`to_stream_id`) WHERE "to_stream_id" IS NOT NULL;