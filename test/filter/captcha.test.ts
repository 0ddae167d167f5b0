import { describe, expect, test } from 'vitest';
import { faultOf, withFault } from './faulted.ts';
import { said, sent } from './said.ts';

describe('captcha', () => {
  test('on: holds what came by ear or by the work of a device, and says which', () => {
    expect(said('Bài viết hay', { metUnseen: 'audio' })).toEqual(['captcha hold']);
    expect(sent('Bài viết hay', { metUnseen: 'work' }).findings[0]?.message.vi).toContain('tự xác nhận');
  });

  test('on: hardly raises the risk, since who cannot see the picture is as welcome', () => {
    const [usual, unseen] = [sent('Bài viết hay'), sent('Bài viết hay', { metUnseen: 'audio' })];
    expect(unseen.risk - usual.risk).toBeLessThan(0.06);
  });

  test('off: says nothing of who read the picture', () => {
    expect(said('Bài viết hay', { metUnseen: null })).toEqual([]);
  });

  test('faulted: holds the comment while the other rules still speak', () => {
    const facts = { sameTextLastDay: 1 };
    expect(sent('Bài viết hay', facts, withFault('captcha'))).toMatchObject({
      verdict: 'hold',
      findings: [{ rule: 'repeats', verdict: 'hold' }, faultOf('captcha')],
    });
  });
});
