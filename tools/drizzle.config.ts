import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --config tools/drizzle.config.ts` writes the next migration. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema/index.ts',
  out: './db/migrations',
  casing: 'snake_case',
});
