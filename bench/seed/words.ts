/** Lists that blanks are filled from, and what people are called; written for this project. */

const split = (text: string) =>
  text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const places = split(
  `Hà Nội|Sài Gòn|Đà Nẵng|Hải Phòng|Cần Thơ|Huế|Nha Trang|Đà Lạt|Quy Nhơn|Vinh|Thanh Hóa|Nam Định|Thái Bình|
  Bắc Ninh|Bắc Giang|Lạng Sơn|Cao Bằng|Hà Giang|Lào Cai|Sa Pa|Yên Bái|Sơn La|Điện Biên|Lai Châu|Hòa Bình|Phú Thọ|
  Vĩnh Phúc|Hưng Yên|Hải Dương|Ninh Bình|Quảng Bình|Quảng Trị|Quảng Nam|Quảng Ngãi|Bình Định|Phú Yên|Khánh Hòa|
  Ninh Thuận|Bình Thuận|Kon Tum|Gia Lai|Đắk Lắk|Đắk Nông|Lâm Đồng|Bình Phước|Tây Ninh|Bình Dương|Đồng Nai|Vũng Tàu|
  Long An|Tiền Giang|Bến Tre|Trà Vinh|Vĩnh Long|Đồng Tháp|An Giang|Kiên Giang|Hậu Giang|Sóc Trăng|Bạc Liêu|Cà Mau|
  Thủ Đức|Hóc Môn|Củ Chi|Gò Vấp|Bình Thạnh|Long Biên|Cầu Giấy|Đông Anh|Sóc Sơn|Hà Đông|Mê Linh|Cẩm Phả|Móng Cái|
  Phú Quốc|Côn Đảo|Lý Sơn|Hội An|Tam Kỳ|Buôn Ma Thuột|Pleiku|Châu Đốc|Rạch Giá|Sa Đéc|Mỹ Tho|Gò Công|Cai Lậy|Mộc Châu|
  Mù Cang Chải|Đồng Văn|Tam Đảo|Ba Vì|Quế Võ|Từ Sơn|Kinh Môn|Đông Hà|Vĩnh Linh|Hướng Hóa|Nghi Lộc|Diễn Châu|Kỳ Anh|Sầm Sơn`,
);

export const topics = split(
  `kẹt xe|ngập nước|học thêm|tuyển sinh|giá xăng|tiền điện|bảo hiểm y tế|rác thải|an toàn thực phẩm|nồng độ cồn|vỉa hè|
  sổ đỏ|giải phóng mặt bằng|hộ khẩu|căn cước|dịch vụ công|khám bệnh|viện phí|thuốc giả|lừa đảo qua mạng|sim rác|nhà ở xã hội|
  lương tối thiểu|nghỉ hưu|tinh giản biên chế|sáp nhập xã phường|cải cách hành chính|đấu thầu|xe buýt|đường sắt|cao tốc|
  trồng cây xanh|phòng cháy|chung cư mini|karaoke hàng xóm|chó thả rông|bạo lực học đường|sách giáo khoa|đồng phục|học phí|
  thi tốt nghiệp|ngoại ngữ|xuất khẩu lao động|hạn mặn|sạt lở|cháy rừng|bão lũ|khai thác cát|ô nhiễm không khí|nước sạch|
  trợ cấp|người khuyết tật|chăm sóc người già|hôn nhân|mạng xã hội|quảng cáo sai sự thật|vé số|bán hàng rong|chợ truyền thống|
  thương mại điện tử|thuế|hóa đơn|lãi suất|vay vốn|trái phiếu|giá vàng|đăng kiểm|phạt nguội|biển số|bằng lái|taxi|xe công nghệ`,
);

export const offices = split(
  `phường|xã|huyện|tỉnh|thành phố|Bộ Y tế|Bộ Giáo dục|Bộ Giao thông|Sở Xây dựng|công an|cảnh sát giao thông|
  ban quản lý|công ty điện lực|công ty cấp nước|ngân hàng|nhà trường|bệnh viện|thanh tra|tòa án|hội đồng|ủy ban|chính quyền`,
);

export const acts = split(
  `sửa lại con đường|vào cuộc|giải quyết dứt điểm|xử lý nghiêm|công khai kết quả|trả lời dân|mở thêm tuyến|giảm phí|
  hỗ trợ bà con|lắp đèn|nạo vét cống|trồng lại cây|kiểm tra đột xuất|xây trường mới|tăng ca khám|bồi thường thỏa đáng|
  rút ngắn thủ tục|dời bãi rác|đối thoại với dân|hoàn tiền cho khách`,
);

export const scenes = split(
  `xe cộ nối đuôi nhau|nước ngập ngang bánh xe|khói bụi mù mịt|người bán hàng tràn xuống đường|hàng cây xanh mát|
  bà con ngồi chờ từ tờ mờ sáng|học sinh chen nhau qua cổng|mấy ổ gà chưa ai lấp|loa kéo hát suốt đêm|rác bay khắp nơi|
  hoa nở rất đẹp|đèn tín hiệu hỏng|xe tải chạy ầm ầm|thuyền cá về đầy bến|cả xóm ra phụ nhau dọn|gió lạnh thấu xương`,
);

