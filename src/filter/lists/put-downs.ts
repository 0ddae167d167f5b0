// Own list: contempt without a bad word, and threats, as comments have them. Patterns in NFC and lower case, one a line:
// `..` stands for up to four words of the same sentence, `|` for "or".

/** What puts somebody down. */
export const putDowns = `
# brains that were forgotten
não|óc .. để|chỉ để|dùng để .. trang trí|làm cảnh|trưng|trưng bày|mọc tóc|làm kiểng|cho đẹp|ở nhà|trong tủ|đội mũ|đội nón|chứa nước
để quên|bỏ quên .. não|óc
quên|chưa|không|ko|k|thiếu .. lắp|mang|đem|gắn|cài|xài|dùng|có .. não|óc
não|óc .. phẳng|ngắn|nhũn|úng nước|rỗng|teo|cá vàng|bã đậu|đặc|tôm|chưa phát triển
não|óc .. toàn|chứa|đầy .. nước|bùn|đất|phân|rơm|bã
não|óc .. bằng|to bằng|nhỏ hơn|bé hơn .. hạt đậu|quả nho|hạt nho|hạt lạc|hạt đỗ|con kiến
đầu .. chứa|toàn|toàn là|đầy|nhét .. đất|bã đậu|bùn|phân|rơm|nước
đầu .. chỉ để|sinh ra để|để .. mọc tóc|đội mũ|đội nón|đội tóc|cho có
đầu đất|đầu bã đậu|đầu tôm|óc đất
iq|chỉ số thông minh|trí tuệ|trí thông minh .. âm|số âm|dưới mức|một chữ số|bằng không|bằng 0|con cá vàng|con gà
đã ngu .. còn|lại|mà
đã dốt .. còn|lại|mà
dốt .. mà|còn|lại .. hay nói|thích thể hiện|tỏ vẻ|tỏ ra|lắm mồm|to mồm|lên mặt|dạy đời
ngu .. mà|còn|lại .. hay nói|thích thể hiện|tỏ vẻ|tỏ ra|lắm mồm|to mồm|lên mặt|dạy đời|bày đặt
thông não|khai sáng .. giùm|hộ|cho .. mày|bạn|chúng
# good for nothing
tốn|phí|hại|chỉ tốn .. cơm|gạo|oxy|oxi|cơm gạo .. cha mẹ|bố mẹ|nhà nước|xã hội
sống|ở đời|đẻ ra|sinh ra .. chật đất|tốn cơm|tốn oxy|tốn oxi|tốn không khí|tốn gạo|chỉ tổ
phí|uổng|uổng công|phí công|tốn tiền .. ăn học|cơm cha|cha mẹ nuôi|bố mẹ nuôi|nuôi nấng
ăn gì|ăn cái gì|uống gì|học gì|sinh ra kiểu gì .. mà .. ngu|dốt|đần|ngáo|khôn thế
loại|hạng|thứ|ngữ|cái thứ|hạng người|loại người .. như|giống .. bạn|mày|anh|chị|cậu|nó|ông|bà|mấy người|các người .. mà|thì|chỉ|đừng|bớt|không|chả|chẳng|cũng
hạng|cái thứ .. bỏ đi|vứt đi
đồ|loại|hạng|cái thứ|thứ .. vô dụng|thừa thãi|bất tài|rẻ tiền|vô tích sự|hám fame|hám tiền|ăn bám|đầu đất|phản bội|rẻ rách|bịp bợm|lừa đảo|hai mặt|đạo đức giả
vô dụng|vô tích sự|bất tài .. như|thế|vậy .. bạn|mày|anh|chị|cậu|ông|bà|mà
không|ko|k|chẳng|chả .. biết|thấy .. xấu hổ|nhục|ngượng|liêm sỉ|tự trọng .. à|hả|sao|gì
mặt dày|mặt trơ trán bóng|mặt trơ|trơ trẽn|trơ tráo .. như|thế|quá|vậy|thật
ếch ngồi đáy giếng .. mà|thì|à|lại|cũng
thùng rỗng kêu to
soi|nhìn|nhìn lại|soi lại .. gương|bản thân .. đi|rồi hãy|chưa|cái
về .. nhà|quê|trường|lớp .. mà .. học|bú|chăn|cày|uống
về|đi|xuống .. học lại .. mẫu giáo|lớp một|lớp 1|cấp 1|cấp một|tiểu học|chữ|đánh vần
quên|chưa|hết .. uống thuốc .. à|hả|hay|rồi|sao|nên
trốn|xổng|trốn khỏi|xổng khỏi .. trại|viện|chuồng|nhà thương điên|trâu quỳ|biên hòa|biên hoà
mới|vừa .. ra|xuất .. trại|viện .. à|hả|chắc|tâm thần
trâu quỳ|nhà thương điên|khoa tâm thần|viện tâm thần .. gọi|đang tìm|thiếu|thẳng tiến|nhớ
rảnh|thừa|dư .. hơi|háng|cơm|thời gian .. thì|à|nên|quá ha|mà
nói|phát ngôn|nói chuyện|phán|comment|viết .. như|nghe như .. lìnk|hạch|cc|đúng rồi|hài|dở hơi|người cõi trên|trẻ con|con nít|mẹ thiên hạ
trình độ|nhận thức|hiểu biết|tư duy|học vấn .. lùn|lớp 1|lớp một|mẫu giáo|chưa hết cấp|thấp kém|cỡ đó|đến thế là cùng
nực cười|tội nghiệp|thương hại .. cho .. cái loại|loại|hạng|bộ não|trình độ
nói chuyện|tranh luận|đôi co|cãi nhau .. với .. đầu gối|người điên|kẻ ngốc|kẻ ngu|bò|trâu|súc
# herds and other animals
đàn|bầy|lũ|bọn|đám .. bò|cừu|lừa|vẹt|khỉ|kền kền|ký sinh trùng|kí sinh trùng|sâu bọ|ruồi nhặng|linh cẩu .. nhai lại|đỏ|vàng|kêu|bu vào|chỉ biết|gặm|hùa|la ó|sủa
nhai lại|lặp lại|học vẹt|như vẹt .. mãi|một câu|y chang
sâu bọ|ký sinh trùng|kí sinh trùng|ung nhọt|cặn bã .. của|cho .. xã hội|nhân loại|loài người
khỉ|bò|lợn|heo|vượn|chó .. biết|mặc áo|đội lốt|đội mũ .. nói|gõ phím|người|lên mạng|comment|bình luận
# compared to what has another name
chuyện|bài|phim|nhạc|mặt|nói|chơi|làm|ý thức|game .. như .. lìnk|qq|cật|củ cật|cái quần|l|lờ|cờ|cc|cứt|hạch
phản động .. chó
`;

