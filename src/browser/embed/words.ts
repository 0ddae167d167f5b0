/** What the frame is, as the page speaks. */
export const frameTitle = () => (speaksEnglish() ? 'Comments' : 'Bình luận');

/** That the comments do not come up, and what to do then: as the page speaks. */
export const apology = () =>
  speaksEnglish() ? 'The comments did not load. Try again' : 'Chưa tải được bình luận. Thử lại';

const speaksEnglish = () => /^en/i.test(document.documentElement.lang);
