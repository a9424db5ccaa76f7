/** A stretch of days, both ends included; null where it is open. */
type Days = { readonly from: string | null; readonly until: string | null };

/** Whether somebody is in office on a day. */
export function holdsOn({ from, until }: Days, day: string): boolean {
  return (from === null || from <= day) && (until === null || until >= day);
}

/** Who of several holds it on a day, in the order given, each once. */
export function holdersOn(spells: readonly (Days & { readonly personId: string })[], day: string): string[] {
  return [...new Set(spells.filter((spell) => holdsOn(spell, day)).map(({ personId }) => personId))];
}

/** "Head of Service (Jane Roe)"; the role alone where nobody is known to hold it. */
export function roleInWords(role: string, holders: readonly string[]): string {
  return holders.length === 0 ? role : `${role} (${holders.join(', ')})`;
}

/** The day that tells who held a role in a plan: its last day once that is over, else today. */
export function dayOfOffice(periodEnd: string | null | undefined, today: string): string {
  return periodEnd && periodEnd < today ? periodEnd : today;
}
