import { sha256 } from '../snapshots/hash.ts';

/** 19 April 2010, 09:00 UTC: the morning on which the example's officer set the register up. */
const bornMs = 1_271_667_600_000;

/**
 * The id of a record of the example: the same for the same name for ever, in the shape of a UUIDv7
 * (RFC 9562, section 5.7) whose random part comes from the name.
 */
export function exampleId(name: string): string {
  const digest = sha256(`example register: ${name}`);
  const time = bornMs.toString(16).padStart(12, '0');
  const variant = (8 + (Number.parseInt(digest[3] ?? '0', 16) % 4)).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${digest.slice(0, 3)}`,
    `${variant}${digest.slice(4, 7)}`,
    digest.slice(7, 19),
  ].join('-');
}
