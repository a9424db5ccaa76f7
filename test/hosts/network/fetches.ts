/** A program that does go out: shows that the watch sees it. */
await fetch('http://127.0.0.1:49151/').catch(() => undefined);

export {};
