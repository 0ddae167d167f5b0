// Own list: threats, and requests and offers of sex. Patterns as in `put-downs.ts`.
import { you } from './put-downs.ts';

/** Threats, and wishes that somebody harm themselves. */
export const threats = `
biết|tìm ra|tra ra|mò ra .. nhà|địa chỉ|chỗ ở|chỗ làm|trường con .. mày|mi|bây
tao|bố mày|ông mày|bọn tao|anh em tao .. biết|tìm|tra|có .. nhà|địa chỉ|chỗ mày
liệu hồn|liệu thần hồn|cẩn thận cái mạng|coi chừng cái mạng|coi chừng tao|liệu cái thần hồn|cẩn thận cái mồm|coi chừng cái mồm|giữ mồm giữ miệng
tao|bố mày|ông mày|ông đây|bọn tao|chúng tao .. đập|chém|giết|xử|đánh|xiên|tìm đến|cắt|thịt|đốt|đâm|bẻ cổ|vả|tát .. mày|mi|bây|nó|chúng|chết|nhà|cả nhà
gặp|thấy|để tao gặp|đừng để tao|mà ra đường .. mày|ngoài đường|ở đâu|tao .. đánh|đập|đấm|xiên|chém|là|no đòn|biết tay
cho .. mày|nó|chúng nó|thằng này|con này .. một trận|ăn đòn|nhập viện|ăn kẹo đồng|về với đất|biết thế nào|đi gặp|một nhát|no đòn|bầm dập|què|tàn phế
đánh|đập|chém|xiên|đâm|bắn|chặt|đốt|thiêu|xử .. chết|nát|vỡ mồm|gãy cổ|gãy chân|bỏ mẹ|sống|què .. mày|mẹ mày|mẹ nó|cả nhà mày|cả lũ|bọn mày|chúng mày
ra đường .. cẩn thận|coi chừng|nhớ|đừng để .. tao|bị đập|ăn đòn|chém|đánh
# what will be done to somebody
biết tay|đừng trách .. tao|bố mày|ông mày|bọn tao
xóa|gỡ|im|rút đơn|biết điều .. không thì|không là|đừng để .. biết tay|có chuyện|đừng trách|ăn đòn|ra tay
thuê|gọi|kêu .. giang hồ|xã hội đen|mấy thằng nghiện|côn đồ .. mày|hỏi thăm|xử|nó|nhà mày
địa chỉ|số nhà .. nó|thằng|con|đăng .. dạy|hỏi thăm|bài học|xử
cho|tặng .. nó|mày|hắn|thằng này .. một nhát|vài nhát|viên gạch|quả gạch|ca axit|phát đạn
chôn sống|bắn bỏ|thả trôi sông|xử bắn|thiêu sống .. hết|lũ|bọn|đám|cái lũ
loại này|thằng này|con này|nó|bọn này .. phải|nên .. kẹo đồng|thiến|thiêu sống|chặt tay|chặt chân|treo lên
ra đường|đi đêm|ra ngõ .. nhìn sau lưng|ngó trước ngó sau .. mày|mi|con|cưng
tao|anh mà|bố mày|ông mày .. lột da|bẻ cổ|vặn cổ|cắt lưỡi|khâu mồm|rút gân|nhúng nước
có ngày|sớm muộn .. mày|mi|nhà mày|chúng mày|cái mồm .. ăn đòn|bị đánh|mất mạng|bị chém|vạ
mày|mi|thằng này .. sống không qua|không thấy được|không qua khỏi .. tết|tháng này|ngày mai|đêm nay
mất|bay .. đầu|mạng|chân .. lúc nào không hay|lúc nào không biết
không tha|không để yên|sẽ ám|sẽ theo .. cho mày|mày tới|mày đến|nhà mày|gia đình mày
đừng mong|ngủ cũng không .. yên .. mày|tao|đâu
đốt|phá|phá sập|đập nát|ném bom .. nhà|quán|xe|tòa soạn|trường .. tao|mày|chúng mày
chặn đầu|đón đầu|đón đường|chặn đường .. đánh|đập|xiên|chém
ở gần .. tao|đây .. ăn dao|ăn gạch|vào viện|ăn đấm|vô viện
chờ|đợi .. tao|bố .. ra tù|về nước|rảnh .. xem|mày|chúng|là
ảnh|clip|tin nhắn .. mày|của mày .. tung|gửi cho|đăng
đánh|đập|chém .. chết|què|tàn phế .. luôn|cụ|mẹ .. nó|hắn|thằng
máu sẽ đổ|sẽ có người chết
chuẩn bị|lo .. mua hòm|đặt quan tài|ăn bom|mua quan tài
tới|đến .. cơ quan|trường|nhà|tòa soạn .. gặp tao
tao|bố .. biết hết|nắm rõ|nắm được .. coi chừng|giữ cho|địa chỉ|nhà|chỗ làm|trường
đáng bị|đáng ăn|cho ăn .. đấm|tát|vả|đạn|dép|dao|chém
mày|mi|tụi bay|chúng mày .. chết .. với tao|chắc|không toàn thây
tao|bố mày .. nhớ mặt .. mày|rồi
tính sổ|xử đẹp|xử lý .. mày|cả nhà mày|chúng mày|mấy đứa mày
tới số|tận số .. mày|rồi con|con ạ
con mày .. học trường|đi học .. tao|coi chừng
mày|mi|chúng mày|bọn mày .. tới số|sắp chết|sắp toi|hết đường sống|khó sống|toi đời|tàn đời|xong đời|hết đường về|chết chắc
mày|mi|chúng mày .. trả giá|hối hận|nhận hậu quả .. bằng máu|cả đời|không kịp|nghe chưa|với tao|sớm thôi
tao|tụi tao|bọn tao|anh em tao|người của tao .. đang|sắp|sẽ|chuẩn bị .. qua|tới|đến|ghé|sang .. nhà mày|chỗ mày|cơ quan mày|tìm mày
tao|bố mày|ông đây|anh em tao .. cho mày|cho mi|cho nó|cho chúng mày|cho thằng này .. vào viện|vô viện|nhập viện|nằm viện|nằm liệt|biến mất|hết đường|ngồi xe lăn|ăn cháo
để tao gặp|gặp tao|tao gặp|tao bắt được|tao mà gặp|gặp mày .. là|thì .. nhập viện|xác định|gãy|chết|nát|biết|no|ăn
tao|bố mày|tụi tao .. biết .. mày|con mày|vợ mày|mẹ mày .. học|làm|ở|đi làm|sống .. đâu|trường nào|chỗ nào|lớp nào
khôn hồn|khôn thì|biết điều|muốn sống|muốn yên .. thì .. xóa|xoá|gỡ|im|rút|cút|biến|đừng|câm|xin lỗi
viết nữa|nói nữa|đăng nữa|sủa nữa|hó hé nữa|láo nữa|lên tiếng nữa|hé răng .. là|thì .. biết|ăn|hậu quả|đừng trách|toi|gãy|no đòn
có ngày|không có ngày .. gãy răng|rụng răng|gãy cổ|mất mạng|vào viện|ăn đấm|toi mạng|bay màu|không toàn thây|bị đập|ăn đòn
cẩn thận|coi chừng|liệu .. mày|mi|cái mặt|cái thân .. đấy|nhé|nghe|kẻo|chưa
người của tao|đàn em|giang hồ|sẽ có người|có người .. đến tận nhà|tới tận nhà|đến nhà|tới nhà|qua nhà|tìm đến|hỏi thăm .. mày|xử|dạy
nhìn trước ngó sau|ngó trước nhìn sau|nhìn trước nhìn sau|coi chừng sau lưng .. nhé con|nha con|mày|nhóc|cưng|kẻo
tao|bố mày|ông đây|bọn tao .. không để yên|không tha|không bỏ qua|chưa xong|ghim|nhớ mặt .. mày|đâu|rồi|chuyện này|thằng
là|thì|cho|sẽ .. biết tay|biết thế nào là|nếm mùi|biết lễ độ .. tao|anh nhé|bố mày|ông|bọn tao|nhé nhóc|nghe con|mày
tao|mai tao|tối tao|tao sẽ .. mang|cầm|vác|xách .. dao|mã tấu|gậy|súng|búa|kiếm|xăng|phóng lợn .. đến|tới|qua|sang|tìm
xóa|xoá|gỡ|rút|im .. ngay|đi|lại|không .. tao|bọn tao|anh em tao .. cho người|đến|xử|gọi|dạy|tìm
tao|ông đây|bố mày|bọn tao .. ác|nặng tay|độc|vô tình|ra tay .. mày|mi|chúng mày
đừng trách .. tao|anh|ông|bọn này|tụi này .. ác|nặng tay|độc|ra tay|không báo trước
cả nhà|gia đình|vợ con|con cái .. mày|mi|chúng mày .. chuẩn bị|cẩn thận|coi chừng|liệu|gặp họa|không yên|chết|áo quan|quan tài|tiêu
# that somebody should end their life
tìm|kiếm|lên|chọn|ra .. cây cầu|cầu|sân thượng|tầng thượng|chỗ nào cao|tòa nhà|dây thừng|sợi dây|gốc cây|cành cây|thuốc chuột|thuốc sâu .. nhảy|treo|thắt cổ|uống|mà chết|tự tử
cầu|lầu|tầng thượng|sân thượng|sông|hồ .. nhảy đi|nhảy xuống|mà nhảy|nhảy luôn|nhảy cho
nhảy|gieo mình .. cầu|lầu|sông|hồ|xuống .. đi|cho|mà .. mày|khuất mắt|rảnh|xong|nhẹ|hết
sao|nên|mau|hãy .. không|ko|chưa|đi .. chết đi|tự tử đi|chết quách|tự sát|biến khỏi
chết đi|chết quách|chết sớm|chết mẹ đi|tự tử đi|đi chết .. cho|đỡ|hết|thì hơn|mày|loại .. rồi|chật|rảnh|sạch|đời|khuất|nhẹ|đất|tốn|xã hội|hơn
sống|tồn tại .. làm gì|làm chi|chỉ thêm .. nữa|chật đất|nhục|tốn|khổ đời|xấu mặt
mày|loại mày|hạng này|thứ này|cỡ mày|ngữ mày|loại như .. nên|đáng|chỉ đáng|chỉ nên|đi .. chết|tự tử|biến mất|nhảy cầu|thắt cổ
biến|cút|xéo|biến mất .. khỏi .. trái đất|cuộc đời|xã hội|thế gian|địa cầu|mắt tao|nước này
uống|nốc .. thuốc sâu|thuốc trừ sâu|thuốc chuột|thuốc diệt cỏ .. đi|mà|cho
thắt cổ|treo cổ|rạch tay|cắt tay|đâm đầu vào .. đi|mà chết|cho rồi|cho xong|xe tải
thế giới|xã hội|trái đất|đời này .. tốt hơn|đẹp hơn|sạch hơn|nhẹ .. nếu|khi .. mày|không có mày|mày chết|mày biến
nhảy|nhảy cầu|nhảy lầu|nhảy sông|gieo mình|gieo mình xuống|thắt cổ|treo cổ|cắt tay|rạch tay|tự tử .. luôn đi|làm lẹ|làm nhanh|lẹ đi|cho rồi|cho nhanh|quay lại đi|dọa ai|làm màu|ai dạy|hèn lắm
nhảy cầu|nhảy lầu|nhảy sông .. đi .. đứng|dọa|làm màu|mày|bạn
tự tử|chết .. mà cũng .. không xong|không nên hồn|ai dạy
chẳng ai|không ai|chả ai|hết ai|không còn ai .. khóc|nhớ|thương|tiếc|cần|yêu .. mày chết|bạn chết|em chết|mày nữa|em nữa đâu|bạn nữa đâu|khi mày|khi em chết
lao đầu|đâm đầu|lao|đâm .. xe tải|container|tàu hỏa|cột điện .. đi .. cho|là
bước thêm một bước|bước thêm bước nữa|ngả người .. là|cho .. xong|nhẹ|hết
thư tuyệt mệnh|di chúc .. đi|chưa .. rồi .. nhảy|làm|chết
uống|nốc .. thuốc trừ sâu|thuốc diệt cỏ|thuốc ngủ|thuốc chuột|thuốc sâu .. vào|là .. hết buồn|xong|im luôn|hết khổ
đừng .. cứu|can .. để|cho .. chết|nhảy
sống .. vậy|thế|thế này .. thà .. chết|chết quách
trầm cảm|buồn|chán đời|khổ .. thì .. chết đi|đi chết|tự tử đi|chết quách
mày chết|bạn chết|chị chết|em chết|mày mà chết|bạn mà chết .. ăn mừng|mở tiệc|đốt pháo
đi|mau|sớm .. đầu thai|chuyển kiếp .. đi|lẹ|sớm|lại .. đi|bạn|mày|em|cho
tự tử|nhảy cầu .. đúng rồi|được rồi .. lượt|còn
sớm|mau .. lên bàn thờ|ngắm gà|xuống mồ|xuống lỗ|chầu ông vải
rạch tay|cắt tay .. sâu|mạnh hơn|sâu vào
sao|tại sao .. mày|mi|bây|loại mày .. chưa|không|còn .. chết|sống
ước gì|mong|cầu|cầu trời .. mày|mi|cả nhà mày|chúng mày .. chết|chết sớm|tai nạn|ung thư|bị xe|sét đánh
xuống lỗ|xuống mồ|xuống địa ngục .. đi|sớm .. mày|bạn|em|ông|bà|cho
lẽ ra|đáng lẽ .. mày|bạn|mi .. không nên|đừng .. sinh ra|ra đời|có mặt
tự vẫn|tự tử|tự sát .. đi .. mày|bạn|em|cho|chờ gì|còn chờ
mua|kiếm|tìm .. thuốc chuột|thuốc sâu|dây thừng|sợi dây|cây cao .. mà .. giải thoát|kết thúc|đi cho|chết|treo
đẻ|sinh .. ra mày|ra thứ này|ra mi .. sai lầm|nỗi nhục
chết đi|đi đi|lẹ đi .. sống làm gì|thở làm gì|tốn không khí
${you} .. biến mất|chết|chết đi|đi luôn|không tồn tại|không có mặt .. thì|là|sẽ .. tốt cho|đỡ|nhẹ|vui|mừng|đẹp|bớt|sạch .. mọi người|cả nhà|đời|xã hội|gia đình|ai cũng|thiên hạ
chẳng ai|không ai|chả ai|đâu ai .. cần|muốn|thiết|thương|nhớ .. ${you} .. tồn tại|sống|có mặt|trên đời .. đâu|nữa|làm gì|đi|đời
sống .. mà|chi|kiểu|như .. vô dụng|vô ích|nhục|thất bại|khổ|thế|vậy .. thì|nên|thà .. chết|chết đi|chết quách|tự tử|đi chết|biến
${you} .. nên|hãy|mau|thử|cứ .. kết thúc|chấm dứt|kết liễu .. cuộc sống|cuộc đời|mọi thứ|sự sống|đời mình|đi
nhảy xuống|nhảy|nhảy lầu|treo cổ|tự tử|chết .. đi .. ai cản|ai can|không ai cản|chẳng ai cản|khỏi tiếc|ai tiếc
uống|nuốt|nốc .. hết|cả .. lọ|vỉ|hộp|vốc .. là|đi|cho .. yên giấc|ngủ luôn|khỏi dậy|hết khổ|đi luôn|ngủ mãi
dao lam|thuốc ngủ|than tổ ong|dây thừng .. rẻ|bán đầy|nghìn|ngàn .. mua đi|mua mà|mua về mà
mày|loại mày|thứ như mày|hạng mày|như mày|như bạn|như em .. nên|đáng|cần .. treo cổ|thắt cổ|chết|tự sát|nhảy lầu|uống thuốc|biến|đi chết
ai cũng|cả nhà|mọi người|thiên hạ|cả lớp|cả công ty .. mong|chờ|muốn|cầu|đợi .. ${you} .. chết|biến mất|biến đi|đi chết|tự tử
lấy|kiếm|buộc|cầm .. dây|sợi dây|dao|dao lam|lưỡi lam|khăn .. mà|tự .. thắt cổ|treo cổ|treo|rạch|cứa|kết liễu|cắt tay
sao|sao không|tại sao|hay là .. không|đi|cứ|uống .. uống thuốc|thuốc|nhảy|treo cổ|cắt tay .. rồi|mà|cho .. ngủ luôn|đi luôn|chết|ngủ mãi|khỏi dậy|xong đời
`;

