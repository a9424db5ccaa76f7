CREATE TABLE `lineage` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`from_action_id` text,
	`to_action_id` text,
	`from_kpi_id` text,
	`to_kpi_id` text,
	`reason` text,
	`measured_change` text,
	`on` text NOT NULL,
	`source_file_id` text,
	`source_where` text,
	`source_cells` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_file_id`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "kind_word" CHECK("kind" IN ('carried', 'reworded', 'split', 'merged', 'closed', 'dropped')),
	CONSTRAINT "on_day" CHECK("on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "lineage_one_origin" CHECK(("from_action_id" IS NOT NULL) + ("from_kpi_id" IS NOT NULL) = 1),
	CONSTRAINT "lineage_leads_on" CHECK(("to_action_id" IS NOT NULL) = ("from_action_id" IS NOT NULL AND "kind" NOT IN ('closed', 'dropped')) AND ("to_kpi_id" IS NOT NULL) = ("from_kpi_id" IS NOT NULL AND "kind" NOT IN ('closed', 'dropped'))),
	CONSTRAINT "lineage_dropped_with_reason" CHECK("kind" <> 'dropped' OR trim(coalesce("reason", '')) <> ''),
	CONSTRAINT "source_cells_json" CHECK("source_cells" IS NULL OR (json_valid("source_cells") AND json_type("source_cells") = 'object'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `lineage_plan` ON `lineage` (`plan_id`,`position`);--> statement-breakpoint
CREATE INDEX `lineage_from_action` ON `lineage` (`from_action_id`) WHERE "from_action_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `lineage_to_action` ON `lineage` (`to_action_id`) WHERE "to_action_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `lineage_from_kpi` ON `lineage` (`from_kpi_id`) WHERE "from_kpi_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `lineage_to_kpi` ON `lineage` (`to_kpi_id`) WHERE "to_kpi_id" IS NOT NULL;