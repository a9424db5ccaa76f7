import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '#hosts/hosting/content-security.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'src-main', 'electron');

/** The source without its comments, so that a word in a comment neither passes nor fails anything. */
function code(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}
const names = readdirSync(folder);
const all = names.map(code).join('\n');
const windows = code('windows.ts');
const security = code('security.ts');
const preload = code('preload.ts');
const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
const schema = JSON.parse(
  readFileSync(join(root, 'node_modules', 'app-builder-lib', 'scheme.json'), 'utf8'),
) as { definitions: { FuseOptionsV1: { properties: Record<string, unknown> } } };
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The twenty points of Electron's own security checklist, in its order. What runs is tested in smoke.test.ts. */
describe("Electron's security checklist", () => {
  it('1: loads only what comes with the program', () => {
    expect(all.match(/https?:\/\//g) ?? []).toEqual([]);
    // The page, and a report laid ready to be printed, both of the program's own scheme.
    expect(all.match(/loadURL\(`\$\{pageOrigin\}(?:\/|\$\{pathname\})`\)/g)?.length).toBe(
      all.match(/\.loadURL\(/g)?.length,
    );
    expect(all).not.toMatch(/loadFile\(/);
    expect(security).toMatch(/onBeforeRequest\([\s\S]*cancel: !inside\.includes/);
  });
  it('2: gives no page Node', () => {
    for (const option of ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames']) {
      expect(windows).toContain(`${option}: false`);
    }
    expect(all).not.toMatch(/nodeIntegration\w*: true/);
  });
  it('3: isolates contexts', () => {
    expect(windows).toContain('contextIsolation: true');
    expect(all).not.toContain('contextIsolation: false');
  });
  it('4: sandboxes every process', () => {
    expect(security).toContain('app.enableSandbox()');
    expect(windows).toContain('sandbox: true');
    expect(all).not.toMatch(/sandbox: false|no-sandbox/);
  });
  it('5: answers every request for a permission', () => {
    expect(security).toContain('setPermissionRequestHandler');
    expect(security).toContain('setPermissionCheckHandler');
    expect(security).toMatch(/setDevicePermissionHandler\(\(\) => false\)/);
    expect(code('main.ts')).toContain('hardenSession(session.defaultSession)');
    expect(all).not.toMatch(/fromPartition|partition:/);
  });
  it('6: keeps web security on', () => {
    expect(windows).toContain('webSecurity: true');
    expect(all).not.toContain('webSecurity: false');
  });
  it('7: has a strict content security policy', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    expect(contentSecurityPolicy).toContain("script-src 'self';");
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|http/);
    expect(code('page.ts').match(/pageHeaders/g)?.length).toBeGreaterThanOrEqual(3);
  });
  it('8: runs no insecure content', () => {
    expect(windows).toContain('allowRunningInsecureContent: false');
    expect(all).not.toContain('allowRunningInsecureContent: true');
  });
  it('9: turns on no experiment', () => {
    expect(windows).toContain('experimentalFeatures: false');
    expect(all).not.toMatch(/experimentalFeatures: true|appendSwitch/);
  });
  it('10: turns on no feature of Blink', () => {
    expect(all).not.toMatch(/enableBlinkFeatures|enable-blink-features/);
  });
  it('11 and 12: has no webview and lets none be attached', () => {
    expect(windows).toContain('webviewTag: false');
    expect(security).toMatch(/'will-attach-webview', \(event\) => event\.preventDefault\(\)/);
    expect(all).not.toContain('allowpopups');
  });
  it('13: limits navigation', () => {
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'])
      expect(security).toContain(event);
    expect(windows).toContain('navigateOnDragDrop: false');
  });
  it('14: opens no further window', () => {
    expect(security).toMatch(/setWindowOpenHandler\([\s\S]*action: 'deny'/);
    expect(all).not.toContain("action: 'allow'");
    // The one that is shown, and one that prints: unseen, without scripts and without a way to the core.
    expect(all.match(/new BrowserWindow\(/g)?.length).toBe(2);
    expect(code('print.ts').match(/new BrowserWindow\(/g)?.length).toBe(1);
    expect(code('print.ts')).toMatch(/show: false/);
    expect(code('print.ts')).toMatch(/javascript: false/);
    expect(code('print.ts')).not.toMatch(/preload/);
  });
  it('15: opens outside only web and mail addresses, parsed, and only when asked', () => {
    expect(all.match(/openExternal/g)?.length).toBe(1);
    expect(security).toMatch(/url\.protocol !== 'https:' && url\.protocol !== 'mailto:'/);
    expect(security.indexOf('showMessageBox')).toBeLessThan(security.indexOf('openExternal'));
  });
  it('16: is of a supported Electron, pinned exactly', () => {
    expect(packageJson.devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number(packageJson.devDependencies.electron.split('.')[0])).toBeGreaterThanOrEqual(45);
    expect(builder).toContain(`electronVersion: ${packageJson.devDependencies.electron}\n`);
  });
  it('17: asks who sends', () => {
    expect(all.match(/ipcMain\.(on|handle)\(/g)?.length).toBe(1);
    expect(code('ipc.ts')).toMatch(
      /ipcMain\.on\(connectChannel, \(event\) => \{\s*if \(!isTrusted\(event\)\)/,
    );
    expect(code('ipc.ts')).toMatch(/senderFrame === sender\.mainFrame && isOwnPage\(senderFrame\.url\)/);
  });
  it('18: uses a scheme of its own, and no path of a request reaches the disk', () => {
    expect(all).not.toMatch(/file:\/\//);
    expect(code('page.ts')).toMatch(/files\(url\.pathname\)/);
    expect(code('page.ts')).not.toMatch(/node:fs|readFile/);
  });
  it('19: sets every fuse that there is', () => {
    // As the builder's own schema names them; a new one fails here until somebody decides it.
    const wanted: Record<string, boolean> = {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    };
    // Signs again on a Mac, which the builder does by itself after it has set the fuses.
    const notAFuse = 'resetAdHocDarwinSignature';
    const known = Object.keys(schema.definitions.FuseOptionsV1.properties).filter(
      (name) => name !== notAFuse,
    );
    expect(known.sort()).toEqual(Object.keys(wanted).sort());
    for (const [fuse, on] of Object.entries(wanted)) expect(builder).toContain(`  ${fuse}: ${on}\n`);
  });
  it('20: exposes to the page one function without arguments', () => {
    expect(preload.match(/exposeInMainWorld/g)?.length).toBe(1);
    expect(preload).toMatch(/connect: \(\) => ipcRenderer\.send\(connectChannel\)/);
    expect(preload.match(/ipcRenderer\.(send|on|invoke|sendSync|postMessage)\(/g)?.sort()).toEqual([
      'ipcRenderer.on(',
      'ipcRenderer.send(',
    ]);
    const named = names.filter((name) => code(name).includes('ipcRenderer'));
    expect(named).toEqual(['preload.ts']);
  });
  it('starts anew after a window or the core broke down', () => {
    expect(code('windows.ts')).toMatch(/recoverWindow\(opened, teller,/);
    expect(code('main.ts')).toMatch(/recoverProcess\(teller\);\s*hardenProcess\(\)/);
  });
  it('bears one name for the system, in the program and in its installers', () => {
    const named = /setAppUserModelId\('([^']+)'\)/.exec(code('main.ts'))?.[1] ?? '-';
    expect(builder).toContain(`appId: ${named}\n`);
  });
  it('makes no request of its own: no updater, no crash report, no spelling dictionary', () => {
    expect(all).not.toMatch(/autoUpdater|crashReporter|net\.(fetch|request)|node:https?'/);
    expect(security).toContain('setSpellCheckerEnabled(false)');
    expect(windows).toContain('spellcheck: false');
    expect(builder).toContain('publish: null');
  });
  it('stays a thin host, under 1,000 lines in all', () => {
    const lines = names.reduce(
      (sum, name) => sum + readFileSync(join(folder, name), 'utf8').split('\n').length,
      0,
    );
    expect(lines).toBeLessThan(1_000);
  });
});
