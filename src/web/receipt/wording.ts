import type { Language } from '../../language/language.ts';
import { receiptEn } from './wording-en.ts';
import { receiptVi } from './wording-vi.ts';

export type ReceiptWording = typeof receiptVi;

export const receiptWording: Record<Language, ReceiptWording> = { vi: receiptVi, en: receiptEn };
