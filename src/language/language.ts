export const languages = ['vi', 'en'] as const;

export type Language = (typeof languages)[number];

/** One thing said in every language that we speak. */
export type Sentence = Readonly<Record<Language, string>>;
