CREATE TABLE `agenda_links` (
	`id` text PRIMARY KEY NOT NULL,
	`agenda_item_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`plan_id` text,
	`section_id` text,
	`action_id` text,
	`kpi_id` text,
	`resolution_id` text,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolution_id`) REFERENCES `resolutions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `agenda_links_item` ON `agenda_links` (`agenda_item_id`);--> statement-breakpoint
CREATE INDEX `agenda_links_plan` ON `agenda_links` (`plan_id`) WHERE "plan_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `agenda_links_section` ON `agenda_links` (`section_id`) WHERE "section_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `agenda_links_action` ON `agenda_links` (`action_id`) WHERE "action_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `agenda_links_kpi` ON `agenda_links` (`kpi_id`) WHERE "kpi_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `agenda_links_resolution` ON `agenda_links` (`resolution_id`) WHERE "resolution_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `minute_corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`at_meeting_id` text,
	`agenda_item_id` text,
	`on` text NOT NULL,
	`text` text NOT NULL,
	`confidential` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`at_meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "on_day" CHECK("on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "confidential_truth" CHECK("confidential" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `minute_corrections_meeting` ON `minute_corrections` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `minute_corrections_at` ON `minute_corrections` (`at_meeting_id`) WHERE "at_meeting_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `minute_corrections_item` ON `minute_corrections` (`agenda_item_id`) WHERE "agenda_item_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `owed_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`resolution_id` text,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`to_body_id` text,
	`every` text NOT NULL,
	`next_on` text,
	`officer` text,
	`officer_person_id` text,
	FOREIGN KEY (`resolution_id`) REFERENCES `resolutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`officer_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "next_on_day" CHECK("next_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `owed_reports_resolution` ON `owed_reports` (`resolution_id`) WHERE "resolution_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `owed_reports_body` ON `owed_reports` (`to_body_id`) WHERE "to_body_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `owed_reports_person` ON `owed_reports` (`officer_person_id`) WHERE "officer_person_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `report_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`owed_report_id` text NOT NULL,
	`position` integer NOT NULL,
	`meeting_id` text,
	`on` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`owed_report_id`) REFERENCES `owed_reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "on_day" CHECK("on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `report_deliveries_report` ON `report_deliveries` (`owed_report_id`);--> statement-breakpoint
CREATE INDEX `report_deliveries_meeting` ON `report_deliveries` (`meeting_id`) WHERE "meeting_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `resolution_leads` (
	`id` text PRIMARY KEY NOT NULL,
	`resolution_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`person_id` text,
	`role` text,
	`note` text,
	FOREIGN KEY (`resolution_id`) REFERENCES `resolutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `resolution_leads_resolution` ON `resolution_leads` (`resolution_id`);--> statement-breakpoint
CREATE INDEX `resolution_leads_person` ON `resolution_leads` (`person_id`) WHERE "person_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `standing_items` (
	`id` text PRIMARY KEY NOT NULL,
	`body_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`kind` text,
	`planned_minutes` integer,
	`officer` text,
	`officer_person_id` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`officer_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "kind_word" CHECK("kind" IN ('apologies', 'last-minutes', 'matters-arising', 'standing', 'review', 'decision', 'report', 'other-business', 'next-meeting'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `standing_items_body` ON `standing_items` (`body_id`);--> statement-breakpoint
CREATE INDEX `standing_items_person` ON `standing_items` (`officer_person_id`) WHERE "officer_person_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `closures` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`from` text NOT NULL,
	`until` text NOT NULL,
	CONSTRAINT "kind_word" CHECK("kind" IN ('school-holiday', 'bank-holiday', 'closed')),
	CONSTRAINT "from_day" CHECK("from" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "until_day" CHECK("until" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `reporting_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`level` integer,
	`from_body_id` text,
	`from_plan_id` text,
	`from` text,
	`report` text NOT NULL,
	`every` text,
	`to_body_id` text,
	`to_plan_id` text,
	`to` text,
	FOREIGN KEY (`from_body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `reporting_lines_from_body` ON `reporting_lines` (`from_body_id`) WHERE "from_body_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `reporting_lines_from_plan` ON `reporting_lines` (`from_plan_id`) WHERE "from_plan_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `reporting_lines_to_body` ON `reporting_lines` (`to_body_id`) WHERE "to_body_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `reporting_lines_to_plan` ON `reporting_lines` (`to_plan_id`) WHERE "to_plan_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `kind` text CONSTRAINT "kind_word" CHECK("kind" IN ('apologies', 'last-minutes', 'matters-arising', 'standing', 'review', 'decision', 'report', 'other-business', 'next-meeting'));--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `planned_minutes` integer;--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `began_time` text CONSTRAINT "began_time_time" CHECK("began_time" GLOB '[0-2][0-9]:[0-5][0-9]');--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `officer` text;--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `officer_person_id` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `confidential` integer CONSTRAINT "confidential_truth" CHECK("confidential" IN (0, 1));--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `minute_ref` text;--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `further_to` text;--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `papers` text CONSTRAINT "papers_json" CHECK("papers" IS NULL OR (json_valid("papers") AND json_type("papers") = 'array'));--> statement-breakpoint
CREATE INDEX `agenda_items_minute_ref` ON `agenda_items` (`minute_ref`) WHERE "minute_ref" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `agenda_items_person` ON `agenda_items` (`officer_person_id`) WHERE "officer_person_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE `bodies` ADD `quorum` integer;--> statement-breakpoint
ALTER TABLE `bodies` ADD `terms` text;--> statement-breakpoint
ALTER TABLE `bodies` ADD `documents` text CONSTRAINT "documents_json" CHECK("documents" IS NULL OR (json_valid("documents") AND json_type("documents") = 'array'));--> statement-breakpoint
ALTER TABLE `bodies` ADD `usual_place` text;--> statement-breakpoint
ALTER TABLE `bodies` ADD `usual_start` text CONSTRAINT "usual_start_time" CHECK("usual_start" GLOB '[0-2][0-9]:[0-5][0-9]');--> statement-breakpoint
ALTER TABLE `bodies` ADD `usual_minutes` integer;--> statement-breakpoint
ALTER TABLE `bodies` ADD `papers_days` integer;--> statement-breakpoint
ALTER TABLE `bodies` ADD `minute_pattern` text;--> statement-breakpoint
ALTER TABLE `bodies` ADD `minute_counts` text CONSTRAINT "minute_counts_word" CHECK("minute_counts" IN ('body', 'calendar-year', 'financial-year', 'academic-year'));--> statement-breakpoint
ALTER TABLE `bodies` ADD `minute_of` text CONSTRAINT "minute_of_word" CHECK("minute_of" IN ('item', 'meeting'));--> statement-breakpoint
ALTER TABLE `bodies` ADD `resolution_words` text;--> statement-breakpoint
ALTER TABLE `bodies` ADD `resolution_counts` text CONSTRAINT "resolution_counts_word" CHECK("resolution_counts" IN ('item', 'meeting', 'body', 'calendar-year', 'financial-year', 'academic-year'));--> statement-breakpoint
ALTER TABLE `bodies` ADD `ended_on` text CONSTRAINT "ended_on_day" CHECK("ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]');--> statement-breakpoint
ALTER TABLE `meetings` ADD `start_time` text CONSTRAINT "start_time_time" CHECK("start_time" GLOB '[0-2][0-9]:[0-5][0-9]');--> statement-breakpoint
ALTER TABLE `meetings` ADD `length_minutes` integer;--> statement-breakpoint
ALTER TABLE `meetings` ADD `papers_on` text CONSTRAINT "papers_on_day" CHECK("papers_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]');--> statement-breakpoint
ALTER TABLE `meetings` ADD `sequence` integer;--> statement-breakpoint
ALTER TABLE `meetings` ADD `series_id` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `chair` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `clerk` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `closed_time` text CONSTRAINT "closed_time_time" CHECK("closed_time" GLOB '[0-2][0-9]:[0-5][0-9]');--> statement-breakpoint
ALTER TABLE `meetings` ADD `circulated_on` text CONSTRAINT "circulated_on_day" CHECK("circulated_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]');--> statement-breakpoint
ALTER TABLE `meetings` ADD `comments_by` text CONSTRAINT "comments_by_day" CHECK("comments_by" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]');--> statement-breakpoint
ALTER TABLE `meetings` ADD `confirmed_on` text CONSTRAINT "confirmed_on_day" CHECK("confirmed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]');--> statement-breakpoint
ALTER TABLE `meetings` ADD `confirmed_at_meeting_id` text REFERENCES meetings(id);--> statement-breakpoint
ALTER TABLE `meetings` ADD `cancelled_why` text;--> statement-breakpoint
CREATE INDEX `meetings_confirmed_at` ON `meetings` (`confirmed_at_meeting_id`) WHERE "confirmed_at_meeting_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE `resolutions` ADD `state` text CONSTRAINT "state_word" CHECK("state" IN ('open', 'done', 'superseded'));--> statement-breakpoint
ALTER TABLE `resolutions` ADD `superseded_by_id` text REFERENCES resolutions(id);--> statement-breakpoint
ALTER TABLE `resolutions` ADD `done_on` text CONSTRAINT "done_on_day" CHECK("done_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]');--> statement-breakpoint
ALTER TABLE `resolutions` ADD `done_words` text;--> statement-breakpoint
ALTER TABLE `resolutions` ADD `confidential` integer CONSTRAINT "confidential_truth" CHECK("confidential" IN (0, 1));--> statement-breakpoint
ALTER TABLE `resolutions` ADD `timescale_text` text;--> statement-breakpoint
ALTER TABLE `resolutions` ADD `timescale_kind` text CONSTRAINT "timescale_kind_word" CHECK("timescale_kind" IN ('by', 'from', 'on', 'during', 'ongoing', 'recurring', 'done', 'unknown'));--> statement-breakpoint
ALTER TABLE `resolutions` ADD `timescale_start` text CONSTRAINT "timescale_start_day" CHECK("timescale_start" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]');--> statement-breakpoint
ALTER TABLE `resolutions` ADD `timescale_end` text CONSTRAINT "timescale_end_day" CHECK("timescale_end" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]');--> statement-breakpoint
ALTER TABLE `resolutions` ADD `timescale_precision` text CONSTRAINT "timescale_precision_word" CHECK("timescale_precision" IN ('day', 'month', 'season', 'term', 'quarter', 'half', 'year'));--> statement-breakpoint
ALTER TABLE `resolutions` ADD `timescale_ongoing` integer CONSTRAINT "timescale_ongoing_truth" CHECK("timescale_ongoing" IN (0, 1));--> statement-breakpoint
ALTER TABLE `resolutions` ADD `timescale_recurrence` text;--> statement-breakpoint
ALTER TABLE `resolutions` ADD `timescale_revised_from` text CONSTRAINT "timescale_revised_from_json" CHECK("timescale_revised_from" IS NULL OR (json_valid("timescale_revised_from") AND json_type("timescale_revised_from") = 'object'));--> statement-breakpoint
ALTER TABLE `resolutions` ADD `timescale_ambiguous` integer CONSTRAINT "timescale_ambiguous_truth" CHECK("timescale_ambiguous" IN (0, 1));--> statement-breakpoint
CREATE INDEX `resolutions_superseded_by` ON `resolutions` (`superseded_by_id`) WHERE "superseded_by_id" IS NOT NULL;
