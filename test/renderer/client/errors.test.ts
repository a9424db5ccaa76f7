import { describe, expect, it } from 'vitest';
import { LocalProblem, wireErrorOf } from '../../../src-renderer/client/errors.ts';

describe('wireErrorOf', () => {
  it('keeps code and sentence of a refusal', () => {
    const refusal = { message: 'The drive is full. Your work is saved.', data: { code: 'disk-full' } };
    expect(wireErrorOf(refusal)).toEqual({
      code: 'disk-full',
      message: 'The drive is full. Your work is saved.',
    });
  });

  it('tells a window that was not let in from a program that does not answer', () => {
    expect(wireErrorOf({ message: 'x', meta: { response: { status: 401 } } }).code).toBe('no-permission');
    expect(wireErrorOf(new TypeError('Failed to fetch'))).toMatchObject({ code: 'fault' });
    expect(wireErrorOf(new TypeError('Failed to fetch')).message).not.toContain('fetch');
  });

  it('says what the screen itself could not do', () => {
    expect(wireErrorOf(new LocalProblem('The file has moved.')).message).toBe('The file has moved.');
  });
});
