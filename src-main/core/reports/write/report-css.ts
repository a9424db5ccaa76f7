import type { ReportDocument } from '../document.ts';
import { cleanText } from './escape.ts';
import { usualPaper } from './paper.ts';

/** The look of a report: ink on paper, always light, 12 px least on screen and 9 pt in print (design: report). */
export const reportCss = `
:root{--ink:#15181d;--ink2:#454c57;--ink3:#5d6571;--rule:#c9ced5;--hair:#e1e4e8;--edge:#79818d;--chrome:#f5f6f7;color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1080px;padding:40px 32px 32px;background:#fff;color:var(--ink);font:13.5px/19px "Segoe UI",system-ui,"Liberation Sans",sans-serif;font-variant-numeric:tabular-nums lining-nums;overflow-wrap:anywhere}
h1,h2,h3,p,ul,dl,dd{margin:0;padding:0}
a{color:inherit;text-underline-offset:2px}
a:focus-visible,.tw:focus-visible,main:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
.skip{position:absolute;left:-9999px}.skip:focus{left:16px;top:8px;background:#fff;padding:4px 8px}
.strip{border-top:4px solid var(--office,var(--ink));padding:14px 0;display:flex;flex-wrap:wrap;justify-content:space-between;gap:8px 32px}
.strip .pn{font-weight:600}h1{font-size:32px;line-height:38px;letter-spacing:-.02em;margin-top:2px;color:var(--office,inherit)}.lg{order:1;align-self:start}.strip:has(.lg)>dl{flex-basis:100%;order:2}.strip:has(.lg)>div{flex:1 1 60%}.pd{font-size:18px;line-height:24px;color:var(--ink2)}
.strip .cf{font-weight:600;margin-top:6px}.strip dl{font-size:12px;line-height:16px;align-self:end}.strip dl div{display:grid;grid-template-columns:72px 1fr;padding:1px 0}dt{color:var(--ink2)}
.key{border-top:1px solid var(--ink);border-bottom:1px solid var(--rule);padding:8px 0 9px}
.key ul{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(118px,1fr));gap:8px 12px;font-size:12px;line-height:16px}.key .st{font-weight:600}.key p{color:var(--ink2)}
.st{display:inline-block;padding-left:20px;text-indent:-20px}.st.strong{font-weight:600}.st.nb{white-space:nowrap}.dt .st.nb{white-space:normal}.mk{vertical-align:-1px;margin-right:4px}
.toc{padding:12px 0}.toc h2{font-size:13.5px;line-height:19px;margin:0}.toc ul{list-style:none;columns:2;column-gap:32px}.toc li{break-inside:avoid}.toc a{display:inline-block;padding:3px 0}.toc .l3{padding-left:16px}
main{padding-top:4px}main:focus{outline:none}
h2{font-size:20px;line-height:25px;letter-spacing:-.01em;margin:24px 0 8px;color:var(--office2,inherit)}h3{font-size:15px;line-height:20px;margin:16px 0 4px}
main>p,.wide>p{margin:0 0 8px;max-width:80ch}main>ul,.wide>ul,.bl ul,td ul,th ul{padding-left:18px}
.exc{border-top:2px solid var(--ink);margin-top:20px;padding-top:10px;break-inside:avoid}.exc h2{margin:4px 0 6px}
.tp{display:flex;justify-content:space-between;font-size:15px;line-height:20px;color:var(--ink2)}.tp .st{color:var(--ink);padding-left:24px;text-indent:-24px}
.fa{display:flex;flex-wrap:wrap;gap:4px 40px;font-size:12px;line-height:16px;padding-bottom:10px}
.bl{display:grid;grid-template-columns:128px 1fr;padding:7px 0;border-top:1px solid var(--hair)}.bl dt{font-weight:600;color:var(--ink)}.bl dd p+p{margin-top:2px}
.own{border-left:3px solid var(--office2,var(--edge));margin:8px 0 14px;padding:2px 0 2px 13px;max-width:82ch}.own p+p,.own ul+p,.own p+ul{margin-top:6px}.own ul{padding-left:18px}.ow{display:block;border-left:2px solid var(--office2,var(--edge));padding-left:7px;margin-top:3px}
.q{color:var(--ink3);font-size:12px;line-height:16px}
.tw{overflow-x:auto;margin:4px 0 16px}
table{border-collapse:collapse;width:100%;min-width:720px;font-size:12px;line-height:16px}
caption{text-align:left;color:var(--ink2);padding-bottom:4px}
th,td{text-align:left;vertical-align:top;padding:5px 8px 5px 0;border-bottom:1px solid var(--hair);overflow-wrap:break-word}
thead th{color:var(--ink2);border-bottom:1px solid var(--ink);vertical-align:bottom}
tbody th{font-weight:400}.gr th{font-weight:600;background:var(--chrome);padding-left:8px}.gr.l1 th{padding-left:24px}.gr.l2 th,.gr.l3 th{padding-left:40px}.gr .rf{color:var(--ink2);font-weight:400;margin-right:6px}
.nw{white-space:nowrap}.num{text-align:right}td.num,th.num{padding-right:12px}
.fig{margin:8px 0}.dt{min-width:0;table-layout:fixed}.dt thead td{width:80px}.dt th,.dt td{text-align:center;padding:2px 4px}.dt tbody th{text-align:left;font-weight:600}.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.fig .cap{color:var(--ink2);margin-bottom:4px}
.fig>svg{display:block;width:100%;height:auto;max-width:760px}
svg text{font:12px "Segoe UI",system-ui,"Liberation Sans",sans-serif;fill:#454c57}svg .b{font-weight:600;fill:#15181d}
footer{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 24px;margin-top:32px;padding-top:7px;border-top:1px solid var(--rule);font-size:12px;line-height:16px;color:var(--ink2)}
@media (max-width:640px){.toc ul{columns:1}.bl{grid-template-columns:1fr}}
@media print{
body{orphans:1;widows:1;max-width:none;padding:0;font-size:10pt;line-height:14pt}h1{font-size:24pt;line-height:29pt}h2{font-size:15pt;line-height:19pt}h2,h3,.fa,.cap{break-after:avoid}.fig>svg{max-width:640px}caption,thead{break-after:avoid}tbody tr:first-child{break-before:avoid}
table,.q,.fa,.strip dl,.key ul{font-size:9pt;line-height:12pt}table{min-width:0}.tw{overflow:visible}
thead{display:table-header-group}tr,.bl,.key,.fa{break-inside:avoid}.kt,.fig{display:inline-block;width:100%}p,li,dd,td,th{orphans:2;widows:2}.key ul{grid-template-columns:repeat(auto-fit,minmax(86px,1fr))}.toc.long .l3{display:none}.toc a{padding:1px 0;text-decoration:none}.gr{break-after:avoid}.np{break-before:page}.skip,footer{display:none}.wide{page:wide}.cover{break-after:page}.cover+main>:first-child>.np:first-child,.cover+main>.np:first-child{break-before:auto}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;

const cssString = (text: string) =>
  `"${cleanText(text).replaceAll(/[\\"<\n\r]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;

/** The printed page: paper, margins, and at the foot of each what it is, of which snapshot, and its number. */
export function pageCss(o: {
  title: string;
  foot: string;
  head: string | undefined;
  /** At the head of every page but the first, where the cover says it. */
  name?: string | undefined;
  paper?: ReportDocument['paper'];
}): string {
  const { size, orientation } = o.paper ?? usualPaper;
  const font = 'font:9pt "Segoe UI","Liberation Sans",sans-serif;color:#454c57';
  const head = o.head ? `@top-left{content:${cssString(o.head)};${font};font-weight:600}` : '';
  const name = o.name ? `@top-right{content:${cssString(o.name)};${font}}` : '';
  const first = o.name ? '@page :first{@top-right{content:none}}' : '';
  return `@page{size:${size} ${orientation === 'sideways' ? 'landscape' : 'portrait'};margin:16mm 15mm 18mm;${head}${name}@bottom-left{content:${cssString(o.title)} "\\a" ${cssString(o.foot)};white-space:pre-wrap;width:86%;${font}}@bottom-right{content:"Page " counter(page) " of " counter(pages);${font}}}@page wide{size:${size} landscape}${first}`;
}
