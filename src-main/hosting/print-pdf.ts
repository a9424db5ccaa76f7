import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '#shared/contract/errors.ts';
import { type Browser, findBrowser } from './chromium.ts';
import { driveBrowser } from './devtools-pipe.ts';

/** How long the browser may take: to answer at all, and to print a plan of a thousand actions on an old laptop. */
const patience = { answerMs: 30_000, printMs: 180_000 };

const instead =
  'Save the report as a web page instead, open it, and choose “Save as PDF” in the browser’s print dialogue.';

/**
 * Prints a self-contained page as PDF by a browser found on this machine: tagged, with bookmarks, on the paper the
 * page itself names. The browser runs unseen, with a profile of its own that is thrown away, no scripts and no names
 * resolved. Refuses with `not-possible` where there is no browser or it does not print.
 */
export async function printPdf(
  page: string,
  find: () => Promise<Browser | null> = findBrowser,
): Promise<Uint8Array> {
  const browser = await find();
  if (!browser) {
    throw new AppError(
      'not-possible',
      `A PDF is printed by Edge, Chrome or Chromium, and none was found on this computer. ${instead}`,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'plan-register-print-'));
  const place: Place = {
    html: join(folder, 'report.html'),
    pdf: join(folder, 'report.pdf'),
    profile: folder,
  };
  try {
    await writeFile(place.html, page, { mode: 0o600 });
    return await printDriven(browser, place).catch((cause: unknown) => printAlone(browser, place, cause));
  } catch (cause) {
    throw new AppError(
      'not-possible',
      `The browser at ${browser.executablePath} printed no PDF; the office may not let it run unseen. ${instead}`,
      { cause },
    );
  } finally {
    // The browser's helpers may still be letting go of their profile.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

type Place = { readonly html: string; readonly pdf: string; readonly profile: string };

const quietly = (profile: string) => [
  '--disable-extensions',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--blink-settings=scriptEnabled=false',
  `--user-data-dir=${join(profile, 'profile')}`,
];

/** Asks the browser over its own pipes, which says what goes wrong. */
async function printDriven(browser: Browser, { html, profile }: Place): Promise<Uint8Array> {
  const driven = driveBrowser(browser, quietly(profile));
  const late = setTimeout(() => void driven.end(), patience.printMs);
  try {
    const { targetId } = await within(
      patience.answerMs,
      driven.ask('Target.createTarget', { url: 'about:blank' }),
    );
    const { sessionId } = await driven.ask('Target.attachToTarget', { targetId, flatten: true });
    const session = String(sessionId);
    await driven.ask('Page.enable', {}, session);
    const loaded = driven.next('Page.loadEventFired');
    // A wait that is not come to must not be an unhandled refusal.
    loaded.catch(() => undefined);
    await driven.ask('Page.navigate', { url: pathToFileURL(html).href }, session);
    await loaded;
    const { data } = await driven.ask(
      'Page.printToPDF',
      {
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        preferCSSPageSize: true,
        printBackground: true,
        displayHeaderFooter: false,
      },
      session,
    );
    return Buffer.from(String(data), 'base64');
  } finally {
    clearTimeout(late);
    await driven.end();
  }
}

function within<T>(ms: number, step: Promise<T>): Promise<T> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error(`no answer within ${ms / 1000} s`)), ms);
    step.then(done, failed).finally(() => clearTimeout(timer));
  });
}

/** Where the office forbids driving a browser, it may still print by itself when started to do so. */
function printAlone(browser: Browser, { html, pdf, profile }: Place, before: unknown): Promise<Uint8Array> {
  const args = [
    ...browser.args,
    ...quietly(profile),
    '--headless',
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${pdf}`,
    pathToFileURL(html).href,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(browser.executablePath, args, {
      env: { ...process.env, ...browser.env },
      stdio: 'ignore',
      windowsHide: true,
      timeout: patience.printMs,
      killSignal: 'SIGKILL',
    });
    child.once('error', (cause) => reject(new AggregateError([before, cause])));
    child.once('close', () => {
      readFile(pdf).then(resolve, (cause: unknown) => reject(new AggregateError([before, cause])));
    });
  });
}
