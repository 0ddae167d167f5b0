// Own list: what those are called who speak for a publication or look after its comments. One name a line, as in
// `vietnamese.ts`; readers who take one are looked at first, and may well be what they say.

/** Wherever they stand in a name: “Ban biên tập Báo Mới”. */
export const reservedAnywhere = `
tòa|toà soạn
ban biên tập
ban thư ký
ban quản trị
ban kiểm duyệt
ban điều hành
hội đồng biên tập
quản trị viên
kiểm duyệt viên
người kiểm duyệt
người quản trị
điều hành viên
biên tập viên
tổng biên tập
tổng thư ký tòa|toà
thư ký tòa|toà
tài khoản chính thức
bbt
btv
qtv
admin|admins|administrator|administrators
moderator|moderators
webmaster
newsroom
editorial team|board|staff
official account
`;

/** As the whole of a name only: as a part of one they are everyday words. */
export const reservedWhole = `
mod|mods
editor|editors
phóng viên
quản trị
kiểm duyệt
biên tập
hệ thống
chính thức
system
official
staff
support
`;
