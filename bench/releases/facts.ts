/** What every release was made with. None of it opens anything but these databases. */
export const facts = {
  secret: 'the secret of the releases in test/releases',
  password: 'năm con cá vàng bơi ngược',
};

export const people = [
  { name: 'Lan', words: ['--role', 'owner'] },
  { name: 'Minh', words: ['--role', 'moderator', '--site', 'demo'] },
];

export interface Writer {
  author: string;
  article: string;
  body: string;
  email?: string;
}

/** Who writes what: the first five are published, then see `visit.ts`; the last two wait. */
export const writers: readonly Writer[] = [
  {
    author: 'Hòa',
    article: '/tin/bai-1',
    body: 'Bài viết rất hay, cảm ơn tòa soạn.',
    email: 'hoa@ban.example',
  },
  { author: 'Nguyễn Văn An', article: '/tin/bai-1', body: 'Đoạn thứ hai nên có thêm số liệu.' },
  { author: 'Thu Hà', article: '/tin/bai-2', body: 'Ở quê tôi cũng như vậy, mưa suốt tuần.' },
  { author: 'Dũng', article: '/tin/bai-2', body: 'Đường này sửa từ năm ngoái vẫn chưa xong.' },
  { author: 'Mai', article: '/tin/bai-3', body: 'I read this twice, and still have questions.' },
  { author: 'Tuấn', article: '/tin/bai-3', body: 'Không liên quan nhưng ai biết chỗ sửa xe?' },
  { author: 'Kiên', article: '/tin/bai-3', body: 'Viết gì mà dở thế.' },
  { author: 'Shop', article: '/tin/bai-1', body: 'Giảm giá hôm nay, xem ngay tại shop.example.' },
  { author: 'Lành', article: '/tin/bai-1', body: 'Số điện thoại của phòng khám là gì vậy?' },
  { author: 'Vội', article: '/tin/bai-2', body: 'Tôi viết nhầm bài rồi.' },
  { author: 'Chờ', article: '/tin/bai-2', body: 'Bao giờ thì có kết quả ạ?' },
  { author: 'Đợi', article: '/tin/bai-1', body: 'Xin hỏi thêm về học phí năm nay.' },
];

/** An answer to the first of them. */
export const answering: Writer = { author: 'Bình', article: '/tin/bai-1', body: 'Tôi đồng ý với bạn.' };
