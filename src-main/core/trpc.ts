import { initTRPC, TRPCError } from '@trpc/server';
import type { z } from 'zod';
import { AppError, type ErrorCode } from '#shared/contract/errors.ts';
import type { App } from './app.ts';
import { faultOf, sentenceOf } from './faults.ts';
import type { Options } from './options.ts';
import { type Looked, lookedAt } from './views/looked.ts';
import { frozenForEver, isAnsweredByRegister, writesNothing } from './views/rules.ts';

/** What every procedure is handed. A host makes it; nothing else crosses. */
export type Context = {
  app: App;
  /** The snapshot that the caller looks at in place of the register, by its id. Null or left out: the register. */
  view?: string | null;
};

type TrpcCode = ConstructorParameters<typeof TRPCError>[0]['code'];

/** The HTTP side of our codes; a client branches on `data.code`, never on this. */
const trpcCodes: Partial<Record<ErrorCode, TrpcCode>> = {
  'wrong-use': 'BAD_REQUEST',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  cancelled: 'CLIENT_CLOSED_REQUEST',
  'not-yet': 'NOT_IMPLEMENTED',
  'file-too-large': 'PAYLOAD_TOO_LARGE',
  'file-unsupported': 'UNSUPPORTED_MEDIA_TYPE',
  'file-timeout': 'TIMEOUT',
  'no-permission': 'FORBIDDEN',
  fault: 'INTERNAL_SERVER_ERROR',
};

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter({ error, shape }) {
    const cause = error.cause instanceof AppError ? error.cause : appErrorOf(error, null);
    const { httpStatus, path } = shape.data;
    return { message: cause.message, code: shape.code, data: { code: cause.code, httpStatus, path } };
  },
});

/** A mutation that takes nothing is given no `.input`: over HTTP its body is empty, and an empty body is not JSON. */
export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/**
 * A refusal keeps its code and sentence; a request that does not fit the contract is
 * `wrong-use`; anything else is a fault, logged under a reference, of which the caller learns no more.
 */
const told = t.procedure.use(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const error = appErrorOf(result.error, { options: ctx.app.options, path });
  throw new TRPCError({ code: trpcCodes[error.code] ?? 'PRECONDITION_FAILED', cause: error });
});

/**
 * Every procedure. Who looks at a snapshot is answered from it, as if it were the register (`ctx.app`), or by the register
 * that it is of, which then knows what is looked at (`ctx.looking`). Nobody who looks at one can write, whatever is asked.
 */
export const procedure = told.use(async ({ ctx, path, type, next }) => {
  if (ctx.view == null) return next({ ctx: { ...ctx, looking: notLooking } });
  if (isAnsweredByRegister(path) || type !== 'query') {
    const looking = lookedAt(ctx.app.openedRegister().db, ctx.view);
    if (type === 'mutation' && !writesNothing.has(path)) throw frozenForEver(looking);
    return next({ ctx: { ...ctx, looking } });
  }
  return ctx.app.views.using(ctx.view, (app) => next({ ctx: { ...ctx, app, looking: notLooking } }));
});
const notLooking: Looked | null = null;

/** Needs an open register, found as `ctx.register`. */
export const registerProcedure = procedure.use(({ ctx, next }) =>
  next({ ctx: { ...ctx, register: ctx.app.openedRegister() } }),
);

/**
 * Checks an answer against the contract. As a plain function, because zod reads large answers several times
 * faster synchronously than through the parseAsync that tRPC would call.
 */
export function answer<T extends z.ZodType>(schema: T): (value: unknown) => z.output<T> {
  return (value) => schema.parse(value);
}

function appErrorOf(error: TRPCError, where: { options: Options; path: string } | null): AppError {
  if (error.cause instanceof AppError) return error.cause;
  if (error.code === 'BAD_REQUEST' || error.code === 'PARSE_ERROR') {
    return new AppError('wrong-use', sentenceOf(error.cause ?? error), { cause: error });
  }
  if (error.code === 'INTERNAL_SERVER_ERROR') return faultOf(error.cause ?? error, where);
  return new AppError('wrong-use', `${error.message}.`.replace(/\.\.$/, '.'), { cause: error });
}
