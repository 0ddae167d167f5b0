import { describe, expect, test } from 'vitest';
import { contactsOf } from '../../src/filter/contacts.ts';
import { read } from '../../src/filter/reading.ts';

const found = (body: string) =>
  contactsOf(read(body)).map(
    ({ kind, hidden, start, end }) => `${kind}${hidden ? ' hidden' : ''} ${body.slice(start, end)}`,
  );

describe('contacts', () => {
  test.each([
    '0987654321',
    '0987 654 321',
    '098.765.4321',
    '+84 987654321',
    '(098)-765-4321'.slice(1),
    '02838291234',
  ])('on: the number %s', (number) => {
    expect(found(`Gọi ${number} nhé`)).toEqual([`phone ${number}`]);
  });

  test.each([
    'O987654321',
    'O9876543ll',
    '0 9 8 7 6 5 4 3 2 1',
    '０９８７６５４３２１',
    '0987\u200b654321',
    'không chín tám bảy sáu năm bốn ba hai một',
  ])('on: the disguised number %j', (number) => {
    expect(found(`Gọi ${number} nhé`)).toEqual([`phone hidden ${number}`]);
  });

  test.each(['+1 (720) 555-0199', '+447911123456', '09061701461'])('on: the foreign number %s', (number) => {
    expect(found(`Call ${number} please`)).toEqual([`phone ${number}`]);
  });

  test.each(['Soạn VIP gửi 8055', 'txt WIN to 87121'])('on: the short number in %s', (text) => {
    expect(found(`${text}.`)).toEqual([`code ${text}`]);
  });

  test('off: years, and the number by which one gives to charities, are no short numbers', () => {
    expect(found('Tôi soạn sách này từ 1999 đến 2024. Soạn VN gửi 1409 để ủng hộ đồng bào')).toEqual([]);
  });

  test('on: names on messengers', () => {
    expect(found('nhắn @ban_hang nhé, zalo: banhang24')).toEqual([
      'handle @ban_hang',
      'handle zalo: banhang24',
    ]);
  });

  test('off: amounts, dates, codes and addresses of mail are none', () => {
    expect(
      found('Giá 1.250.000 đồng ngày 01/01/2024, mã 1234567890, a@b.com, toạ độ 21.028511, 105.804817'),
    ).toEqual([]);
  });
});
