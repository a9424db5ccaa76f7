import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { codeOf } from '#db/driver-errors.ts';
import { makeFolder } from '#db/files.ts';
import { tempFolder } from './temp-register.ts';

const place = tempFolder();
afterAll(() => place.remove());

function codeOfMaking(path: string): string {
  try {
    makeFolder(path);
    return 'made';
  } catch (error) {
    return codeOf(error);
  }
}

describe('making a folder', () => {
  it('makes those above it too, and leaves one that is there', () => {
    const path = place.path('a/b/c');
    makeFolder(path);
    writeFileSync(`${path}/kept.txt`, 'kept');
    makeFolder(path);
    expect(existsSync(`${path}/kept.txt`)).toBe(true);
  });

  it('says what is in the way', () => {
    writeFileSync(place.path('file'), '');
    expect(codeOfMaking(place.path('file'))).toBe('EEXIST');
    expect(codeOfMaking(place.path('file/below'))).not.toBe('made');
  });

  it.skipIf(process.platform === 'win32')('does not follow a link to nowhere for ever', () => {
    symlinkSync(place.path('nowhere'), place.path('link'));
    expect(codeOfMaking(place.path('link'))).toBe('EEXIST');
    expect(codeOfMaking(place.path('link/below'))).not.toBe('made');
  });
});
