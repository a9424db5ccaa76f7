import type { OfficeLook } from '#shared/contract/report-records.ts';

/** Reeds before a low sun over water, 240 by 160 dots in three colours: a PNG of a kilobyte. */
const png = [
  'iVBORw0KGgoAAAANSUhEUgAAAPAAAACgAgMAAABPtQn2AAAADFBMVEX///8fXE3ZjgR6ShK4bJLfAAAABHRSTlMA////sy1A',
  'iAAAA0dJREFUeNrt2EuO4yAQAFCIZWmUjVe+xFzCHIEF3KeP0svIp8iRfIBInpiPKTAFBjKTkTqsrLafwXyqqkPIp/3g1i3v',
  'wkMLnh4NeG3Ca8N8teChEd/rJ7sGT6/Aaw1eG3BnSNeKl/IVWup7ngwe/jlezWGqwd3b8ABxxVlaX4IfFQdx9T++Ei9VeAv3',
  'rbhigz0/VeWKWqxyRUXwdLgi20wbVp3W4UXnijBJ/jqNn3M1ePN1nef5dibU61whBfjzZd7adx3+rfB8Ir1NanNJ7g96zg88',
  'jk3Hua6HbZl3bCbtYm3mq7unW0N83fHtHKYbnhZ/1LlxPyfaYX0q3ahz415NlgL4CvAtk54d7nQkAqNOj5tKZjFrw6Yggnb+',
  'OosnhS8eTs1Yf8RXD9/SWFcj1F7U4P3Cn6/kjBkD3uLPV3LGekl23NXgaVveRmy22iXA32msqqlWrCuLa4BvOXyvw6M0FWQ9',
  '1hd6toM9ktolGyaPBrxtLotJERbvxeZCVVNvwks9VoV7aBPHKsD3op4lxMNK6rBsxd2jBS/leJTwLSWYvwTbiyZcEEn+J1wQ',
  't5URL8GiqFan2kjVWARTfSuBpW3imFBMYwjeHzhi91pXEzOIgQ31CG9Z7QZBZdjgZPqN278yFEvM2mHtFxFre+hjt1jsnQWN',
  'RIa61XBj5FkRfgKJPEF1vop/Apz4AHMcs+N2IcHLdywFxeyuw50DsDeZ0a3q7R0WYIJZs7BuhQU9YtMDjxch0i/0D/h061+C',
  '+/dgXoFtfHKY+2sqUr2CjeLjEV/rWHzyMLZDt8HG4hPE+P6meizBARIO0/TJiscSkzUofqbVJKHx6fncKCUWE7EwVBHDTBWC',
  'R1CKY05sFSXR8BMJiO6BOMYyjrShhhGH/Xwl8XxlIg0jEMOvy2VK93KL3eoJ/AzoWeQkgkc0iRPkkABM/F+1TgWDn4LdkvTS',
  'lFNwq3F8xhmceg/TU2vttj/ENJcg/fPMVKlqqkCK7+8+WpNwgE+eLBLWMjHsNuooM1iihRDNllIlMaym+AM/bpB47OZYRepi',
  'NxafqHsGs3h8AphkbbD6Hk5kyljfAXa3GMlgt0/DwkGkfxqi9v8xWhgMPrgQf9qn/YX2B2VMgnaDPHn1AAAAAElFTkSuQmCC',
].join('');

/** How the reports of the invented partnership look. */
export const look: OfficeLook = {
  logo: { png, width: 240, height: 160, alt: 'Fenmoor: reeds before a low sun over water' },
  colour: '#1f5c4d',
  second: '#7a4a12',
  confidentiality: null,
};

/** Since when they look so. */
export const lookSince = '2010-04-19';
