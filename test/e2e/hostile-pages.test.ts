import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '#tools/chromium.ts';
import { openExampleOffice } from './support/example.ts';
import type { Office } from './support/office.ts';
import './support/patience.ts';

/** A name of an attacker's, made to resolve to this machine: DNS rebinding. */
const rebound = 'rebound.example';

let office: Office;
let hostile: Browser;
let attacker: Server;

beforeAll(async () => {
  office = await openExampleOffice();
  attacker = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Attacker</title><p>page</p>');
    request.resume();
  });
  attacker.listen(0, '127.0.0.1');
  await once(attacker, 'listening');
  const found = await findChromium();
  hostile = await chromium.launch({
    executablePath: found.executablePath,
    args: [...found.args, `--host-resolver-rules=MAP *.example 127.0.0.1`],
    env: { ...process.env, ...found.env },
  });
});
afterAll(async () => {
  await hostile?.close();
  attacker?.closeAllConnections();
  attacker?.close();
  await office?.close();
});
afterEach(() => expect(office.complaints).toEqual([]));

const attackerPort = () => (attacker.address() as AddressInfo).port;

/** A page of the attacker's in a browser that also holds the officer's own session. */
async function attackersPage(host: string) {
  const context = await hostile.newContext();
  // The officer's cookie lies in the same browser, as it would.
  await context.addCookies(await office.context.cookies());
  const page = await context.newPage();
  await page.goto(`http://${host}:${attackerPort()}/`);
  return page;
}

describe('a hostile page in the same browser', () => {
  it.each(['127.0.0.1', 'evil.example'])('of %s reads nothing and does nothing', async (host) => {
    const page = await attackersPage(host);
    const open = office.app.openedRegister();
    const got = await page.evaluate(async (origin) => {
      const tries: Record<string, () => Promise<string>> = {
        'a call read': async () =>
          (await fetch(`${origin}/rpc/register.state`, { credentials: 'include' })).text(),
        'a call without cors': async () =>
          (await fetch(`${origin}/rpc/register.state`, { mode: 'no-cors', credentials: 'include' })).text(),
        'a mutation': async () =>
          (
            await fetch(`${origin}/rpc/register.close`, {
              method: 'POST',
              credentials: 'include',
              headers: { 'content-type': 'application/json' },
              body: '{}',
            })
          ).text(),
        'a mutation as plain text': async () =>
          (
            await fetch(`${origin}/rpc/register.close`, {
              method: 'POST',
              mode: 'no-cors',
              credentials: 'include',
              body: '{}',
            })
          ).text(),
        'a stream': () =>
          new Promise((resolve, reject) => {
            const source = new EventSource(`${origin}/rpc/jobs.watch?input=%7B%22jobId%22%3A%22x%22%7D`, {
              withCredentials: true,
            });
            source.onmessage = (message) => resolve(String(message.data));
            source.onerror = () => reject(new Error('refused'));
          }),
        'a socket': () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`);
            socket.onopen = () => resolve('open');
            socket.onerror = () => reject(new Error('refused'));
          }),
        'a script': () =>
          new Promise((resolve, reject) => {
            const script = document.createElement('script');
            script.src = `${origin}/rpc/register.state`;
            script.onload = () => resolve('loaded');
            script.onerror = () => reject(new Error('refused'));
            document.head.append(script);
          }),
        'a frame': () =>
          new Promise((resolve, reject) => {
            const frame = document.createElement('iframe');
            frame.src = `${origin}/`;
            frame.onload = () => {
              try {
                resolve(frame.contentDocument?.title ?? '');
              } catch (error) {
                reject(error);
              }
            };
            document.body.append(frame);
          }),
        'a form': () =>
          new Promise((resolve) => {
            const frame = document.createElement('iframe');
            frame.name = 'aim';
            const form = document.createElement('form');
            Object.assign(form, {
              action: `${origin}/rpc/register.close`,
              method: 'post',
              enctype: 'text/plain',
              target: 'aim',
            });
            document.body.append(frame, form);
            frame.onload = () => setTimeout(() => resolve(''), 200);
            form.submit();
          }),
      };
      const got: Record<string, string> = {};
      for (const [name, attempt] of Object.entries(tries)) {
        const late = new Promise<string>((resolve) => setTimeout(() => resolve(''), 5_000));
        got[name] = await Promise.race([attempt(), late]).catch(() => '');
      }
      return got;
    }, office.host.origin);
    for (const [name, text] of Object.entries(got)) expect(text, name).toBe('');
    // What was tried is to close the register: it is open still.
    expect(office.app.register).toBe(open);
  });

  it('that was made to resolve here (rebinding) is answered by nobody', async () => {
    const page = await (await hostile.newContext()).newPage();
    const answer = await page.goto(`http://${rebound}:${office.host.port}/`);
    expect(answer?.status()).toBe(421);
    const read = await page.evaluate(async () => (await fetch('/rpc/register.state')).status);
    expect(read).toBe(421);
  });
});
