import type { ColumnField } from '#shared/contract/imports.ts';
import type { ColumnProfile } from './column-profile.ts';
import { strengthIn } from './table-kinds.ts';

const besideSubject: readonly ColumnField[] = ['comment', 'progress', 'status', 'leads'];

const namesIndicator = /\b(?:indicators?|kpis?)$/i;
const saysWhatFor =
  /^(?:\w+ )?(?:objectives?|commitments?|goals?|outcomes?|success criteria|promises?|pledges?)$/i;
const isResponse = /\b(?:response|management comments?)\b/i;

/** "Agreed. A list will be sent." beside a recommendation of its own: the recommendation is what is to be done. */
function answersRecommendation(profile: ColumnProfile, profiles: readonly ColumnProfile[]): boolean {
  return isResponse.test(profile.header) && profiles.some((other) => isRecommended(other, profiles));
}

/** A recommendation in every row, each answered by a response: not one over several actions. */
function isRecommended(profile: ColumnProfile, profiles: readonly ColumnProfile[]): boolean {
  return (
    /\brecommendations?\b/i.test(profile.header) &&
    profile.filled >= profile.rows * 0.9 &&
    profile.distinct > 0.8 &&
    profile.meanLength >= 15 &&
    profiles.some((other) => other !== profile && isResponse.test(other.header))
  );
}

/** The column that names the record: by its heading first, else the one with the most words. */
export function bestSubject(
  profiles: readonly ColumnProfile[],
  field: ColumnField,
): { profile: ColumnProfile; why: string } | null {
  let best: { profile: ColumnProfile; score: number; why: string } | null = null;
  for (const profile of profiles) {
    let score = strengthIn(profile, field);
    if (score < 0.35) continue;
    // "Comments / mitigation" is a comment before it is anything else.
    if (besideSubject.some((other) => strengthIn(profile, other) > score + 0.1)) score *= 0.5;
    if (field === 'kpi-name') {
      // "Safety indicator" names what is measured, whatever an objective beside it says.
      if (namesIndicator.test(profile.header)) score = Math.max(score, 0.97);
      else if (saysWhatFor.test(profile.header)) score *= 0.9;
    }
    if (field === 'text' && answersRecommendation(profile, profiles)) score *= 0.4;
    else if (field === 'text' && isRecommended(profile, profiles)) score = Math.max(score, 0.95);
    if (profile.filled === 0) score *= 0.6;
    else {
      if (profile.numbers > 0.7) score *= 0.1;
      if (profile.statuses > 0.7 && profile.meanLength < 30 && field === 'text') score *= 0.4;
      if (profile.dates > 0.7 || profile.refs > 0.7 || profile.levels > 0.8) score *= 0.3;
      if (profile.meanLength < 4) score *= 0.3;
      // A column filled in a few rows only, or with few different texts, heads groups of rows.
      if (profile.distinct < 0.35 && profile.filled > 6) score *= 0.5;
      if (profile.filled > 2 && profile.distinct * profile.filled < 1.5) score *= 0.5;
      if (profile.filled < profile.rows * 0.3) score *= 0.7;
    }
    // Of two that say as much, the one with more words in its cells names the record.
    const wordier = best && score > best.score - 0.05 && profile.meanLength > best.profile.meanLength * 1.3;
    const briefer = best && score < best.score + 0.05 && profile.meanLength * 1.3 < best.profile.meanLength;
    if (!best || wordier || (score > best.score + 0.001 && !briefer)) {
      best = { profile, score, why: `the heading says “${profile.header}”` };
    }
  }
  if (best && best.score >= 0.3) return best;
  const longest = profiles
    .filter(
      (profile) =>
        profile.filled > profile.rows * 0.5 &&
        profile.numbers < 0.3 &&
        profile.dates < 0.5 &&
        profile.distinct > 0.5,
    )
    .sort((a, b) => b.meanLength - a.meanLength)[0];
  const least = field === 'kpi-name' ? 3 : 12;
  return longest && longest.meanLength >= least
    ? { profile: longest, why: 'its cells hold the most words' }
    : null;
}
