/** That the comments do not come up, and what to do then: as the page speaks. */
export function apology(): string {
  return /^en/i.test(document.documentElement.lang)
    ? 'The comments did not load. Try again'
    : 'Chưa tải được bình luận. Thử lại';
}
