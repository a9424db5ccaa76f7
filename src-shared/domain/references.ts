/**
 * References of rows and sections as plans number them: "2.2 (i)", "4.1(iii)", "1.0", "A3", "BVPI 222a",
 * "PSA 10", "23-10b". A reference is data of its year, never identity.
 */
const enumerator = '\\(?(?:[ivxlc]{1,6}|[a-z]|\\d{1,2})\\)';
const numbered = `\\d{1,3}(?:\\.\\d{1,3}){0,4}[a-z]?(?:\\s?${enumerator})*`;
const lettered = `[A-Z][A-Za-z]{0,5}[ .-]?\\d{1,4}(?:[.-]\\d{1,3})*[a-z]?(?:\\s?${enumerator})*`;
const dashed = '\\d{1,3}-\\d{1,3}[a-z]?';
/** "SDP/4", "C/1/2" */
const slashed = '[A-Z][A-Z&]{0,5}(?:/\\d{1,3})+[a-z]?';
/**
 * Codes of published sets and of logs: "ASCOF 1C(1)", "PAF CF/C23", "CF/A1", "PHOF C09a", "TB/23/031", "FC-2023-14",
 * "BCF 4b". Letters, then pieces of figures with letters about them.
 */
const setCode =
  '(?:(?:[A-Z]{2,8}\\s)?[A-Z]{2,6}/[A-Z]\\d{1,3}[a-z]?|(?:ASCOF|PHOF|NHSOF|CCGOIS|SALT|BCF|PAF|BVPI|EYFSP|SOF|ICOF|DTOC)\\s?[A-Z]?\\d{1,2}(?:\\.\\d{1,2})?[A-Za-z]{0,3}(?:\\s?\\(\\d{1,2}[a-z]?\\))?(?:\\s?part\\s?\\d)?|[A-Z]{1,6}[/-](?:(?:19|20)?\\d\\d[/-]){1,2}\\d{1,4}[a-z]?|[A-Z]{1,5}/\\d{1,4}(?:\\.\\d{1,3})+)';
const roman = '[IVX]{2,5}';
const whole = new RegExp(
  `^(?:${numbered}|${lettered}|${setCode}|${dashed}|${slashed}|${roman}|${enumerator}|\\([A-Z]\\)|\\[\\d{1,2}\\]|[a-z](?=[.:)])|[ivxlc]{1,5}|[A-Z])[.:)]?$`,
);
const monthLike =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|spring|summer|autumn|winter|easter)/i;
const periodLike =
  /^(?:(?:19|20)\d\d$|[Qq][1-4]$|[Hh][12]$|(?:Yr|Year|FY|Y|Yrs|Week|Wk|Term|Phase|Level|Page|Table|Room)\b)/;

/** Is the whole text a reference? Years, quarters and months are not. */
export function isReference(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > 20 || periodLike.test(trimmed) || monthLike.test(trimmed)) return false;
  return whole.test(trimmed);
}

export type SplitReference = {
  readonly ref: string | null;
  /** "Priority", "Objective", "Chapter" where the words name what is numbered. */
  readonly kind: string | null;
  readonly rest: string;
};

const kinds =
  'Priority|Objective|Obj\\.?|Rec\\.?|Recommendation|Chapter|Theme|Aim|Goal|Outcome|Commitment|Section|Action|Strand|Part|Standard|Target|Step';