/** Contempt for where somebody comes from, and for women, men and others as such. */
export const contempt = `
dân|bọn|lũ|tụi|người|đám|gái|trai|mấy thằng|cái bọn .. tỉnh đó|tỉnh ấy|vùng đó|vùng ấy|xứ đó|quê đó|miền đó|thanh hóa|thanh hoá|nghệ an|hà tĩnh|nghệ tĩnh|hải phòng|nam định|quảng ninh|miền bắc|miền nam|miền trung|miền tây|bắc|nam|tỉnh lẻ|ngoài đó|trong đó .. toàn|toàn là|chỉ|chuyên|đứa nào cũng|thằng nào cũng|con nào cũng .. trộm|cướp|lừa|lừa đảo|ăn cắp|gian|gian manh|keo kiệt|phá hoại|lười|tham|bẩn|đểu|láo|lươn lẹo|trộm cắp|nhậu|ăn bám|giả tạo
dân|người|gái|trai|bọn .. thanh hóa|thanh hoá|nghệ an|hà tĩnh|hải phòng|nam định|quảng ninh|miền bắc|miền nam|miền trung|miền tây|bắc|nam .. keo kiệt|bẩn tính|lươn lẹo|gian manh|gian xảo|lừa lọc|trộm cắp|giả tạo|sống giả
toàn|rặt|chuyên|chỉ giỏi .. trộm với cướp|lừa với lọc|trộm cắp lừa đảo|gian với xảo
tránh xa|đừng tin|cấm cửa|không nhận|miễn tiếp|né .. dân|người|bọn|gái|trai .. tỉnh đó|thanh hóa|thanh hoá|nghệ an|hà tĩnh|hải phòng|miền bắc|miền nam|miền trung|miền tây|bắc|nam
bắc kỳ|bắc kì|nam kỳ|nam kì|trung kỳ .. gian|lừa|tham|dốt|bẩn|lười|keo|chó|ăn rau|cút
rau muống|cá rô cây|giá sống .. cút|về|mà đòi|thì biết|chúng
dân|đồ|bọn|lũ|quân|đám .. mọi rợ|thiểu số|rừng rú|rừng núi|man di|chân đất .. thì|mà|chỉ|lạc hậu|bẩn|dốt|biết gì
đàn bà|phụ nữ|con gái|gái|nữ giới|lũ đàn bà .. thì biết|biết|biết cái|thì .. gì|đéo gì|gì mà|cái gì
đàn bà|phụ nữ|con gái|gái .. chỉ nên|chỉ giỏi|nên|chỉ được cái|chỉ biết .. ở nhà|đẻ|nấu cơm|rửa bát|bếp núc|xó bếp|tiêu tiền|mua sắm|buôn chuyện|nhiều chuyện
về|đi|lo|ở nhà .. rửa bát|rửa chén|nấu cơm|đẻ con|giặt đồ|xó bếp|trông con|quét nhà .. đi|thì hơn|cho rồi|cho đời|cho lành
đàn bà .. đái không qua|khôn cũng|dễ có mấy
đàn ông|con trai .. mà|gì .. mặc váy|bám váy|như đàn bà|như con gái
gái|con|đồ|mụ .. ế|ế chồng|già không ai|chửa hoang|hư hỏng|mất nết|lăng loàn|trắc nết .. mà|thì|chả|không ai|bày đặt|lên
bám váy|núp váy .. mẹ|vợ|đàn bà
bê đê|pê đê|đồng tính|bóng lộ|chuyển giới|les|gay .. bệnh|bệnh hoạn|biến thái|ghê tởm|tởm|trái tự nhiên|dị hợm|bẩn|cút
đồ què|đồ mù|đồ lùn|đồ béo|đồ mập|đồ thọt|đồ điếc|đồ khuyết tật|thằng què|thằng lùn|thằng mù|con lùn|con béo|con mập .. mà|như|cũng|biết gì|thì|này
béo|mập|xấu|đen|lùn .. như .. con heo|heo|lợn|con lợn|ma|quỷ|cột nhà cháy|cóc|con cóc
già .. mà|rồi .. không nên nết|lẩm cẩm|không nên thân
già đầu|già cả|già khú .. mà|còn|rồi .. ngu|dại|không nên|bày đặt
`;

