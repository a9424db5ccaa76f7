CREATE TABLE `leads` (
	`id` text PRIMARY KEY NOT NULL,
	`section_id` text,
	`action_id` text,
	`measure_id` text,
	`kpi_id` text,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`person_id` text,
	`role` text,
	`note` text,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "leads_one_owner" CHECK(("section_id" IS NOT NULL) + ("action_id" IS NOT NULL) + ("measure_id" IS NOT NULL) + ("kpi_id" IS NOT NULL) = 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `leads_section` ON `leads` (`section_id`) WHERE "section_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `leads_action` ON `leads` (`action_id`) WHERE "action_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `leads_measure` ON `leads` (`measure_id`) WHERE "measure_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `leads_kpi` ON `leads` (`kpi_id`) WHERE "kpi_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `leads_person` ON `leads` (`person_id`) WHERE "person_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `measures` (
	`id` text PRIMARY KEY NOT NULL,
	`action_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`kpi_id` text,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `measures_action` ON `measures` (`action_id`);--> statement-breakpoint
CREATE INDEX `measures_kpi` ON `measures` (`kpi_id`) WHERE "kpi_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `progress` (
	`id` text PRIMARY KEY NOT NULL,
	`action_id` text,
	`kpi_id` text,
	`meeting_id` text,
	`position` integer NOT NULL,
	`on` text,
	`status_state` text,
	`status_label` text,
	`text` text NOT NULL,
	`by` text,
	`by_person_id` text,
	`evidence` text,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "progress_one_owner" CHECK(("action_id" IS NOT NULL) + ("kpi_id" IS NOT NULL) = 1),
	CONSTRAINT "on_day" CHECK("on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "status_state_word" CHECK("status_state" IN ('not-started', 'on-track', 'at-risk', 'off-track', 'complete', 'changed', 'closed')),
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `progress_meeting` ON `progress` (`meeting_id`) WHERE "meeting_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `progress_by_person` ON `progress` (`by_person_id`) WHERE "by_person_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `progress_action` ON `progress` (`action_id`) WHERE "action_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `progress_kpi` ON `progress` (`kpi_id`) WHERE "kpi_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `change_head` (
	`id` integer PRIMARY KEY NOT NULL,
	`change_set_seq` integer,
	`replaying` integer NOT NULL,
	`revision` integer NOT NULL,
	CONSTRAINT "change_head_one_row" CHECK("id" = 1),
	CONSTRAINT "replaying_truth" CHECK("replaying" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `change_sets` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`at` text NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`state` text NOT NULL,
	`undoable` integer NOT NULL,
	CONSTRAINT "state_word" CHECK("state" IN ('done', 'undone', 'replaced')),
	CONSTRAINT "undoable_truth" CHECK("undoable" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `change_sets_id_unique` ON `change_sets` (`id`);--> statement-breakpoint
CREATE TABLE `changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`change_set_seq` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`op` text NOT NULL,
	`old` text,
	`new` text,
	FOREIGN KEY (`change_set_seq`) REFERENCES `change_sets`(`seq`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "op_word" CHECK("op" IN ('added', 'changed', 'removed', 'frozen')),
	CONSTRAINT "old_json" CHECK("old" IS NULL OR (json_valid("old") AND json_type("old") = 'object')),
	CONSTRAINT "new_json" CHECK("new" IS NULL OR (json_valid("new") AND json_type("new") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `changes_set` ON `changes` (`change_set_seq`);--> statement-breakpoint
CREATE INDEX `changes_row` ON `changes` (`row_id`);--> statement-breakpoint
CREATE TABLE `search_docs` (
	`rowid` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`piece_id` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_docs_pieceId_unique` ON `search_docs` (`piece_id`);--> statement-breakpoint
CREATE TABLE `circulations` (
	`id` text PRIMARY KEY NOT NULL,
	`snapshot_id` text NOT NULL,
	`at` text NOT NULL,
	`subject` text NOT NULL,
	`recipients` text NOT NULL,
	`files` text NOT NULL,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recipients_json" CHECK("recipients" IS NULL OR (json_valid("recipients") AND json_type("recipients") = 'array')),
	CONSTRAINT "files_json" CHECK("files" IS NULL OR (json_valid("files") AND json_type("files") = 'array'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `circulations_snapshot` ON `circulations` (`snapshot_id`);--> statement-breakpoint
CREATE TABLE `round_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`person_id` text,
	`state` text NOT NULL,
	`sent` text NOT NULL,
	`returned_at` text,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "state_word" CHECK("state" IN ('sent', 'returned', 'merged')),
	CONSTRAINT "sent_json" CHECK(json_valid("sent"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `round_forms_person` ON `round_forms` (`person_id`) WHERE "person_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `round_forms_round` ON `round_forms` (`round_id`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`opened_at` text NOT NULL,
	`closed_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `snapshots` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`taken_at` text NOT NULL,
	`hash` text NOT NULL,
	`counts` text NOT NULL,
	`content` text NOT NULL,
	CONSTRAINT "counts_json" CHECK("counts" IS NULL OR (json_valid("counts") AND json_type("counts") = 'object')),
	CONSTRAINT "content_json" CHECK("content" IS NULL OR (json_valid("content") AND json_type("content") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_files` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`sha256` text NOT NULL,
	`format` text NOT NULL,
	`cells` integer NOT NULL,
	`placed` integer NOT NULL,
	`in_tray` integer NOT NULL,
	`lost` integer NOT NULL,
	`reading` text,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reading_json" CHECK(json_valid("reading"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_files_import` ON `import_files` (`import_id`);--> statement-breakpoint
CREATE INDEX `import_files_sha256` ON `import_files` (`sha256`);--> statement-breakpoint
CREATE TABLE `import_profiles` (
	`id` text PRIMARY KEY NOT NULL,
	`signature` text NOT NULL,
	`mapping` text NOT NULL,
	`used_at` text NOT NULL,
	CONSTRAINT "mapping_json" CHECK(json_valid("mapping"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `import_profiles_signature_unique` ON `import_profiles` (`signature`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`label` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `source_files` (
	`sha256` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	`size` integer NOT NULL,
	`kept_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `tray` (
	`id` text PRIMARY KEY NOT NULL,
	`import_file_id` text NOT NULL,
	`position` integer NOT NULL,
	`where` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`import_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "state_word" CHECK("state" IN ('open', 'placed', 'kept', 'discarded'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `tray_import_file` ON `tray` (`import_file_id`);--> statement-breakpoint
CREATE INDEX `tray_state` ON `tray` (`state`);--> statement-breakpoint
CREATE TABLE `kpi_narratives` (
	`id` text PRIMARY KEY NOT NULL,
	`kpi_id` text NOT NULL,
	`position` integer NOT NULL,
	`period_label` text,
	`period_start` text,
	`period_end` text,
	`behind` text NOT NULL,
	`doing` text NOT NULL,
	`by` text,
	`on` text,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "on_day" CHECK("on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "period_start_day" CHECK("period_start" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "period_end_day" CHECK("period_end" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `kpi_narratives_kpi` ON `kpi_narratives` (`kpi_id`);--> statement-breakpoint
CREATE TABLE `kpi_values` (
	`id` text PRIMARY KEY NOT NULL,
	`kpi_id` text NOT NULL,
	`position` integer NOT NULL,
	`role` text NOT NULL,
	`period_label` text,
	`period_start` text,
	`period_end` text,
	`number` real,
	`text` text NOT NULL,
	`symbol` text,
	`comparator` text,
	`tolerance` real,
	`provisional` integer NOT NULL,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "role_word" CHECK("role" IN ('baseline', 'target', 'actual', 'forecast', 'comparator')),
	CONSTRAINT "provisional_truth" CHECK("provisional" IN (0, 1)),
	CONSTRAINT "period_start_day" CHECK("period_start" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "period_end_day" CHECK("period_end" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `kpi_values_kpi` ON `kpi_values` (`kpi_id`,`position`);--> statement-breakpoint
CREATE TABLE `kpis` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text,
	`section_id` text,
	`position` integer NOT NULL,
	`ref` text,
	`name` text NOT NULL,
	`unit` text,
	`polarity` text,
	`data_source` text,
	`calendar` text,
	`tolerance` real,
	`details` text NOT NULL,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "polarity_word" CHECK("polarity" IN ('up', 'down')),
	CONSTRAINT "details_json" CHECK("details" IS NULL OR (json_valid("details") AND json_type("details") = 'array')),
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `kpis_plan` ON `kpis` (`plan_id`,`position`);--> statement-breakpoint
CREATE INDEX `kpis_section` ON `kpis` (`section_id`);--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`number` text,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`points` text NOT NULL,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "points_json" CHECK("points" IS NULL OR (json_valid("points") AND json_type("points") = 'array')),
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `agenda_items_meeting` ON `agenda_items` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `attendance` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`person_id` text,
	`state` text NOT NULL,
	`substitute_for` text,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "state_word" CHECK("state" IN ('present', 'apologies', 'absent')),
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `attendance_person` ON `attendance` (`person_id`) WHERE "person_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `attendance_meeting` ON `attendance` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `bodies` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`kind` text,
	`purpose` text,
	`role` text,
	`cycle` text,
	`reports_to_id` text,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`reports_to_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `bodies_reports_to` ON `bodies` (`reports_to_id`) WHERE "reports_to_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `body_members` (
	`id` text PRIMARY KEY NOT NULL,
	`body_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`person_id` text,
	`role` text,
	`from` text,
	`until` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "from_day" CHECK("from" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "until_day" CHECK("until" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `body_members_person` ON `body_members` (`person_id`) WHERE "person_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `body_members_body` ON `body_members` (`body_id`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`body_id` text,
	`title` text NOT NULL,
	`held_on` text,
	`place` text,
	`minute_ref` text,
	`further_to` text,
	`state` text NOT NULL,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "state_word" CHECK("state" IN ('proposed', 'planned', 'held', 'draft-minutes', 'confirmed', 'cancelled')),
	CONSTRAINT "held_on_day" CHECK("held_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `meetings_body` ON `meetings` (`body_id`);--> statement-breakpoint
CREATE INDEX `meetings_held` ON `meetings` (`held_on`);--> statement-breakpoint
CREATE TABLE `resolutions` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`agenda_item_id` text,
	`position` integer NOT NULL,
	`number` text NOT NULL,
	`text` text NOT NULL,
	`kind` text,
	`action_id` text,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "kind_word" CHECK("kind" IN ('notes', 'action', 'report', 'decision')),
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `resolutions_agenda_item` ON `resolutions` (`agenda_item_id`) WHERE "agenda_item_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `resolutions_action` ON `resolutions` (`action_id`) WHERE "action_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `resolutions_meeting` ON `resolutions` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `duties` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`basis` text,
	`timescale_text` text,
	`timescale_kind` text,
	`timescale_start` text,
	`timescale_end` text,
	`timescale_precision` text,
	`timescale_ongoing` integer,
	`timescale_recurrence` text,
	`timescale_revised_from` text,
	`timescale_ambiguous` integer,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "timescale_kind_word" CHECK("timescale_kind" IN ('by', 'from', 'on', 'during', 'ongoing', 'recurring', 'done', 'unknown')),
	CONSTRAINT "timescale_precision_word" CHECK("timescale_precision" IN ('day', 'month', 'season', 'term', 'quarter', 'half', 'year')),
	CONSTRAINT "timescale_start_day" CHECK("timescale_start" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "timescale_end_day" CHECK("timescale_end" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "timescale_ongoing_truth" CHECK("timescale_ongoing" IN (0, 1)),
	CONSTRAINT "timescale_ambiguous_truth" CHECK("timescale_ambiguous" IN (0, 1)),
	CONSTRAINT "timescale_revised_from_json" CHECK("timescale_revised_from" IS NULL OR (json_valid("timescale_revised_from") AND json_type("timescale_revised_from") = 'object')),
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `duties_plan` ON `duties` (`plan_id`);--> statement-breakpoint
CREATE TABLE `duty_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`duty_id` text NOT NULL,
	`action_id` text,
	`kpi_id` text,
	FOREIGN KEY (`duty_id`) REFERENCES `duties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duty_answers_one_answer" CHECK(("action_id" IS NOT NULL) + ("kpi_id" IS NOT NULL) = 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `duty_answers_action` ON `duty_answers` (`action_id`) WHERE "action_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `duty_answers_kpi` ON `duty_answers` (`kpi_id`) WHERE "kpi_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `duty_answers_duty` ON `duty_answers` (`duty_id`);--> statement-breakpoint
CREATE TABLE `glossary` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text,
	`position` integer NOT NULL,
	`term` text NOT NULL,
	`meaning` text NOT NULL,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `glossary_plan` ON `glossary` (`plan_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`id` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	CONSTRAINT "value_json" CHECK(json_valid("value"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`initials` text,
	`role` text,
	`email` text,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "kind_word" CHECK("kind" IN ('person', 'role', 'team', 'organisation')),
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `people_name` ON `people` (`name`);--> statement-breakpoint
CREATE TABLE `action_links` (
	`id` text PRIMARY KEY NOT NULL,
	`action_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`to_plan_id` text,
	`to_section_id` text,
	`to_action_id` text,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "kind_word" CHECK("kind" IN ('priority', 'plan', 'same-as', 'other'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_links_to_plan` ON `action_links` (`to_plan_id`) WHERE "to_plan_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `action_links_to_section` ON `action_links` (`to_section_id`) WHERE "to_section_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `action_links_action` ON `action_links` (`action_id`);--> statement-breakpoint
CREATE INDEX `action_links_to_action` ON `action_links` (`to_action_id`) WHERE "to_action_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`section_id` text,
	`position` integer NOT NULL,
	`ref` text,
	`text` text NOT NULL,
	`bullets` text NOT NULL,
	`timescale_text` text,
	`timescale_kind` text,
	`timescale_start` text,
	`timescale_end` text,
	`timescale_precision` text,
	`timescale_ongoing` integer,
	`timescale_recurrence` text,
	`timescale_revised_from` text,
	`timescale_ambiguous` integer,
	`status_state` text,
	`status_label` text,
	`resources` text,
	`comment` text,
	`details` text NOT NULL,
	`review_on` text,
	`continues_action_id` text,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`continues_action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "status_state_word" CHECK("status_state" IN ('not-started', 'on-track', 'at-risk', 'off-track', 'complete', 'changed', 'closed')),
	CONSTRAINT "bullets_json" CHECK("bullets" IS NULL OR (json_valid("bullets") AND json_type("bullets") = 'array')),
	CONSTRAINT "details_json" CHECK("details" IS NULL OR (json_valid("details") AND json_type("details") = 'array')),
	CONSTRAINT "review_on_day" CHECK("review_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "timescale_kind_word" CHECK("timescale_kind" IN ('by', 'from', 'on', 'during', 'ongoing', 'recurring', 'done', 'unknown')),
	CONSTRAINT "timescale_precision_word" CHECK("timescale_precision" IN ('day', 'month', 'season', 'term', 'quarter', 'half', 'year')),
	CONSTRAINT "timescale_start_day" CHECK("timescale_start" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "timescale_end_day" CHECK("timescale_end" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "timescale_ongoing_truth" CHECK("timescale_ongoing" IN (0, 1)),
	CONSTRAINT "timescale_ambiguous_truth" CHECK("timescale_ambiguous" IN (0, 1)),
	CONSTRAINT "timescale_revised_from_json" CHECK("timescale_revised_from" IS NULL OR (json_valid("timescale_revised_from") AND json_type("timescale_revised_from") = 'object')),
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `actions_plan` ON `actions` (`plan_id`,`position`);--> statement-breakpoint
CREATE INDEX `actions_section` ON `actions` (`section_id`);--> statement-breakpoint
CREATE INDEX `actions_end` ON `actions` (`timescale_end`);--> statement-breakpoint
CREATE INDEX `actions_continues` ON `actions` (`continues_action_id`) WHERE "continues_action_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `key_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`state` text NOT NULL,
	`label` text NOT NULL,
	`colour` text NOT NULL,
	`shape` text NOT NULL,
	`definition` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "state_word" CHECK("state" IN ('not-started', 'on-track', 'at-risk', 'off-track', 'complete', 'changed', 'closed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `key_entries_plan` ON `key_entries` (`plan_id`);--> statement-breakpoint
CREATE TABLE `plans` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`period_label` text,
	`period_start` text,
	`period_end` text,
	`subject` text,
	`preamble` text,
	`parent_plan_id` text,
	`continues_plan_id` text,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`parent_plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`continues_plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "period_start_day" CHECK("period_start" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "period_end_day" CHECK("period_end" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `plans_parent` ON `plans` (`parent_plan_id`) WHERE "parent_plan_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `plans_continues` ON `plans` (`continues_plan_id`) WHERE "continues_plan_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `sections` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`parent_id` text,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`ref` text,
	`title` text NOT NULL,
	`bullets` text NOT NULL,
	`details` text NOT NULL,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "kind_word" CHECK("kind" IN ('chapter', 'priority', 'objective', 'recommendation', 'theme')),
	CONSTRAINT "bullets_json" CHECK("bullets" IS NULL OR (json_valid("bullets") AND json_type("bullets") = 'array')),
	CONSTRAINT "details_json" CHECK("details" IS NULL OR (json_valid("details") AND json_type("details") = 'array')),
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `sections_plan` ON `sections` (`plan_id`,`position`);--> statement-breakpoint
CREATE INDEX `sections_parent` ON `sections` (`parent_id`);