const ofKind = new RegExp(
  `^(?:[A-Z]{2,6}\\s+|(?:Strategic|Key|Improvement|Delivery)\\s+)?(${kinds})\\s+(${numbered}|[A-Z]|[IVX]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)\\s*(?:[:.)\\-\u2013\u2014]+\\s*|\\s+(?=[A-Z])|$)`,
  'i',
);
const withSign = new RegExp(
  `^(${numbered}|${lettered}|${dashed}|${slashed}|${roman}|[A-Z])(?:\\s*(?::(?!\\d)|\\))|\\.(?!\\d)|\\s+[\\-\u2013\u2014]|\\t)\\s*(?=\\S)`,
);
const multiLevel = new RegExp(`^(\\d{1,3}(?:\\.\\d{1,3}){1,4}[a-z]?(?:\\s?${enumerator})*)\\s+(?=\\S)`);
const withEnumerator = /^(\d{1,3}(?:\.\d{1,3})*\s?(?:\s?\((?:[ivxlc]{1,6}|[a-z])\))+)\s*(?=\S)/;
const dashedRow = /^(\d{1,3}-\d{1,3}[a-z]?)\s+(?=[A-Z])/;
const letterCode = /^([A-Z]{1,5}\d{1,4}(?:[.-]\d{1,3})*[a-z]?)\s+(?=\S)/;
const slashCode = new RegExp(`^(${slashed})\\s+(?=[A-Z])`);
const codeOfSet = new RegExp(`^(${setCode})(?:\\s*[:–—-])?\\s+(?=[\\p{L}%£])`, 'u');
/** "1A % of plans in time": a figure with a capital, before a percentage or a capital. */
const numberCapital = /^(\d{1,2}[A-L])(?:\s*[:.)–—-])?\s+(?=%|\p{Lu}\p{Ll})/u;
/** "A.3 Improve", "HC-04 Improve", "EY 1.2 Improve" */
const signedCode = /^([A-Z]{1,4}(?:[.-]\d{1,3}(?:\.\d{1,3})*|\s\d{1,3}(?:\.\d{1,3})+)[a-z]?)\s+(?=[A-Z])/;
/** "1a Improve", but not "5m Pool" or "4x Sessions" */
const numberLetter = /^(\d{1,3}[a-jln-w](?:\s?\((?:[ivx]{1,5}|[a-z])\))*)\s+(?=[A-Z])/;
/** The reference said to be one: "Ref: 1.2", "No. 4", "#4" */
const saidRef = new RegExp(
  `^(?:Ref(?:erence)?\\.?|No\\.?|Number|#)\\s*:?\\s*(${numbered})(?:\\s*[:)]|\\.(?!\\d)|\\s+[\\-\u2013\u2014])?\\s+(?=[A-Z])`,
  'i',
);
const knownCode =
  /^((?:BVPI|BV|KLOE|PSA|NI|LAA|LPI|KPI|PI|LI|DCSF|DfES|PAF|ASCOF|PHOF)\s?\d{1,4}[a-z]?)\s+(?=\S)/;
const item = /^(\(?(?:[ivxlc]{1,6}|[a-z])\)|[([]\d{1,2}[)\]]|(?:[a-z]|[ivx]{1,5})\.(?=\s))\s+(?=\S)/i;
// lower case: "2.5 days" is an amount, "2.5 Days out" a row
const amountNext =
  /^(?:%|per\s?cent\b|(?:hours?|days?|weeks?|months?|years?|million|thousand|fte|wte|FTE|WTE|m|k|places?|points?|times|x)\b)/;

const shapes = [
  saidRef,
  codeOfSet,
  withEnumerator,
  withSign,
  multiLevel,
  dashedRow,
  slashCode,
  knownCode,
  letterCode,
  signedCode,
  numberLetter,
  numberCapital,
  item,
];

/** "2.5m budget", "7.30 club", "c. March 2013", "1.2 - 1.4" */
function isAmount(ref: string, rest: string): boolean {
  if (/^\d+(?:\.\d+)?[mk]$/.test(ref) || /^[-\u2013&/,]/.test(rest)) return true;
  if (/^\d{1,2}\.[0-5]\d$/.test(ref) && /^[a-z]/.test(rest)) return true;
  return ref === 'c.' && (/^\d/.test(rest) || monthLike.test(rest));
}

/**
 * Splits a leading reference from its text: "2.2 (i) Shared induction" to "2.2 (i)" and the rest;
 * "Priority 1: Settle" to "1", kind "Priority". "6 rooms ready" and "2.5 days" have none.
 */
