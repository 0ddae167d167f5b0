import type { Sentence } from '../../language/language.ts';

/** What is kept and stands in no copy for a reader, and why. */
export const leftOut = {
  judging: {
    what: {
      vi: 'Bộ lọc, và máy chấm bên ngoài nếu trang có dùng, đã đánh giá bình luận ra sao.',
      en: 'How the filter judged the comment, and the judge outside where the site has one.',
    },
    why: {
      vi: 'Điều đó sẽ chỉ cho người khác cách lách bộ lọc.',
      en: 'It would tell how to get past them.',
    },
  },
  moderators: {
    what: {
      vi: 'Những gì người kiểm duyệt ghi cho nhau: ghi chú, việc giữ lại hoặc chặn một người gửi, và nhật ký việc họ làm.',
      en: 'What moderators note for each other: notes, senders whom they hold or block, and the log of what they do.',
    },
    why: {
      vi: 'Đó là lời và việc của người khác, dùng để bảo vệ trang. Tòa soạn có thể cho bạn biết khi bạn yêu cầu.',
      en: 'Those are the words and deeds of others, and protect the site. The newsroom can tell you of them where you ask.',
    },
  },
  others: {
    what: {
      vi: 'Ai đã báo cáo hoặc thích bình luận này, và họ viết gì; ở đây chỉ có số lượng.',
      en: 'Who reported or liked this comment, and what they wrote; only their number is here.',
    },
    why: { vi: 'Đó là dữ liệu của người đọc khác.', en: 'Those are data of other readers.' },
  },
  address: {
    what: {
      vi: 'Lượt thích và báo cáo gửi từ địa chỉ mạng của bạn khi bạn không đăng nhập.',
      en: 'Likes and reports that were sent from your network address while you were not signed in.',
    },
    why: {
      vi: 'Nhiều người có thể dùng chung một địa chỉ, nên không chắc đó là của bạn.',
      en: 'Several people may share an address, so that nobody knows whose they are.',
    },
  },
  made: {
    what: {
      vi: 'Những gì máy tính ra từ bình luận: chỉ mục để tìm kiếm, dấu để so sánh, con số thống kê, và những gì bộ lọc học được.',
      en: 'What is made of the comment: the index for searching, marks for comparing, counts, and what the filter learned.',
    },
    why: {
      vi: 'Không có gì trong đó mà bình luận chưa nói, và từ đó không đọc lại được bình luận.',
      en: 'Nothing is in it that the comment does not say, and nobody reads the comment back from it.',
    },
  },
  passing: {
    what: {
      vi: 'Những gì chỉ tồn tại vài phút đến một ngày: bộ đếm số lần gửi, câu đố đã giải, khóa chống gửi trùng.',
      en: 'What stands for minutes, or a day: counters of what was sent, spent challenges, keys against sending twice.',
    },
    why: { vi: 'Chúng mất đi trước khi có ích cho bạn.', en: 'It is gone before it would be of use to you.' },
  },
} satisfies Record<string, { what: Sentence; why: Sentence }>;
