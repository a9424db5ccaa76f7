import { dayFromSerial, makeDay } from './dates.ts';
import { type DateContext, type Reading, reading } from './moments.ts';
import { daySpan } from './spans.ts';

/**
 * Figures that are a date only because nothing else stands in the cell: a spreadsheet's day count that lost its
 * format ("40268"), eight figures in a row ("20130603", "03062013"), a day and a month ("31/3").
 */
export function wholeCellReading(plain: string, context: DateContext): Reading | null {
  const figures = plain.trim();
  if (!/^\d[\d./]*$/.test(figures)) return null;
  if (/^\d{5}(?:\.\d+)?$/.test(figures)) return serialReading(Number(figures));
  if (/^\d{8}$/.test(figures)) return eightFigures(figures);
  const short = /^(\d{1,2})\/(\d{1,2})$/.exec(figures);
  // two figures after a month's number might be a year: "12/09" and "09/10" are read elsewhere
  if (!short || (Number(short[1]) <= 12 && short[2]?.length === 2)) return null;
  return dayAndMonth(Number(short[1]), Number(short[2]), context);
}

function serialReading(serial: number): Reading | null {
  const day = serial >= 29_221 && serial <= 62_093 ? dayFromSerial(serial) : null;
  return day === null ? null : reading.either(daySpan(day));
}

/** Years before 1980 and after 2069 are more likely a number of something else. */
function eightFigures(figures: string): Reading | null {
  const part = (from: number, to: number): number => Number(figures.slice(from, to));
  const found = [
    makeDay(part(0, 4), part(4, 6), part(6, 8)),
    makeDay(part(4, 8), part(2, 4), part(0, 2)),
  ].filter((day): day is string => day !== null && day >= '1980' && day < '2070');
  return found.length === 0 ? null : reading.either(...found.map(daySpan));
}

function dayAndMonth(day: number, month: number, context: DateContext): Reading | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (makeDay(2000, month, day) === null) return reading.impossible();
  return reading.yearless({ kind: 'day', month, day }, context);
}
