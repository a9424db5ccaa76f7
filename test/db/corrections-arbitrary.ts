import fc from 'fast-check';
import type { Progress, RegisterContent } from '#shared/contract/register.ts';

/** The same content with updates that put earlier ones right, updates given at meetings, and a rule of the office's own. */
export function withCorrections(content: RegisterContent): fc.Arbitrary<RegisterContent> {
  const { progress, meetings, settings } = content;
  const share = fc.integer({ min: 0, max: 100 });
  const rule = fc.record({
    nearDays: fc.integer({ min: 0, max: 365 }),
    lateShare: share,
    earlyShare: share,
    behindShare: share,
    farBehindShare: share,
    movesAtRisk: fc.integer({ min: 1, max: 9 }),
    movesOffTrack: fc.integer({ min: 1, max: 9 }),
  });
  return fc
    .tuple(
      fc.option(rule, { nil: undefined }),
      fc.array(fc.tuple(fc.boolean(), fc.nat()), {
        minLength: progress.length,
        maxLength: progress.length,
      }),
    )
    .map(([statusRule, choices]) => ({
      ...content,
      settings: statusRule ? { ...settings, statusRule } : settings,
      progress: progress.map((update, place): Progress => {
        const [corrects = false, n = 0] = choices[place] ?? [];
        const earlier = progress
          .slice(0, place)
          .filter((one) => one.actionId === update.actionId && one.kpiId === update.kpiId);
        const corrected = corrects ? earlier[n % Math.max(earlier.length, 1)] : undefined;
        const meeting = n % 3 === 0 ? meetings[n % Math.max(meetings.length, 1)] : undefined;
        return {
          ...update,
          ...(meeting && { meetingId: meeting.id }),
          ...(corrected && { correctsId: corrected.id }),
        };
      }),
    }));
}
