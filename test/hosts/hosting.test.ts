import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDay } from '#hosts/hosting/app-options.ts';
import { contentSecurityPolicy } from '#hosts/hosting/content-security.ts';
import { defaultDataFolder } from '#hosts/hosting/data-folder.ts';
import { pageFilesOf } from '#hosts/hosting/page-files.ts';

describe('pageFilesOf', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'page-'));
    mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'outside.js'), 'outside');
    writeFileSync(join(folder, 'page', 'index.html'), 'page');
    writeFileSync(join(folder, 'page', 'assets', 'main-abc.js'), 'script');
    writeFileSync(join(folder, 'page', 'notes.exe'), 'no part of a page');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('finds files by their address and screens by theirs', async () => {
    const files = pageFilesOf(join(folder, 'page'));
    expect((await files('/assets/main-abc.js')?.read())?.toString()).toBe('script');
    for (const screen of ['/', '/plans', '/plans/0190-ab', '/plans/']) {
      expect((await files(screen)?.read())?.toString(), screen).toBe('page');
    }
  });

  it('finds nothing that is not on its list, however it is written', () => {
    const files = pageFilesOf(join(folder, 'page'));
    const strange = [
      '/../outside.js',
      '/assets/../../outside.js',
      '/notes.exe',
      '/missing.js',
      '',
      'index.html',
    ];
    strange.push('/assets//main-abc.js', '/%2e%2e/outside.js', '/..\\outside.js', '/__proto__', '//x');
    expect(strange.filter((path) => files(path) !== null)).toEqual(['/__proto__']);
    expect(files('/__proto__')).toBe(files('/'));
  });

  it('says that the page is not built', () => {
    expect(() => pageFilesOf(join(folder, 'page', 'assets'))).toThrow(/build the page first/);
  });
});

describe('where the hosts keep things', () => {
  it('is a local folder of the officer, never one that is synchronised or roams', () => {
    const at = (platform: string, env: Record<string, string> = {}) =>
      defaultDataFolder({ platform, env, home: '/home/ann' }).dataDir.replaceAll('\\', '/');
    expect(at('win32', { LOCALAPPDATA: '/local', APPDATA: '/roaming' })).toBe('/local/Plan Register');
    expect(at('win32')).toBe('/home/ann/AppData/Local/Plan Register');
    expect(at('darwin')).toBe('/home/ann/Library/Application Support/Plan Register');
    expect(at('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/plan-register');
    expect(at('linux')).toBe('/home/ann/.local/share/plan-register');
  });

  it('takes the day where the officer sits, not the day in Greenwich', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Europe/London';
    expect(localDay(new Date('2014-06-30T23:30:00Z'))).toBe('2014-07-01');
    process.env.TZ = zone;
  });
});

describe('the content security policy', () => {
  it('lets nothing in by default and makes no exception', () => {
    expect(contentSecurityPolicy.split('; ')[0]).toBe("default-src 'none'");
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|sha256|nonce/);
    for (const directive of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"]) {
      expect(contentSecurityPolicy).toContain(directive);
    }
  });
});
