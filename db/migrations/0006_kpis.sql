CREATE TABLE `kpi_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`kpi_id` text NOT NULL,
	`position` integer NOT NULL,
	`on` text NOT NULL,
	`words` text NOT NULL,
	`breaks` integer NOT NULL,
	`fields` text NOT NULL,
	`by` text,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "on_day" CHECK("on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "breaks_truth" CHECK("breaks" IN (0, 1)),
	CONSTRAINT "fields_json" CHECK("fields" IS NULL OR (json_valid("fields") AND json_type("fields") = 'array')),
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `kpi_changes_kpi` ON `kpi_changes` (`kpi_id`);--> statement-breakpoint
CREATE TABLE `kpi_judgements` (
	`id` text PRIMARY KEY NOT NULL,
	`kpi_id` text NOT NULL,
	`position` integer NOT NULL,
	`period_label` text,
	`period_start` text,
	`period_end` text,
	`state` text,
	`reason` text NOT NULL,
	`by` text,
	`on` text NOT NULL,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "state_word" CHECK("state" IN ('not-started', 'on-track', 'at-risk', 'off-track', 'complete', 'changed', 'closed')),
	CONSTRAINT "on_day" CHECK("on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "period_start_day" CHECK("period_start" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "period_end_day" CHECK("period_end" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `kpi_judgements_kpi` ON `kpi_judgements` (`kpi_id`);--> statement-breakpoint
ALTER TABLE `kpi_narratives` ADD `says` text;--> statement-breakpoint
ALTER TABLE `kpi_narratives` ADD `by_when` text;--> statement-breakpoint
ALTER TABLE `kpi_narratives` ADD `help` text;--> statement-breakpoint
ALTER TABLE `kpi_values` ADD `tolerance_by` text CONSTRAINT "tolerance_by_word" CHECK("tolerance_by" IN ('points', 'percent'));--> statement-breakpoint
ALTER TABLE `kpi_values` ADD `on_track_within` real;--> statement-breakpoint
ALTER TABLE `kpi_values` ADD `polarity` text CONSTRAINT "polarity_word" CHECK("polarity" IN ('up', 'down'));--> statement-breakpoint
ALTER TABLE `kpi_values` ADD `note` text;--> statement-breakpoint
ALTER TABLE `kpi_values` ADD `entered_at` text;--> statement-breakpoint
ALTER TABLE `kpi_values` ADD `entered_by` text;--> statement-breakpoint
ALTER TABLE `kpi_values` ADD `calculated` text CONSTRAINT "calculated_word" CHECK("calculated" IN ('formula', 'register'));--> statement-breakpoint
ALTER TABLE `kpi_values` ADD `revisions` text CONSTRAINT "revisions_json" CHECK("revisions" IS NULL OR (json_valid("revisions") AND json_type("revisions") = 'array'));--> statement-breakpoint
ALTER TABLE `kpis` ADD `measured` text;--> statement-breakpoint
ALTER TABLE `kpis` ADD `unit_kind` text CONSTRAINT "unit_kind_word" CHECK("unit_kind" IN ('number', 'percentage', 'money', 'ratio', 'days', 'words'));--> statement-breakpoint
ALTER TABLE `kpis` ADD `decimals` integer;--> statement-breakpoint
ALTER TABLE `kpis` ADD `year_kind` text CONSTRAINT "year_kind_word" CHECK("year_kind" IN ('financial', 'academic', 'calendar', 'custom'));--> statement-breakpoint
ALTER TABLE `kpis` ADD `year_start_month` integer;--> statement-breakpoint
ALTER TABLE `kpis` ADD `frequency` text CONSTRAINT "frequency_word" CHECK("frequency" IN ('year', 'half', 'term', 'quarter', 'month', 'point'));--> statement-breakpoint
ALTER TABLE `kpis` ADD `year_by` text CONSTRAINT "year_by_word" CHECK("year_by" IN ('sum', 'mean', 'last', 'formula'));--> statement-breakpoint
ALTER TABLE `kpis` ADD `formula` text;--> statement-breakpoint
ALTER TABLE `kpis` ADD `calculated` text CONSTRAINT "calculated_word" CHECK("calculated" IN ('attendance', 'actions-on-track', 'duties-answered'));--> statement-breakpoint
ALTER TABLE `kpis` ADD `calculated_body_id` text REFERENCES bodies(id);--> statement-breakpoint
ALTER TABLE `kpis` ADD `calculated_plan_id` text REFERENCES plans(id);--> statement-breakpoint
ALTER TABLE `kpis` ADD `tolerance_by` text CONSTRAINT "tolerance_by_word" CHECK("tolerance_by" IN ('points', 'percent'));--> statement-breakpoint
ALTER TABLE `kpis` ADD `on_track_within` real;--> statement-breakpoint
ALTER TABLE `kpis` ADD `due_days` integer;--> statement-breakpoint
ALTER TABLE `kpis` ADD `counts_children` integer CONSTRAINT "counts_children_truth" CHECK("counts_children" IN (0, 1));--> statement-breakpoint
CREATE INDEX `kpis_calculated_body` ON `kpis` (`calculated_body_id`) WHERE "calculated_body_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `kpis_calculated_plan` ON `kpis` (`calculated_plan_id`) WHERE "calculated_plan_id" IS NOT NULL;