import type { Register } from '../../open-register.ts';
import type { ReadingSession } from './reading-session.ts';

/** Files held read while somebody looks at their cells: a worker each, so few. */
const mostHeld = 2;
const held = new WeakMap<Register, Map<string, Promise<ReadingSession>>>();

/** The reading that is held under this key, or a new one; the oldest makes room. */
export function heldReading(
  register: Register,
  key: string,
  start: () => Promise<ReadingSession>,
): Promise<ReadingSession> {
  const readings = held.get(register) ?? new Map<string, Promise<ReadingSession>>();
  held.set(register, readings);
  const known = readings.get(key);
  if (known) return known;
  const reading = start();
  readings.set(key, reading);
  reading.catch(() => readings.delete(key));
  for (const [old, one] of readings) {
    if (readings.size <= mostHeld) break;
    readings.delete(old);
    void closed(one);
  }
  return reading;
}

/** Ends the readings that are held of a register that is being closed. */
export async function dropHeldReadings(register: Register): Promise<void> {
  const readings = [...(held.get(register)?.values() ?? [])];
  held.delete(register);
  await Promise.all(readings.map(closed));
}

async function closed(reading: Promise<ReadingSession>): Promise<void> {
  let session: ReadingSession;
  try {
    session = await reading;
  } catch {
    // It never began, and whoever asked was told why.
    return;
  }
  await session.close();
}
