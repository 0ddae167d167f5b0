import type { Language } from '../../../language/language.ts';
import type { ReaderStanding } from '../../../readers/known.ts';

const vi = {
  readers: 'Bạn đọc đã đăng nhập',
  lead: (least: string, term: string) =>
    `Những người mà trang báo xác thực. Ai có ${least} bình luận được đăng và không có bình luận nào bị từ chối trong ${term} ngày gần đây thì được tin cậy.`,
  standings: {
    new: 'Mới',
    trusted: 'Được tin cậy',
    lost: 'Mất tin cậy',
    held: 'Đang giữ để duyệt',
    blocked: 'Đang bị chặn',
  } as Record<ReaderStanding, string>,
  published: 'đăng',
  refused: 'từ chối',
  waiting: 'chờ duyệt',
  since: 'từ',
  last: 'gần nhất',
  nameless: 'Không còn tên',
  site: 'Trang báo',
  search: 'Tìm theo tên',
  find: 'Tìm',
  all: 'Xem tất cả',
  next: 'Xem tiếp',
  fromStart: 'Về đầu danh sách',
  none: 'Chưa có bạn đọc nào đã đăng nhập mà gửi bình luận.',
  noneFound: 'Không có bạn đọc nào có tên như vậy.',
  noneHere: 'Chưa thấy ai có tên như vậy. Bấm “Xem tiếp” để tìm trong những người gửi trước đó.',
  off: 'Trang này chưa nhận bạn đọc đã đăng nhập.',
  howOwner: 'Để bật: mở trang cài đặt, đổi mục “Bạn đọc đã đăng nhập”, rồi tạo một khóa xác nhận bạn đọc.',
  howOthers: 'Quản trị viên bật mục này ở trang cài đặt của trang báo, bằng một khóa xác nhận bạn đọc.',
  settings: 'Mở trang cài đặt',
  back: 'Về danh sách bình luận',
};

export type ReadersWording = typeof vi;

const en: ReadersWording = {
  readers: 'Signed-in readers',
  lead: (least, term) =>
    `Those whom the site vouches for. Who has ${least} published comments, and none refused within the last ${term} days, is trusted.`,
  standings: {
    new: 'New',
    trusted: 'Trusted',
    lost: 'Trust lost',
    held: 'Held for review',
    blocked: 'Blocked',
  },
  published: 'published',
  refused: 'refused',
  waiting: 'waiting',
  since: 'since',
  last: 'last',
  nameless: 'No name left',
  site: 'Site',
  search: 'Search by name',
  find: 'Search',
  all: 'Show all',
  next: 'More',
  fromStart: 'From the start',
  none: 'No signed-in reader has sent a comment yet.',
  noneFound: 'No reader has such a name.',
  noneHere: 'Nobody with such a name so far. “More” goes on with those who wrote before.',
  off: 'This site does not say yet who its readers are.',
  howOwner: 'To switch it on: open the settings, change “Readers who have signed in”, then add a key.',
  howOthers: 'An owner switches it on in the settings of the site, and adds a key.',
  settings: 'Open the settings',
  back: 'Back to the comments',
};

export const readersWording: Record<Language, ReadersWording> = { vi, en };
