import { describe, expect, test } from 'vitest';
import { compileWords } from '../../src/filter/site-words.ts';
import { quiet, rules, screen } from './by-hand.ts';
import { faultOf, withFault } from './faulted.ts';

const screened = (body: string, held: string[], passed: string[], list = rules) =>
  screen({ author: 'Bạn đọc', body }, quiet, list, { words: compileWords(held, passed) });

describe('site-words', () => {
  test('on: holds a word that the site added, however it is disguised', () => {
    for (const body of ['Lại cái tin vịt cồ này', 'Lại cái tin v.ị.t cồ này', 'lai cai tin vit co nay'])
      expect(screened(body, ['Vịt  cồ'], []).findings).toMatchObject([
        { rule: 'site-words', verdict: 'hold', start: 12 },
      ]);
  });

  test('off: a word that the site removed passes, and only that word', () => {
    expect(screened('Thằng này ngu vãi', [], ['ngu vãi', 'thằng này ngu']).verdict).toBe('hold');
    expect(screened('Nói vãi', [], ['vãi']).findings).toEqual([]);
    expect(screened('Nói vãi lồn', [], ['vãi']).verdict).toBe('hold');
  });

  test('off: signs in a word of the site have no meaning', () => {
    expect(screened('Một ba', ['# một|hai ba', '!', ''], []).verdict).toBe('pass');
  });

  test('faulted: holds the comment while the other rules still speak', () => {
    expect(screened('Vào bit.ly/3abc', [], [], withFault('site-words').slice())).toMatchObject({
      verdict: 'hold',
      findings: [faultOf('site-words'), { rule: 'links' }],
    });
  });
});
