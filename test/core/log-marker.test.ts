import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callTRPCProcedure } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appRouter } from '#core/router.ts';
import { loggedTables, quoted } from '#db/layout.ts';
import { logFilePorts } from '#hosts/hosting/log-file.ts';
import { type Office, openOffice } from './office.ts';
import { samplePlan } from './sample-plan.ts';

const marker = 'Zzyxqueltharp';
type Shape = { [key: string]: unknown };

/** A value that fits a schema, with the marker wherever words may stand and real ids where ids must. */
function hostile(schema: Shape, name: string, ids: (name: string) => string): unknown {
  const any = (schema.anyOf ?? schema.oneOf) as Shape[] | undefined;
  if (any) return hostile(any[0] ?? {}, name, ids);
  const all = schema.allOf as Shape[] | undefined;
  if (all) return Object.assign({}, ...all.map((one) => hostile(one, name, ids)));
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  switch (schema.type) {
    case 'object': {
      const properties = Object.entries((schema.properties ?? {}) as { [key: string]: Shape });
      const made = Object.fromEntries(properties.map(([key, of]) => [key, hostile(of, key, ids)]));
      return properties.length > 0 ? made : { [marker]: marker };
    }
    case 'array':
      return [hostile((schema.items ?? {}) as Shape, name.replace(/s$/, ''), ids)];
    case 'integer':
    case 'number':
      return Math.max(Number(schema.minimum ?? 1), 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      if (schema.format === 'uuid') return ids(name);
      if (schema.format === 'date') return '2010-11-05';
      if (schema.format === 'date-time') return '2010-11-05T09:00:00.000Z';
      if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern).test(marker)) return '09:30';
      return marker;
  }
}

describe('the log of a program that goes wrong everywhere', () => {
  let office: Office;
  let path = '';
  beforeAll(async () => {
    office = await openOffice();
    path = join(office.folder, 'plan-register.log');
    office.app.options.ports.log = logFilePorts(path).log;
  });
  afterAll(() => office.close());

  it('holds nothing of what was written or asked, whichever procedure fails and however', async () => {
    const { planId, first, actions } = await samplePlan(office);
    const { raw } = office.register.db;
    const [person] = await office.caller.people.list();
    const known: { [name: string]: string } = {
      planId,
      sectionId: first,
      personId: person?.id ?? '',
      actionId: actions[0],
    };
    // The driver quotes the row that it was writing, as drivers do.
    for (const { name, columns, key } of loggedTables) {
      const words = columns.map((column) => `coalesce(new.${quoted(column.name)}, '')`).join(` || ' ' || `);
      for (const act of ['INSERT', 'UPDATE'])
        raw.exec(
          `CREATE TRIGGER ${quoted(`fail_${name}_${act}`)} BEFORE ${act} ON ${quoted(name)}
           BEGIN SELECT RAISE(ABORT, 'malformed row ' || ${words}); END`,
        );
      raw.exec(
        `CREATE TRIGGER ${quoted(`fail_${name}_delete`)} BEFORE DELETE ON ${quoted(name)}
         BEGIN SELECT RAISE(ABORT, 'malformed row ${marker} ' || old.${quoted(key)}); END`,
      );
    }
    const outcomes = new Map<string, number>();
    for (const [name, procedure] of Object.entries(appRouter._def.procedures)) {
      const { type, inputs } = (procedure as unknown as { _def: { type: string; inputs: z.ZodType[] } })._def;
      // These close the register or wait for somebody; what they are asked holds no words of it.
      if (type === 'subscription' || /^(register|jobs)\./.test(name)) continue;
      const schema = inputs[0]
        ? (z.toJSONSchema(inputs[0], { io: 'input', unrepresentable: 'any' }) as Shape)
        : {};
      const fits = hostile(schema, '', (of) => known[of] ?? actions[1]);
      for (const input of [inputs[0] ? fits : undefined, { [marker]: marker }, marker, [marker]]) {
        const got = await callTRPCProcedure({
          router: appRouter,
          path: name,
          type: type as 'query' | 'mutation',
          getRawInput: async () => input,
          ctx: { app: office.app },
          signal: undefined,
          batchIndex: 0,
        }).then(
          () => 'done',
          (error: { cause?: { code?: string } }) => error.cause?.code ?? 'other',
        );
        outcomes.set(got, (outcomes.get(got) ?? 0) + 1);
      }
    }
    const log = readFileSync(path, 'utf8');
    // It can fail: the driver's messages did hold the marker, and many acts came as far as the driver.
    expect(outcomes.get('fault')).toBeGreaterThan(20);
    expect(log.trimEnd().split('\n').length).toBe(outcomes.get('fault'));
    expect(log).toContain('SqliteError');
    expect(log.toLowerCase()).not.toContain(marker.toLowerCase());
    expect(log).not.toContain('Ruth Adeyemi');
    expect(log).not.toContain(office.folder);
  });
});
