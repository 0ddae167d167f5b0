/** Of readers, and of moderators: their address is asked first, too. */
export type LetterKind = 'confirm' | 'decided' | 'replied' | 'address' | 'digest' | 'alert';
