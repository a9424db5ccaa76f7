/**
 * The browser dates a PDF by the machine's clock. Dated by its snapshot (`asAt`, ISO UTC) instead, in as many
 * bytes, so that every address in the file stays right: the same report printed twice by the same browser is
 * then the same file. What is dated otherwise than in these two entries is left as it is.
 */
export function datedPdf(pdf: Uint8Array, asAt: string): Uint8Array {
  const day = `${asAt.slice(0, 19).replaceAll(/\D/g, '')}+00'00'`;
  // Latin-1 gives each byte a character and back.
  const text = Buffer.from(pdf).toString('latin1');
  const dated = text.replaceAll(
    /(\/(?:CreationDate|ModDate) \(D:)(\d{14}[+-]\d\d'\d\d')(\))/g,
    (_all, opening: string, _date: string, closing: string) => `${opening}${day}${closing}`,
  );
  return Buffer.from(dated, 'latin1');
}
