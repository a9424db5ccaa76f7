import { describe, expect, it } from 'vitest';
import { tokenFrom } from '../../../src-renderer/client/session.ts';

describe('tokenFrom', () => {
  it('reads the token of the link that opens the browser', () => {
    expect(tokenFrom('#token=a1-b2_c3')).toBe('a1-b2_c3');
  });

  it('takes no screen address for a token', () => {
    for (const hash of ['', '#', '#/home', '#/plans/1?action=token=2']) expect(tokenFrom(hash)).toBeNull();
  });
});
