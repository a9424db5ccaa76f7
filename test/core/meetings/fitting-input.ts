import { z } from 'zod';

/**
 * An input that a procedure understands, made from its own schema: each field gets the first of the values known by its
 * name, else of those tried for any field, that its schema takes. Undefined where a field takes none of them.
 */
export function fittingInput(
  schema: unknown,
  known: Readonly<Record<string, readonly unknown[]>>,
  others: readonly unknown[],
  name = '',
): unknown {
  const one = schema as z.ZodType;
  const inner = bare(one);
  if (inner instanceof z.ZodObject) {
    const fields = Object.entries(inner.shape as Record<string, z.ZodType>).map(([key, field]) => [
      key,
      fittingInput(field, known, others, key),
    ]);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  const tried = [...(known[name] ?? []), ...others].find((value) => one.safeParse(value).success);
  if (inner instanceof z.ZodArray) {
    const entry = fittingInput(inner.element, known, others, name.replace(/s$/, ''));
    return entry !== undefined && one.safeParse([entry]).success ? [entry] : tried;
  }
  if (inner instanceof z.ZodUnion)
    return fittingInput((inner.options as readonly z.ZodType[])[0], known, others, name);
  if (tried !== undefined) return tried;
  if (inner instanceof z.ZodEnum) return inner.options[0];
  return inner instanceof z.ZodLiteral ? inner.value : undefined;
}

function bare(schema: z.ZodType): z.ZodType {
  let at = schema;
  while (at instanceof z.ZodOptional || at instanceof z.ZodNullable || at instanceof z.ZodDefault)
    at = at.unwrap() as z.ZodType;
  return at;
}