export function splitReference(text: string): SplitReference {
  const trimmed = text.trim();
  const named = ofKind.exec(trimmed);
  if (named) {
    return {
      ref: (named[2] ?? '').trim(),
      kind: kindOf(named[1] ?? ''),
      rest: trimmed.slice(named[0].length).trim(),
    };
  }
  for (const shape of shapes) {
    const match = shape.exec(trimmed);
    if (!match) continue;
    const ref = (match[1] ?? '').trim();
    const rest = trimmed.slice(match[0].length).trim();
    if (periodLike.test(ref) || monthLike.test(ref)) continue;
    if (amountNext.test(rest) && !(shape === numberCapital && rest.startsWith('%'))) continue;
    if (/^[\d.]+$/.test(ref) && looksLikeTimeOrRange(trimmed)) continue;
    if (isAmount(ref, rest)) continue;
    return { ref, kind: null, rest };
  }
  return { ref: null, kind: null, rest: trimmed };
}

/** "Obj." and "Rec" are how they are shortened. */
function kindOf(word: string): string {
  const plain = capital(word.replace('.', ''));
  return { Obj: 'Objective', Rec: 'Recommendation' }[plain] ?? plain;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** "7.30 - 9.30", "24.11.14", "2009 - 10": numbers that are no reference. */
function looksLikeTimeOrRange(text: string): boolean {
  return (
    /^\d{1,2}[.:]\d{2}\s*(?:am|pm|-|\u2013|to\b)/i.test(text) ||
    /^\d{1,4}(?:\.\d{1,3})?\s*[-\u2013]\s*\d/.test(text) ||
    /^\d{1,2}\.\d{1,2}\.\d{2,4}\b/.test(text)
  );
}

/** One key for two spellings of a reference: "4.1(iii)", "4.1 (iii)" and "4.1(III)." are equal. */
export function referenceKey(ref: string): string {
  return ref
    .toLowerCase()
    .replace(/[\s()[\]]+/g, (blank) => (/[()[\]]/.test(blank) ? '.' : ''))
    .replace(/\.+/g, '.')
    .replace(/^\.|[.:]+$/g, '');
}

const asOther = new RegExp(
  `^(?:same\\s+as|as\\s+(?:per|in|for|at|under)|as|see|refer\\s+to|ditto|cf\\.?|(?:covered|included|incorporated|addressed)\\s+(?:by|in|under|within))\\s+(?:(?:ref(?:erence)?|action|item|row|objective|section|priority|recommendation|point|target|no|number)\\.?\\s+)?(${numbered}|[A-Z]{1,5}\\s?\\d{1,4}[a-z]?)\\s*(?:above|below)?\\s*[.;,]?\\s*$`,
  'i',
);

/** The row whose text stands for this one: "As 2.1 (iii)" to "2.1 (iii)"; null for any other text. */
export function sameAs(text: string): string | null {
  const match = asOther.exec(text.trim());
  if (!match) return null;
  const ref = (match[1] ?? '').trim();
  return periodLike.test(ref) ? null : ref;
}

const above =
  /^(?:(?:the\s+)?same(?:\s+as)?|as(?:\s+(?:per|for|in))?|see|ditto|refer\s+to)?\s*(?:the\s+)?(?:row\s+|action\s+|line\s+|item\s+)?(?:above|previous(?:\s+(?:row|action|line))?|preceding)$|^(?:ditto|-?do-|do\.|["\u201c\u201d\u3003]|'')$/i;
const below =
  /^(?:same\s+as|as|see|refer\s+to)\s+(?:row\s+|action\s+|item\s+)?(?:below|(?:the\s+)?next(?:\s+(?:row|action|line))?|following)$/i;

/**
 * Which other row the words point to and say nothing else: a row by its reference, the one above ("As above",
 * "ditto", a ditto mark) or the one below. Null for any other text.
 */
export function otherRow(text: string): { readonly ref: string } | 'above' | 'below' | null {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length > 60) return null;
  const words = plain === 'do.' ? plain : plain.replace(/[.;,]+$/, '');
  if (above.test(words)) return 'above';
  if (below.test(words)) return 'below';
  const ref = sameAs(plain);
  return ref === null ? null : { ref };
}
