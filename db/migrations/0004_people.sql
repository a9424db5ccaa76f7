CREATE TABLE `aliases` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`person_id` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `aliases_person` ON `aliases` (`person_id`);--> statement-breakpoint
CREATE TABLE `people_apart` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`person_id` text NOT NULL,
	`other_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "people_apart_two" CHECK("person_id" <> "other_id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `people_apart_person` ON `people_apart` (`person_id`);--> statement-breakpoint
CREATE INDEX `people_apart_other` ON `people_apart` (`other_id`);--> statement-breakpoint
CREATE TABLE `spells` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`of_id` text NOT NULL,
	`person_id` text NOT NULL,
	`from` text,
	`until` text,
	FOREIGN KEY (`of_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "from_day" CHECK("from" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "until_day" CHECK("until" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "spells_in_order" CHECK("from" IS NULL OR "until" IS NULL OR "from" <= "until"),
	CONSTRAINT "spells_of_another" CHECK("of_id" <> "person_id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `spells_of` ON `spells` (`of_id`);--> statement-breakpoint
CREATE INDEX `spells_person` ON `spells` (`person_id`);--> statement-breakpoint
ALTER TABLE `people` ADD `retired_on` text;