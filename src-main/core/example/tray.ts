import type { TrayItem } from '#shared/contract/register.ts';

/** What of the April workbook was not placed by itself, and what became of it. */
export const tray: readonly (readonly [
  where: string,
  text: string,
  state: TrayItem['state'],
  reason: string | null,
])[] = [
  ['Priority 1!G2', 'Colours still to be agreed with Hal', 'discarded', 'Settled on 22 April'],
  ['Priority 2!F31', 'Ask Rob whether the shop on Mill Lane is still empty', 'kept', 'Ruth rings him in May'],
  ['Priority 3!B19', 'Club quality mark: see Wil’s e-mail of 2 March', 'open', null],
  ['Priority 5!E4', '?? is this the same as the award', 'open', null],
  ['Budget!C12', 'Total 241,350 (was 239,900)', 'kept', 'Goes into the finance report'],
];
