ALTER TABLE `attendance` ADD `role` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `details` text;