import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readRegister, writeRegister } from '#db/queries/register-json.ts';
import { RegisterJson } from '#shared/contract/register.ts';
import { registers } from '../register-arbitrary.ts';
import { act, tempFolder } from '../temp-register.ts';

const runs = Number(process.env.RUNS ?? 25);

describe('the register as JSON', () => {
  let place = tempFolder();
  afterEach(() => {
    place.remove();
    place = tempFolder();
  });

  let count = 0;
  const through = (json: RegisterJson): RegisterJson => {
    count += 1;
    const register = place.open(`office-${count}.register`);
    act(register.db, place.newId, (tx) => writeRegister(tx, json));
    const read = readRegister(register.db);
    register.close();
    return read;
  };

  it(
    'comes back whole, whatever the register holds',
    () => {
      fc.assert(
        fc.property(registers, (json) => {
          const first = through(json);
          expect(RegisterJson.parse(first)).toEqual(first);
          expect(unordered(first)).toEqual(unordered(json));
          expect(through(first)).toEqual(first);
        }),
        { numRuns: runs },
      );
    },
    60_000 + runs * 1_000,
  );

  it('is refused over a register that holds something', () => {
    const register = place.open();
    const json = readRegister(register.db);
    act(register.db, place.newId, (tx) => writeRegister(tx, person(json, place.newId())));
    expect(() => act(register.db, place.newId, (tx) => writeRegister(tx, json))).toThrow(/empty one/);
  });

  it('is refused, with nothing written, where it refers to what it does not hold', () => {
    const register = place.open();
    const json = readRegister(register.db);
    const broken = {
      ...json,
      attendance: [
        {
          id: place.newId(),
          source: null,
          meetingId: place.newId(),
          name: 'R. Okafor',
          personId: null,
          state: 'present' as const,
          substituteFor: null,
        },
      ],
    };
    expect(() => act(register.db, place.newId, (tx) => writeRegister(tx, broken))).toThrow(/does not hold/);
    expect(readRegister(register.db)).toEqual(json);
  });
});

function person(json: RegisterJson, id: string): RegisterJson {
  const one = { id, source: null, kind: 'person' as const, name: 'R. Okafor' };
  return { ...json, people: [{ ...one, initials: null, role: null, email: null }] };
}

/** The same records, in the order of their ids: what is written in any order is read in reading order. */
function unordered(json: RegisterJson): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.toSorted((a, b) => (a.id < b.id ? -1 : 1)) : value,
    ]),
  );
}