export const goods = split(
  `xăng|gas|gạo|thịt lợn|thịt bò|cá tra|tôm|cà phê|hồ tiêu|sầu riêng|vải thiều|thanh long|xoài|bưởi|rau|trứng|sữa|thuốc|
  vật liệu|xi măng|phân bón|thức ăn chăn nuôi|vàng|điện thoại|xe máy|phở|bún chả|bánh mì|mì Quảng|nước mắm`,
);

export const teams = split(
  'đội tuyển|Hà Nội|Nam Định|Hải Phòng|Công an|Thể Công|Thanh Hóa|Bình Dương|đội nữ|U23|đội futsal|bóng chuyền nữ',
);

export const good = split(
  'hay|sâu sắc|bổ ích|hợp lý|tốt|tử tế|chu đáo|khách quan|đáng khen|nhanh gọn|rõ ràng|dễ hiểu|chân thật|ý nghĩa|ổn|tuyệt',
);

export const bad = split(
  'chậm|tệ|hời hợt|lộn xộn|chặt chém|cẩu thả|đối phó|dở|nửa vời|vòng vo|thiếu minh bạch|kém',
);

/** Mild ones, each as it may be typed to get past a filter. */
export const rude = split(
  `ngu|n.g.u|n g u|ngu như bò|nqu|óc chó|ó.c chó|óc ch0|vô học|v.ô h.ọ.c|mất dạy|mat day|m ấ t dạy|dốt nát|rác rưởi|
  đần độn|đ.ầ.n|ngu dốt|não tàn|n.ão t.àn|khùng|điên|súc vật|s.úc v.ật|lừa đảo|vớ vẩn|xàm|nhảm nhí|ba xạo|óс сhó`,
);

export const streets = split(
  `Lê Lợi|Trần Phú|Nguyễn Trãi|Hùng Vương|Quang Trung|Lý Thường Kiệt|Hai Bà Trưng|Phan Chu Trinh|Điện Biên Phủ|
  Nguyễn Huệ|Võ Thị Sáu|Phạm Văn Đồng|Trường Chinh|Láng|Giải Phóng|Tôn Đức Thắng|Cách Mạng Tháng Tám|Nguyễn Thái Học`,
);

export const weekdays = split('thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|chủ nhật');
export const money = split(
  '200 nghìn|500k|900.000 đồng|1 triệu|3 triệu|5 triệu|7tr|12 triệu|25 triệu|40 triệu|120 triệu',
);
export const press = split('tin-nha.example|bao-xa.example|ban-doc.example|so-lieu.example');
export const slugs = split('ngap-nuoc|gia-xang|tuyen-sinh|nha-o|bong-da|giao-thong|y-te|moi-truong');
export const brands = split('vuivip|thanglon|topwin|hotbet|luckyvn|vaynhe|tienve');

export const surnames = split(
  `Nguyễn|Nguyễn|Nguyễn|Nguyễn|Nguyễn|Nguyễn|Trần|Trần|Trần|Lê|Lê|Phạm|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|
  Dương|Lý|Đinh|Mai|Trịnh|Đoàn|Tạ|Lương|Cao|Thạch|Nông|Lò|Vàng|Quách`,
);
export const middles = split(
  'Thị|Văn|Thị|Văn|Hữu|Đức|Ngọc|Minh|Thanh|Quốc|Xuân|Kim|Thu|Hồng|Bảo|Gia|Đình|Công|Như|Khánh|Phương|Anh|Tuấn|Hoài',
);
export const givens = split(
  `An|Anh|Ánh|Bình|Bảo|Châu|Chi|Cường|Dũng|Duy|Dương|Đạt|Đông|Đức|Giang|Hà|Hải|Hạnh|Hằng|Hiền|Hiếu|Hòa|Hoa|Hoàng|Hùng|
  Hương|Huy|Huyền|Khải|Khánh|Khoa|Kiên|Lan|Linh|Loan|Long|Ly|Mai|Minh|My|Nam|Nga|Ngân|Nghĩa|Ngọc|Nhân|Nhung|Oanh|Phong|
  Phúc|Phương|Quân|Quang|Quỳnh|Sơn|Tâm|Thảo|Thành|Thắng|Thịnh|Thu|Thủy|Thư|Tiến|Toàn|Trang|Trí|Trung|Tú|Tuấn|Tuyết|Uyên|
  Vân|Việt|Vinh|Vy|Yến|Ơn|Út|Đào|Lụa|Mận|Sen|Nhàn|Thoa|Quyên|Ngà|Thạch`,
);
export const nicknames = split(
  'Bạn đọc|Người qua đường|Dân thường|Công nhân|Hai Lúa|Mẹ Bống|Cô giáo làng|Tài xế|Anh Ba|Chú Tư|Bà Năm|Sinh viên nghèo',
);
