import { useEffect } from 'react';

/** What the clipboard holds, as far as a table may be in it. */
export type Clip = { readonly html: string; readonly text: string; readonly files: readonly File[] };

export function clipOf(data: DataTransfer | null): Clip {
  return {
    html: data?.getData('text/html') ?? '',
    text: data?.getData('text/plain') ?? '',
    files: [...(data?.files ?? [])],
  };
}

/** Tables, paragraphs, headings and lists are read from the page's own form of what was copied; else its plain text. */
const structured = /<(table|tr|p|h[1-6]|li)[\s>]/i;

/**
 * What was pasted, as files for the import: copied files as they are, anything else as one named “Pasted table”. Empty
 * where there is nothing to read. The mark in front says which letters the bytes are in, whatever the page declares.
 */
export function pastedFiles({ html, text, files }: Clip): readonly File[] {
  const isPage = structured.test(html);
  // A spreadsheet also puts a picture of the cells into the clipboard: the cells themselves go before it.
  if (!isPage && text.trim() === '') return files;
  const content = `\ufeff${isPage ? html : text}`;
  return [new File([content], 'Pasted table', { type: isPage ? 'text/html' : 'text/plain' })];
}

/** Ctrl+V anywhere on the screen brings a table in, unless the focus is in a field that takes letters itself. */
export function usePaste(onFiles: (files: readonly File[]) => Promise<void>): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || takesLetters(event.target)) return;
      const files = pastedFiles(clipOf(event.clipboardData));
      if (files.length === 0) return;
      event.preventDefault();
      // The area for dropping has a paste of its own, which must not bring the same in twice.
      event.stopImmediatePropagation();
      void onFiles(files);
    };
    document.addEventListener('paste', paste, { capture: true });
    return () => document.removeEventListener('paste', paste, { capture: true });
  }, [onFiles]);
}

function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest('[data-takes-tables]') !== null) return false;
  return target.closest('input:not([type="file"]), textarea, [contenteditable="true"]') !== null;
}
