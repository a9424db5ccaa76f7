import { describe, expect, it } from 'vitest';
import { TooSlow, within } from '#core/safety/patience.ts';

describe('waiting for a place that hangs', () => {
  it('begins no further step while two hang, and goes on once they came back', async () => {
    const hanging: ((value: string) => void)[] = [];
    const late: string[] = [];
    const hang = () =>
      within(
        () => new Promise<string>((resolve) => hanging.push(resolve)),
        10,
        (value) => void late.push(value),
      );
    await expect(hang()).rejects.toBeInstanceOf(TooSlow);
    await expect(hang()).rejects.toBeInstanceOf(TooSlow);
    let begun = 0;
    const step = () =>
      within(async () => {
        begun += 1;
        return 'done';
      });
    await expect(step()).rejects.toBeInstanceOf(TooSlow);
    expect(begun).toBe(0);
    for (const comeBack of hanging) comeBack('late');
    await expect.poll(step).toBe('done');
    expect(late).toEqual(['late', 'late']);
  });

  it('tells what a step failed of as it is', async () => {
    await expect(within(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    await expect(within(async () => 7)).resolves.toBe(7);
  });
});