/** Threats, and wishes that somebody harm themselves. */
export const threats = `
biết|tìm ra|tra ra|mò ra .. nhà|địa chỉ|chỗ ở|chỗ làm|trường con .. mày|mi|bây
tao|bố mày|ông mày|bọn tao|anh em tao .. biết|tìm|tra|có .. nhà|địa chỉ|chỗ mày
liệu hồn|liệu thần hồn|cẩn thận cái mạng|coi chừng cái mạng|coi chừng tao|liệu cái thần hồn|cẩn thận cái mồm|coi chừng cái mồm|giữ mồm giữ miệng
tao|bố mày|ông mày|ông đây|bọn tao|chúng tao .. đập|chém|giết|xử|đánh|xiên|tìm đến|cắt|thịt|đốt|đâm|bẻ cổ|vả|tát .. mày|mi|bây|nó|chúng|chết|nhà|cả nhà
gặp|thấy|để tao gặp|đừng để tao|mà ra đường .. mày|ngoài đường|ở đâu|tao .. đánh|đập|đấm|xiên|chém|là|no đòn|biết tay
cho .. mày|nó|chúng nó|thằng này|con này .. một trận|ăn đòn|nhập viện|ăn kẹo đồng|về với đất|biết thế nào|đi gặp|một nhát|no đòn|bầm dập|què|tàn phế
đánh|đập|chém|xiên|đâm|bắn|chặt|đốt|thiêu|xử .. chết|nát|vỡ mồm|gãy cổ|gãy chân|bỏ mẹ|sống|què .. mày|mẹ mày|mẹ nó|cả nhà mày|cả lũ|bọn mày|chúng mày
ra đường .. cẩn thận|coi chừng|nhớ|đừng để .. tao|xe tải|xe|bị đập|ăn đòn|chém|đánh
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
`;
