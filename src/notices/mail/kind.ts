export type LetterKind = 'confirm' | 'decided' | 'replied' | 'digest' | 'alert';
