ALTER TABLE `bodies` ADD `papers_unit` text CONSTRAINT "papers_unit_word" CHECK("papers_unit" IN ('working-days'));--> statement-breakpoint
ALTER TABLE `bodies` ADD `groups` text CONSTRAINT "groups_json" CHECK("groups" IS NULL OR (json_valid("groups") AND json_type("groups") = 'array'));
