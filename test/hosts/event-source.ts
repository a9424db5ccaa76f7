/** Node has no EventSource by default; this one reads the stream as a browser does, with the page's headers. */
export function eventSourceWith(headers: Record<string, string>) {
  return class extends EventTarget {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSED = 2;
    readonly CONNECTING = 0;
    readonly OPEN = 1;
    readonly CLOSED = 2;
    readonly url: string;
    readonly withCredentials = true;
    readyState = 0;
    onopen: ((event: Event) => void) | null = null;
    onmessage: ((event: MessageEvent) => void) | null = null;
    onerror: ((event: Event) => void) | null = null;
    readonly #controller = new AbortController();

    constructor(url: string | URL) {
      super();
      this.url = String(url);
      void this.#read();
    }

    close(): void {
      this.readyState = 2;
      this.#controller.abort();
    }

    async #read(): Promise<void> {
      try {
        const answer = await fetch(this.url, {
          headers: { ...headers, Accept: 'text/event-stream' },
          signal: this.#controller.signal,
        });
        if (!answer.ok || !answer.body) throw new Error(`the stream answered ${answer.status}`);
        this.readyState = 1;
        this.#tell(new Event('open'));
        let text = '';
        for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
          text += chunk;
          const events = text.split('\n\n');
          text = events.pop() ?? '';
          for (const event of events) this.#dispatch(event);
        }
      } catch {
        // A browser tells of every failure in the same way, and of none that it was asked for.
        if (this.readyState === 2) return;
        this.readyState = 2;
        this.#tell(new Event('error'));
      }
    }

    #dispatch(text: string): void {
      const fields = new Map<string, string>();
      for (const line of text.split('\n')) {
        const cut = line.indexOf(':');
        if (cut > 0) fields.set(line.slice(0, cut), line.slice(cut + 1).trimStart());
      }
      const data = fields.get('data');
      if (data === undefined) return;
      this.#tell(
        new MessageEvent(fields.get('event') ?? 'message', { data, lastEventId: fields.get('id') ?? '' }),
      );
    }

    #tell(event: Event): void {
      this.dispatchEvent(event);
      if (event.type === 'open') this.onopen?.(event);
      if (event.type === 'message') this.onmessage?.(event as MessageEvent);
      if (event.type === 'error') this.onerror?.(event);
    }
  };
}
