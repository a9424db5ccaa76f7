import { useEffect } from 'react';
import { useScrollFocus } from '../../components/use-scroll-focus.ts';

/**
 * The report as a page, in a tree of its own so that neither its rules nor the window's reach the other. What is shown
 * is what the HTML report holds, which has no script; its widths are set here because the window's rules allow no
 * style attributes.
 */
export function PaperPreview({ html, css, title }: { html: string; css: string; title: string }) {
  const host = useScrollFocus<HTMLElement>();
  useEffect(() => {
    const { current } = host;
    if (!current) return;
    const root = current.shadowRoot ?? current.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(ofPage(css));
    root.adoptedStyleSheets = [sheet];
    const { scrollTop } = current;
    const page = document.createElement('div');
    page.className = 'page';
    const read = new DOMParser().parseFromString(html, 'text/html');
    page.append(...read.body.childNodes);
    for (const one of page.querySelectorAll<HTMLElement>('[data-style]')) {
      one.style.cssText = one.dataset.style ?? '';
    }
    // The window has parts of its own to go round by: here they are plain boxes.
    for (const one of page.querySelectorAll('header, footer, nav, section, figure, [role=region]')) {
      const box = document.createElement('div');
      box.className = [one.className, one.localName === 'figure' ? 'fig' : ''].join(' ').trim();
      box.append(...one.childNodes);
      one.replaceWith(box);
    }
    // Its headings stand beneath those of the window.
    for (const one of page.querySelectorAll('h1, h2, h3')) {
      one.setAttribute('role', 'heading');
      one.setAttribute('aria-level', String(Number(one.tagName.slice(1)) + 1));
    }
    for (const one of page.querySelectorAll('a[href]')) one.removeAttribute('href');
    root.replaceChildren(page);
    current.scrollTop = scrollTop;
  }, [html, css, host]);
  return <section className="paper foci" ref={host} aria-label={title} />;
}

/** The rules of a report's page, for a part of the window: its body is the page, its variables stand on the host. */
const ofPage = (css: string): string =>
  `${css
    .replace(/@media print\{[\s\S]*?\n\}\n/, '')
    .replaceAll(/:root\b/g, ':host')
    .replaceAll(/(^|[}\n])body\{/g, '$1.page{')}
.fig{margin:8px 0}.fig>svg{display:block;width:100%;height:auto;max-width:760px}
.page{padding:20px 24px;max-width:none;margin:0}.toc ul{columns:2}table{min-width:560px}h1{font-size:26px;line-height:32px}`;
