// Own list: an offer together with how to take it up, as those write who advertise without a link or a number.
// Patterns as in `put-downs.ts`.

export const pitches = `
# work that is none
tuyển|cần tìm|cần|tìm|nhận .. mẹ bỉm|sinh viên|học sinh|cộng tác viên|ctv|người làm|bạn nữ|chị em|nhân viên|thợ phụ .. ib|inbox|nhắn tin|nhắn|nt|zalo|liên hệ|để lại sđt|cmt|chấm|làm tại nhà|trả công|trả lương|nhận mẫu
gấp|xâu|gói|dán|xỏ|đóng gói .. bao lì xì|hạt vòng|vòng hạt|hàng gia công|quà|tranh|tem|phong bì|thiệp .. ib|inbox|nhắn|nhận mẫu|trả công|tại nhà|tiền công|zalo
việc nhẹ|làm tại nhà|làm online|việc online|kiếm thêm|thêm thu nhập|thu nhập thụ động|tay trái .. ib|inbox|nhắn|nt|chấm|cmt|zalo|liên hệ|lương ngày|trả ngày|không cọc
ai|bạn nào|mẹ nào|chị em nào|mẹ bỉm nào .. rảnh|muốn kiếm|cần việc|muốn làm|kiếm thêm .. ib|inbox|nhắn|nt|chấm|cmt|zalo|mình chỉ|em chỉ
duyệt đơn|giật đơn|nhập đơn|nhập đơn hàng|đánh văn bản|like dạo|xem quảng cáo|làm nhiệm vụ .. hoa hồng|ib|inbox|nhắn|lương|nhận tiền|rút tiền|mỗi ngày|nhận việc
# lottery and odds
chốt|đánh|theo|bao|lót|ôm .. con|cặp|số|dàn|lô|đề|xiên .. bạch thủ|song thủ|đặc biệt|về bờ|ăn chắc|kép|ai theo|ib|inbox|nhắn|kín
bạch thủ|song thủ|dàn đề|lô kép|lô gan|nuôi lô|cầu đẹp|số đẹp hôm nay .. nhắn|ib|inbox|ai theo|theo|chuẩn|ăn|chắc|đêm nay|hôm nay|miễn phí|free
soi|phát|tặng .. số|cầu|lô|đề|dàn .. nhắn|ib|inbox|chuẩn|miễn phí|trúng|ăn|nhóm|zalo|tele
kèo|tỉ lệ|tỷ lệ|chấp|tài xỉu|cửa trên|cửa dưới .. nửa trái|trái rưỡi|một trái|hòa|chấp|ăn|thơm|ngon|chuẩn|sáng .. ib|inbox|vào tiền|theo|nhắn|xuống tiền|nhóm|zalo|tele|ai bắt
ai .. vào tiền|xuống tiền|bắt kèo|theo kèo|nhận cược|chơi .. ib|inbox|nhắn|alo|zalo
đề|lô|số .. về .. ăn chắc|chắc ăn|ib|inbox|nhắn
nhận|bao .. ghi lô|ghi đề|lô đề|cá độ|cược .. ib|inbox|nhắn|uy tín|alo|xanh chín
# loans and papers
hỗ trợ|cho|nhận|cần .. vay|tiền góp|góp ngày|vay góp|vốn|bốc họ|đứng tiền|cầm đồ|rút thẻ|đáo hạn .. inbox|ib|nhắn|alo|zalo|liên hệ|không giữ|không thế chấp|không cần|trong ngày|giải ngân|tiểu thương
bốc bát họ|bốc họ|vay nóng|góp ngày|tiền góp .. ib|inbox|nhắn|alo|trong ngày|không thế chấp|uy tín|liên hệ
nợ xấu|kẹt tiền|cần tiền gấp|kẹt vốn .. ib|inbox|nhắn|alo|zalo|em hỗ trợ|bên em|giải quyết
làm|nhận làm|cung cấp|bán|dịch vụ .. bằng|bằng cấp|bằng lái|chứng chỉ|sổ đỏ giả|giấy khám|giấy tờ|cmnd|cccd|hộ chiếu|giấy phép|sổ hộ khẩu|bao đậu .. bao công chứng|phôi thật|không cần thi|bao đậu|uy tín|giao tận|nhận hàng|ib|inbox|nhắn|alo
bao đậu|phôi chuẩn|phôi thật|không cần thi .. ib|inbox|nhắn|bằng|chứng chỉ|alo|zalo
# fakes, and other trade
hàng rep|rep 1|rep cao cấp|super fake|like auth|fake loại 1|hàng f1|hàng siêu cấp|túi siêu cấp|rep .. cao cấp|soi không ra|y hệt|như thật|ai lấy .. ai lấy|ib|inbox|giá|cmt|nhắn|soi không ra|alo
ai|mẹ nào|bạn nào|chị em nào|bác nào|anh em nào .. lấy|mua|cần|quan tâm|có nhu cầu|đặt|muốn mua .. ib|inbox|cmt|chấm|nhắn em|nhắn mình|nt|để lại|alo em
bán|thanh lý|sang nhượng|cần bán|pass lại|nhận ship|có sẵn|sẵn hàng .. ib|inbox|zalo|alo|nhắn em|cmt|liên hệ|freeship|giá sỉ|lh
ib|inbox|alo|nhắn|liên hệ|gọi .. bên em|bên mình|shop|em ship|xưởng em|nhà em .. trị|làm|báo giá|tư vấn|ship|giao|sửa|xử lý|thi công|bán|có|lo
nhận|chuyên|dịch vụ .. diệt|thông cống|hút hầm cầu|sửa|diệt mối|diệt chuột|trị mối|chuyển nhà|thi công|khoan|in ấn|thiết kế|chạy ads|tăng like|mở khóa|hack|lấy lại nick .. ib|inbox|alo|zalo|giá rẻ|tận nơi|liên hệ|uy tín|lh
bên em|bên mình|xưởng em|xưởng mình|nhà mình|shop em|shop mình|tiệm em .. nhận|chuyên|có|bán|cung cấp|trị|diệt|làm .. giá|ib|inbox|alo|zalo|tận nơi|sạch|uy tín|bảo hành|freeship
mối|chuột|gián|muỗi|kiến|cống|bồn cầu .. ib|inbox|alo|liên hệ .. bên em|bên mình|em|mình
# health and luck
trị dứt|dứt điểm|hết hẳn|khỏi hẳn|gia truyền|bài thuốc .. ib|inbox|nhắn|zalo|để lại|liên hệ|chấm|em chỉ|mình chỉ
giảm cân|tăng cân|tăng chiều cao|trị mụn|trị nám|trắng da|yếu sinh lý|tiểu đường|xương khớp .. ib|inbox|nhắn em|chấm|để lại|em chỉ|mình chỉ|zalo|cam kết
xem bói|xem tử vi|xem tướng|xem số|giải hạn|cúng giải|gọi vong|làm bùa|bùa yêu .. ib|inbox|nhắn|zalo|thầy|linh|chuẩn|online|tận
# letters that go round
gửi|chuyển|chuyển tiếp|chia sẻ|share|copy|truyền .. cho .. 5 người|10 người|15 người|20 người|7 người|mười người|nhiều người|bạn bè|nhóm khác .. sẽ|nếu không|may mắn|tai họa|xui|trong vòng|gặp
nếu không .. gửi|chia sẻ|chuyển|share|truyền .. xui|tai họa|chết|gặp nạn|xui xẻo|mất
# police, banks and parcels that are none
phạt nguội|tài khoản bị khóa|bưu phẩm|bưu kiện|trúng thưởng|hoàn thuế|hoàn tiền|định danh|quà tri ân|nâng cấp sim|khóa sim .. tra cứu ngay|bấm vào|truy cập|click|nhấn vào|xác minh ngay|xác nhận ngay|nhận ngay|làm theo
thu hồi|lấy lại .. tiền bị lừa|tiền lừa đảo|vốn bị treo|tiền bị treo .. ib|inbox|liên hệ|zalo|luật sư|hỗ trợ|nhắn
`;