/** Requests and offers of sex. */
export const solicitation = `
em|bạn|cô|gái|chị .. nào .. buồn|cô đơn|thiếu hơi|khát|thèm|cần tâm sự|vắng chồng|rảnh đêm .. nhắn|ib|inbox|alo|gọi|qua|tới|chiều
anh|em|mình|máy bay|phi công .. qua|đến|tới|sẽ .. chiều|phục vụ|tận phòng|tận giường|tới bến
anh|em|mình .. chiều|phục vụ|nhận .. tới bến|tận phòng|hết mình|tận tình|từ a đến z|mọi tư thế|qua đêm|máy bay|chị em
kiếm|tìm|cần|tuyển|ai .. fwb|ons|sgbb|sgdd|sugar baby|sugar daddy|bạn tình|bạn giường|tình một đêm|máy bay|phi công|em gái ngoan|em nuôi|gái ngoan
fwb|ons|sgbb|sgdd|bạn tình .. ib|inbox|nhắn|kín|không|dạo|vui vẻ
đi khách|tàu nhanh|qua đêm|bao đêm|chịch dạo|vui vẻ .. giá|0k|kín|ib|inbox|từ|nhanh|uy tín|alo
gái gọi|hàng non|rau sạch|rau ngon|em út|gái bao|gái ngành .. giá|ib|inbox|kín|alo|cao cấp|sinh viên|check
gửi|cho .. xem|coi|xin .. ngực|vú|ảnh nóng|hàng họ|clip nóng|ảnh nude|bướm|chim
ngủ với|ngủ cùng|làm tình với|lên giường với .. anh|tao|mình|em .. một đêm|bao nhiêu|đi|không|nhé|nha
em đi|ngủ với em|đi với em|qua đêm với em .. một đêm|1 đêm .. bao nhiêu|giá|nhiêu
một nháy|1 nháy|một shot .. bao nhiêu|giá|nhiêu
múp rụp|múp míp|nứng quá|dâm quá|ngon thế|ngon quá .. em|nhìn|thèm|muốn|đêm
mông|ngực|vú|đùi|vếu .. to|ngon|căng|bự|múp|nở .. thế|nhỉ|quá|muốn|nhìn|thèm|bóp
muốn|thèm|ước|cho anh .. bóp|bú|liếm|ngủ với|phang|hấp diêm|sờ .. em|cái|quá|một|phát
anh|phi công|mình|trai .. chiều|phục vụ .. các chị|chị em|máy bay|quý bà|mấy chị
tìm|kiếm|tuyển .. some|swing
tìm|cần|kiếm|tuyển .. bạn some|bạn swing|cặp swing|swing kín|đôi trao đổi|người lấp chỗ trống|trai trẻ|bạn chịch
bao nhiêu|nhiêu .. một đêm|một lần|một nháy|1 đêm .. em|cưng|bé .. anh|tao
ngủ|qua đêm|đi nhà nghỉ|đi khách sạn|thuê phòng|vài hiệp .. với anh|với tao|với mình|cưng .. một đêm|một lần|không|nhé|nha|đi
đêm nay|tối nay|đêm mai|tối mai .. cưng|em|bé .. nhà nghỉ|khách sạn|vài hiệp|thuê phòng
em mặc|mặc .. thế|vậy|kia .. mời gọi|gọi mời|bán hoa
em này|bé này|em kia|bé kia|cô này|con này .. ngọt nước|mọng nước|ngon cơm|ngon nghẻ|múp|mướt .. thế|quá|ghê|cho anh|muốn
gái gọi|hàng tuyển|check hàng|em út .. cam kết|như ảnh|bao ngon|không ưng
muốn|thèm|ước .. hôn khắp|liếm|bú|sờ|bóp .. em|chị|bé|người|cái
đưa|cho .. em cho|anh cho|em làm .. sờ|một nháy|nháy
chồng|người yêu .. đi vắng|yếu|đi công tác .. tìm|cần .. trai|người lấp|ai chiều|ai đó|phi công
video call|gọi video|chat|call .. sex|show hàng|18+|không mặc|lộ mặt .. giá|ib|inbox|nhắn|0k
clip|link|phim .. lộ hàng|không che|nữ sinh|thủ dâm .. ib|chấm|nhắn|ai cần|muốn xem
nhìn .. mông|đùi|ngực|môi|vếu .. chảy nước miếng|không ngủ được|cứng cả người|cứng|thèm
chịch|xơi|phang .. em này|con này|bé này|được em|em một
massage|mát xa|tắm tiên .. a đến z|a tới z|em út|vui vẻ|yoni
dạy|chỉ .. em|bé .. làm đàn bà|chuyện người lớn|cách sướng
nhìn|trông .. là biết .. dâm|lẳng|dễ dãi|thích chơi
qua|ghé .. ngủ chung|sưởi ấm|cho em sướng .. nhé|nha|em|bé
bao nuôi .. em|bé|sinh viên|gái|tháng .. ib|inbox|nhắn|ngoan|nào
em|chị|bé .. cởi|lột .. đồ|áo|quần .. ra|đi .. anh|xem|cho
lên giường|làm tình|quan hệ .. với anh|không em|cùng anh|với em .. đi|nhé|nha|không|một
ảnh nóng|ảnh khỏa thân|ảnh nude|clip nóng|hình nude .. ib|gửi anh|cho anh|đi em|của em đâu
bú|liếm|bóp|nắn|sờ .. vú|ngực|mông|vếu .. sướng|phê|thích|quá|đã
hàng|rau .. sạch|non .. về phố|lên phố|lên kèo
ngủ với|qua đêm với|đi với|lên giường với .. anh|tao|mình .. một đêm|một lần|đêm nay|tối nay|1 đêm .. anh|cho|nhé|nha|triệu|tr|k
qua|đến|sang|ghé .. anh|với anh|phòng anh|nhà anh .. cho tiền|anh cho|anh chiều|ngủ|một đêm|anh thương|đưa tiền
cho anh|cho tôi|cho mình|cho .. xin|mượn|thuê .. một đêm|1 đêm|tối nay|một tối|một nháy .. nhé|nha|em|được|đi
cho|gửi|khoe|xin .. anh|mình|mọi người .. xem|coi|ngắm|tí .. hàng|nude|ngực|vòng một|vòng 1|bên trong|body|chỗ đó .. đi|em|tí|chút|nha|với
nude|ảnh nóng|show hàng|show ngực|thả rông .. cho|đi|anh .. xem|coi|anh|chuyển khoản|em|ngắm
nhìn|trông|thấy .. vòng một|vòng 1|vòng ba|vòng 3|cặp đùi|cặp mông|bộ ngực|đôi gò .. chịu nổi|thèm|nổi máu|cứng|muốn|chảy|rạo rực|không chịu
chị|em|cô|quý bà|bạn nữ .. nào .. thiếu thốn|thiếu hơi ấm|thiếu vắng|cô đơn|chồng chán .. inbox|ib|nhắn|alo|kết bạn|zalo
anh|em|mình|phi công .. chiều .. hết nấc|tới nóc|tới sáng|hết cỡ|hết mình|cả đêm|mọi kiểu|tới bến
sinh viên|em|bé|trai trẻ|gái ngoan|phi công .. cần|tìm|kiếm .. người bao nuôi|bao nuôi|người chu cấp|đại gia lo|sugar|daddy|chị nuôi
tìm|cần|kiếm .. chị|cô|anh|quý bà|đại gia .. bao nuôi|nuôi em|chu cấp|nuôi trai|chăm trai
mặc|ăn mặc .. váy ngắn|thế này|hở|thế|mỏng|vậy .. là|chắc|muốn .. mời gọi|gạ|muốn được|cho xem|đòi|thèm .. chứ gì|đàn ông|à|đúng không|gì
đi|vào|vô|thuê .. khách sạn|nhà nghỉ|phòng|motel .. với anh|với tao|cùng anh .. không|nhé|đi|nha|em
ngon|múp|xinh|mọng|bốc lửa|nóng bỏng .. thế này|thế|vậy|quá .. mà|anh|cho anh|được .. vớ được|hiệp|ngủ|đè|cắn|xơi|nếm|hưởng|thịt
thèm|muốn|ước|khao khát .. được|cùng .. nằm cạnh|ôm|ngủ cùng|ngủ với|cắn|hít hà|thức trắng .. em|bé|chị .. đêm|quá|ghê|một|trọn
anh|tao|mình|anh đây .. trả|cho|chi|đưa .. em|bé|cưng .. triệu|củ|tr|k .. một đêm|1 đêm|một lần|đi không|được không|tối nay
gửi|cho|chụp|khoe .. ảnh|hình|clip|video .. không mặc|khỏa thân|khoả thân|cởi|lột|nude|hở|nóng .. đi|em|cưng|bé|anh|nha
nhìn|ngắm|trông|thấy .. ngực|mông|đùi|vú|bộ ngực|vòng một|vòng ba|eo|môi .. nuốt nước bọt|nuốt nước miếng|chảy nước dãi|chảy dãi|nóng người|muốn đè|muốn cắn|muốn sờ
em|chị|bạn|bé|cô .. nào .. muốn|thích|cần|thèm .. vui vẻ|đổi gió|giải khuây|tìm cảm giác|thư giãn|sướng|lên đỉnh .. nhắn|ib|inbox|alo|gọi|zalo
giải tỏa|giải quyết|thỏa mãn|nhu cầu .. sinh lý|sinh lí|chuyện ấy|chuyện chăn gối .. gọi|ib|inbox|nhắn|alo|cứ
em|bé|gái .. nào|ngoan|xinh|non .. anh|chú .. bao nuôi|nuôi|chu cấp|bao .. tháng|10|chục|triệu|củ|hết|từ a
`;
