// Own list: contempt without a bad word, and threats, as comments have them. Patterns in NFC and lower case, one a line:
// `..` stands for up to four words of the same sentence, `|` for "or".

/** Those who are spoken to. */
export const you = 'bạn|mày|mi|anh|chị|ông|bà|cậu|cưng|em|chú|cô|mấy người|các người';

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
đầu .. chỉ để|sinh ra để|để .. mọc tóc|đội mũ|đội nón|đội tóc
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
phí|uổng|uổng công|phí công .. ăn học|cơm cha|cha mẹ nuôi|bố mẹ nuôi|nuôi nấng
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
quên|chưa|hết .. uống thuốc .. à|hả|hay|rồi|nên
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
khỉ|bò|lợn|heo|vượn|chó .. biết|mặc áo|đội lốt|đội mũ .. nói tiếng người|gõ phím|làm người|lên mạng|comment|bình luận
# compared to what has another name
chuyện|bài|phim|nhạc|mặt|nói|chơi|làm|ý thức|game .. như .. lìnk|qq|cật|củ cật|cái quần|l|lờ|cờ|cc|cứt|hạch
phản động .. chó
thằng|lão|con mẹ .. nắng cực
# told off as from above
cái mồm|cái miệng|mồm|miệng .. đi trước|nhanh hơn|chạy trước .. não|óc|đầu
nhớ|quên|khỏi|ra đường .. mang|mang theo|đem|đem theo|xách theo .. não|óc
trời cho|cho .. miệng|mồm .. não|óc|chất xám
bình luận|comment|nghe|phát biểu .. xong .. thấy .. thông minh hẳn|thông minh ra
trí tuệ|nhận thức|iq|hiểu biết .. chưa tới|chưa đến|chưa được|thua|dưới .. hai chữ số|chữ số|mức sàn|con cá|con gà|đứa trẻ
dựa cột mà nghe
kém|dốt|thiếu hiểu biết|kém hiểu biết .. đừng|còn|mà .. phơi ra|khoe ra|thể hiện|tỏ ra nguy hiểm|lớn tiếng
khôn|hiểu biết|suy nghĩ .. không bằng|thua|chẳng bằng .. đứa trẻ|con nít|đứa con nít|con chó|trẻ lên ba|con vật
chó|bò|heo|lợn|trâu|con vật .. còn .. khôn hơn|biết nghĩ hơn|biết điều hơn|tử tế hơn|có ích hơn .. ${you}
vô văn hóa|vô văn hoá|vô duyên|kém cỏi|trơ trẽn|xạo|láo|hỗn .. vừa thôi|vừa phải thôi|nó vừa
bình luận|phát biểu|ý kiến|câu nói .. ngu ngơ|nhảm nhí|thiểu năng|thiếu não|ngớ ngẩn .. nhất
tuổi|tuổi rồi|tóc bạc|tuổi đầu|chừng ấy tuổi .. mà .. như trẻ con|như con nít|không ra gì|không nên hồn|không ra hồn
loại|hạng|loại người|thể loại .. vô ơn|trơ trẽn|trơ tráo|nịnh trên nạt dưới|hai mặt|ăn theo nói leo|gió chiều nào|bẩn tính .. như .. ${you}
tao|tôi|tui .. mà có|có .. con|em|cháu|chồng|vợ .. như mày|như bạn|như anh|như chị|như ông|như bà .. chắc|thì|là
bớt|thôi .. ảo tưởng|hoang tưởng|tự huyễn|làm màu|xàm|sủa .. đi|lại|bạn|giùm
tưởng .. mình|bản thân .. hay lắm|giỏi lắm|ngon lắm|thông minh lắm|ghê gớm lắm|là trung tâm
là cái thá gì
tiến hóa thất bại|tiến hoá thất bại|giáo dục bất lực|sản phẩm lỗi
về|đi .. khám não|chụp não|khám đầu óc|chữa bệnh .. đi .. rồi|đã
vấn đề .. đọc hiểu|đầu óc|thần kinh|nhận thức .. à|hả|hay sao
uống|dùng .. thuốc .. chưa mà|hay chưa mà
cho ăn học|nuôi nấng|nuôi .. ra cái .. thứ này|của nợ|sản phẩm|loại này
nói|nói chuyện|giải thích .. với .. ${you} .. như|khác gì .. đàn gảy|nước đổ|nói với cái đầu gối|nói với vách
ăn không ngồi rồi|ở không ngồi rồi|vô công rồi nghề .. soi mói|phán|lên mạng|đi soi|cào phím
vô dụng|vô duyên|vô tích sự|đanh đá|lố bịch .. hết phần
lên mặt|thích|bày đặt|giỏi|lo .. dạy đời|dạy khôn
chỉ đáng|không đáng|đáng .. xách dép|bưng nước|lau giày
xin mẹ|hỏi lại mẹ|nhờ mẹ|về mẹ .. dạy lại|cách nói chuyện|cách làm người|làm người
nhục|xấu hổ|ngượng .. thay cho|giùm|hộ .. cha mẹ|bố mẹ|${you}
con người|người đâu|loại|làm người|đàn ông .. mà .. hèn|nhục|rẻ rách|bần tiện|bẩn tính|tiểu nhân|hèn hạ|nhạt nhẽo
hùa theo|a dua|kéo nhau .. như .. cừu|vẹt|lừa|bò|bầy cừu|đàn vẹt|lũ lừa|đàn bò
chẳng đứa nào|không đứa nào|chả thằng nào|đứa nào cũng .. có não|biết nghĩ|ra hồn|mất não
đọc|nghe|nhìn|thấy .. ${you}|mặt .. muốn ói|buồn nôn|mắc ói|muốn nôn|phát tởm|tụt iq|tụt mất
loại|hạng|cỡ|tầm|trình .. như .. ${you} .. thì|mà|cũng|chỉ|đòi|đừng|biết gì|im
${you} .. là ai|là cái gì|nghĩ mình là ai|tưởng mình là ai .. mà .. dạy|nói|đòi|phán|lên tiếng
nghĩ|tưởng .. mình là ai .. à|hả|thế|vậy|mà
im đi|im giùm|im lại|câm đi|câm lại|ngậm miệng .. cho .. lành|nhờ|người ta
xấu|ngu|dốt|quê .. mà .. chảnh|còn sĩ|còn đòi|bày đặt|tưởng đẹp
đồ|thứ|lũ|bọn .. ảo tưởng|mất não|vô não|không não|thiếu não|mạt hạng|nửa mùa|đạo đức giả|hèn nhát|hoang tưởng|ngáo
não|óc .. để ở đâu|để đâu|ở dưới mông|dưới mông|ở mông|dưới gót|để ở nhà
có não|có óc .. không|ko|mà|thì .. nghĩ|vậy|hả|à|thế|dùng
bị mù|mắt mù|bị điếc|tai điếc|mù chữ|mù mắt .. à|hả|hay sao
như thằng hề|như con hề|thằng hề này|con hề này|đúng là trò hề|trò cười cho thiên hạ
hỉ mũi chưa sạch|vắt mũi chưa sạch|miệng còn hôi sữa|nứt mắt ra .. mà|đã|bày đặt|đòi|lên
oắt con|nhãi ranh|ranh con|nhãi con .. mà|biết|cút|im|này|đòi
bố mẹ|cha mẹ|ba mẹ .. không|ko|chưa|quên .. dạy .. ${you}|à|hả|hay sao
không ai dạy|không được dạy|không có ai dạy .. à|hả|${you}
ăn|học|uống .. cho lắm .. mà|rồi|vào .. ngu|dốt|đần
ra gió .. bệnh|bớt
chắc|đang|hôm nay .. khoa thần kinh|bệnh viện tâm thần|trại tâm thần .. mở cổng|thả ra|xổng
# schooling, looks and money
biết đọc|biết chữ .. không|ko .. hay|mà .. chỉ nhìn|bị mù|mù chữ|phán
ít học|vô học|thất học|thiếu học|học ít|học dốt .. thì|mà|nên .. nói ít|im|đừng|bớt|câm|hay cãi|đòi|thích|còn
học hành|đi học|ăn học .. kiểu gì|thế nào|cho lắm .. mà .. viết|nói|dốt|sai|ngu|không ra
${you} .. không được|chưa được .. giáo dục|dạy dỗ|dạy bảo .. à|hả|phải không|tử tế
như kẻ|như đứa|như người|đúng là kẻ|đúng là đứa .. không được giáo dục|thiếu giáo dục|vô giáo dục|không được dạy|thất học|vô học
mặt|mặt mũi|bản mặt|dáng|người|ngoại hình .. thế kia|như thế|thế này|như vậy|kiểu đó|vậy .. mà|cũng .. đòi|bày đặt|tưởng|mơ|dám
nhìn|trông|thấy .. mặt|bản mặt|cái mặt .. muốn ăn cơm|hết muốn|muốn tát|muốn đấm|muốn đánh|mất cả|phát ghét|phát chán|đã ghét|đã thấy ghét|đã thấy ngu
béo|mập|xấu|lùn|đen|ế|già|nghèo .. như thế|thế|vậy|như vậy|thế kia .. ai mà thèm|ai thèm|ai mà ngó|ai ngó|ai mà lấy|ma nào thèm|chó nó thèm
nghèo|ế|già|xấu|bất tài|dốt .. mà|lại|còn .. sĩ diện|bày đặt|đua đòi|ra vẻ|chảnh|khinh người|kén cá
nghèo|kém|thua|thất bại .. nên|rồi|thì .. ghen ăn tức ở|ghen tị|ganh tị|đố kỵ|cay cú .. chứ gì|à|hả|chắc|đúng không
trông|nhìn|ăn mặc .. như|giống .. gái đứng đường|gái bán hoa|con điên|thằng điên|ma nơ canh|con hề|thằng hề|ăn mày|thằng nghiện
xấu như ma|xấu như quỷ|xấu kinh|xấu phát khiếp .. mà|cứ|còn|vẫn .. thích|đòi|khoe|bày đặt|lên
nhạt như nước ốc|nhạt nhẽo|nhàm chán|vô vị .. như|người gì|thế này|mà .. ${you}|mà|ai|chán
# failures
nỗi xấu hổ|nỗi nhục|nỗi ô nhục|vết nhơ .. của|cho .. gia đình|dòng họ|cha mẹ|bố mẹ|trường|xã hội
bố mẹ|cha mẹ|ba mẹ .. ${you} .. buồn|nhục|xấu hổ|hối hận|khổ .. lắm|vì|khi|chắc
nhìn|trông|đọc|nghe .. ${you} .. là .. biết|thấy|hiểu .. thất bại|kém|trình|vô học|ngu|dốt|loại người|hạng người|chán
mở mồm|mở miệng|cất mồm|cất giọng|há mồm|gõ phím .. ra|là .. thấy|lộ|biết .. trình độ|ngu|dốt|vô học|thối|đẳng cấp|hôi
${you} .. mở mồm|mở miệng|thở|phán|nói .. câu nào|lời nào .. ngu|chán|dốt|hôi|thối|câu đó
làm nên|nên .. trò trống|cơm cháo .. gì
${you} .. chỉ giỏi|chỉ được cái|được mỗi cái|giỏi mỗi .. bắt nạt|to mồm|mồm|nói phét|chém gió|sủa|phá|ăn bám|nịnh|đú|cãi cùn|võ mồm
chỉ được cái|chỉ giỏi|được mỗi cái|giỏi mỗi .. to mồm|nói phét|võ mồm|bắt nạt|ăn bám|cãi cùn|nói leo|nịnh bợ|đú đởn
chỉ|cũng chỉ|toàn .. là .. hạng tép riu|tép riu|hạng ruồi|đồ tép riu|hạng xoàng|đồ thừa|rác rưởi
một lũ|cả lũ|đúng là lũ|toàn một lũ|đúng là bọn|một bọn|cái lũ .. ăn hại|phá hoại|vô dụng|bất tài|ăn bám|hám danh|dốt nát|háo danh|giá áo túi cơm|đầu đất|mất gốc
sống lỗi|sống bẩn|sống chó|sống đểu|sống giả tạo .. bảo sao|thế|như|nên|mà .. không ai|chẳng ai|chả ai|ai|${you}
${you} .. nên|đi|cần .. khám|gặp|điều trị .. bác sĩ tâm thần|bác sĩ tâm lý|khoa tâm thần|bệnh viện tâm thần|tâm thần|thần kinh
người như|loại như|kiểu người như|thể loại như .. ${you} .. tôi gặp|gặp|chỉ|đầy|thiếu gì|nên|không xứng|không đáng
bớt .. thể hiện|làm trò|diễn|ra vẻ|nổ|chém|lố .. lại|đi|giùm|hộ|dùm .. lố|nhục|ngứa mắt|buồn cười|rác|${you}|trông
đừng|thôi đừng|đừng có .. lấy|đem|mang .. cái dốt|cái ngu|sự ngu dốt|cái ngu dốt .. ra|của .. mà|cãi|khoe|đây|mình
lo .. cho|lấy .. cái thân|thân .. ${you}|mình .. trước đi|xong chưa|chưa xong
nói chuyện|tranh luận|tiếp chuyện|trả lời .. ${you} .. tốn|phí|mất|chỉ tổ|uổng .. thời gian|thì giờ|lời|nước bọt|công
phóng viên|nhà báo|tòa soạn|tác giả|biên tập viên|thằng viết|đứa viết .. viết|viết bài .. bằng chân|bằng mông|ngu|như trẻ|như học sinh|như cứt|lá cải|như hạch
báo lá cải|báo rẻ rách|tờ báo rác|phóng viên rác|nhà báo rác|kền kền .. phóng viên|viết|đăng|dẹp|câu view|đói tin
mà|thế mà .. cũng đòi|đòi .. làm|xưng .. nhà báo|phóng viên|chuyên gia|giáo sư|thầy|bác sĩ|người
tưởng .. ${you} .. hay|giỏi|ngon .. lắm|ai dè|hóa ra
tiền .. mua .. mà .. không có tiền .. mua .. não|liêm sỉ|lương tâm|sách
bám|núp|dựa|sống bám .. váy mẹ|vào mẹ|mẹ nuôi|bố mẹ nuôi|tiền bố mẹ|tiền vợ .. mà|còn|cũng|suốt .. to mồm|lên mặt|lên giọng|dạy|sĩ|phán|bày đặt
mẹ nuôi|bố mẹ nuôi|vợ nuôi|ăn bám .. mà|còn|cũng .. to mồm|lên mặt|lên giọng|dạy|sĩ|phán|bày đặt
bỏ học|nghỉ học|học hết|thôi học .. từ lớp|lớp mấy|lớp 1|lớp một|lớp 2|lớp 3|mẫu giáo .. vậy|à|hả|thế|đúng không|mà
tuổi đầu|tuổi này|tuổi rồi|chừng này tuổi|ngần này tuổi|bằng này tuổi .. còn|mà|vẫn .. ngu|dại|ăn bám|viết sai|không biết|chưa khôn|ngây ngô|trẻ trâu|bám váy
trông|nhìn|mặt|người|dáng|bụng .. như|giống .. thùng phi|con lợn|con heo|con khỉ|con cóc|quả bí|bánh bao thiu|cái chum|con bò|đười ươi|vượn|lợn sề|xác chết trôi
ngoài đời|đời thật|thực tế .. ai thèm|ai mà thèm|không ai thèm|chó nó .. nhìn|ngó|chơi|yêu|quan tâm|lấy|tin|thèm
đầu óc|cái đầu|óc .. bã đậu|đất sét|rỗng|rỗng tuếch|đậu phụ|bùn|nông cạn|ngắn ngủn .. thế|bảo sao|mà|vậy|như|hèn
người ta|thiên hạ|ai cũng|cả làng|cả nước .. khinh|cười|chửi|ghét|tránh|coi thường .. cho|mà|vào mặt .. không biết nhục|còn không biết|chưa biết nhục|vẫn trơ|không biết xấu hổ|mặt dày
không biết|không có|chẳng biết|hết biết .. nhục|liêm sỉ|xấu hổ|ngượng .. là gì|là chi|à|hả|sao|mà|luôn
hát|nói|cười|giọng|giọng hát|giọng nói|khóc .. như|nghe như|giống .. lợn bị chọc tiết|heo bị chọc tiết|chó sủa|bò rống|vịt đực|mèo bị dẫm|đấm vào tai|tra tấn|lợn kêu|quạ kêu
bất tài|tài cán không|không có tài|dốt|vô dụng|tài cán .. mà|còn|lại|không có mà .. lên mặt|lên lớp|dạy đời|dạy dỗ|to mồm|chảnh|hống hách|ra oai|lên giọng
con nhà|con cái nhà|trẻ nhà .. không ai dạy|vô giáo dục|mất dạy|không có giáo dục|vô phúc|không được dạy
chắc|chắc là|toàn|đúng là .. mua bằng|bằng mua|chạy điểm|chạy chức|bằng giả|đi cửa sau|mua điểm .. chứ|ngoài chợ|à|mà|nên|rồi|thôi
chồng|vợ|người yêu|bồ .. bỏ|chán|chê|đá .. là phải|là đúng|cũng phải|đáng|cho là .. tính|nết|ai|thế|vậy|loại|người
tính nết|nết|cái nết|ăn ở .. thế|vậy|như thế|như vậy|kiểu đó .. ai .. chịu nổi|chịu được|thèm lấy|dám lấy|dám yêu|ưa|thương
ký sinh|kí sinh|ăn bám|đỉa|sâu mọt .. tiền thuế|tiền dân|của dân|xã hội|nhà nước|bố mẹ
mồm|miệng|sủa|nói|chửi .. không mỏi|không thấy mỏi|mỏi chưa|không biết mệt .. mồm|à|hả|miệng|mõm|sao
viết|câu chữ|câu cú|văn chương|trình độ|kiến thức .. như|chỉ bằng|không bằng|thua .. học sinh tiểu học|trẻ lớp ba|trẻ lớp một|trẻ lớp 1|học sinh lớp 1|học sinh lớp một|mẫu giáo|trẻ con lớp
vợ con|con cái|chồng con|gia đình|học trò|bạn bè .. ${you} .. chắc|hẳn|phải .. xấu hổ|nhục|tủi|ngượng|khổ .. vì|lắm|với
nhục|xấu hổ|thất vọng|ê mặt|mất mặt .. cho|thay|vì .. gia đình|cha mẹ|bố mẹ|dòng họ|con cháu|nghề|cả họ .. ${you}|có|đẻ|vì|có đứa
${you}|thằng này|con này|ông này|bà này .. đúng là|quả là|chỉ là|chắc là|rõ là .. thảm họa|kẻ thất bại|đồ bỏ đi|kẻ bất tài|trò hề|trò cười|đống rác|phế phẩm|kẻ vô dụng|của nợ|cục nợ|phế vật|đồ thừa|kẻ hèn|kẻ ngu
${you} .. xứng đáng|xứng|đáng .. bị|với .. khinh|cô đơn|bỏ rơi|ghét|đuổi|thất bại|chê cười|bỏ mặc|như thế lắm
thứ|đồ|loại|hạng|cái ngữ .. ăn cháo đá bát|ăn cây táo|vô ơn|vong ân|bội bạc|tham lam|ích kỷ|lật lọng|lươn lẹo|bần tiện|nhỏ nhen|hợm hĩnh|lố bịch|rởm đời|kém cỏi|dở hơi|thần kinh|hâm dở|vắt chanh
câm|ngậm|khép|đóng .. cái mồm|cái miệng|mồm|miệng|mõm .. lại|đi|vào .. ${you}|cho|giùm|hộ|nhờ|đi
mồm|miệng|cái mồm|cái miệng .. thối|hôi|bẩn|thúi|như cống|như hố xí|như cái loa .. thế|mà|quá|như|nói|bớt
${you} .. não|óc|iq|đầu .. có vấn đề|bị hỏng|bị lỗi|úng|chập|hỏng|lag|thiếu|ngắn .. à|hả|thật|rồi|không|nặng|hay
ai cho|ai cần|ai mượn|ai khiến|ai nhờ|ai hỏi .. ${you} .. lên tiếng|sủa|phán|dạy|xía|xen vào|ý kiến|chõ mõm|lo|nói
chõ mồm|chõ mõm|chĩa mồm|xía mồm|xỏ mồm .. vào|chuyện|việc|làm gì
`;

const folk = 'dân|người|bọn|lũ|tụi|đám|gái|con gái|trai|đàn ông';
const places =
  'thanh hóa|thanh hoá|nghệ an|hà tĩnh|hải phòng|nam định|quảng ninh|miền bắc|miền nam|miền trung|miền tây|xứ nghệ|hà nội|sài gòn|bắc|nam';

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
bê đê|pê đê|đồng tính|bóng lộ|chuyển giới|les|gay .. bệnh hoạn|biến thái|ghê tởm|tởm|trái tự nhiên|dị hợm|bẩn|cút
đồ què|đồ mù|đồ lùn|đồ béo|đồ mập|đồ thọt|đồ điếc|đồ khuyết tật|thằng què|thằng lùn|thằng mù|con lùn|con béo|con mập .. mà|như|cũng|biết gì|thì|này
béo|mập|xấu|đen|lùn .. như .. con heo|heo|lợn|con lợn|ma|quỷ|cột nhà cháy|cóc|con cóc
già .. mà|rồi .. không nên nết|lẩm cẩm|không nên thân
già đầu|già cả|già khú .. mà|còn|rồi .. ngu|dại|không nên|bày đặt
${folk} .. ${places} .. toàn|chỉ có|rặt|rặt một|chuyên|hết lượt .. trộm cắp|lừa đảo|du côn|côn đồ|đào mỏ|ham tiền|lẳng lơ|lươn lẹo|nghiện|gian manh
${folk} .. ${places} .. du côn|gian lận|gia trưởng|vũ phu|sĩ diện hão|ham tiền|đào mỏ|lẳng lơ|mất vệ sinh|vô ý thức
bắc cụ|bắc kỳ|bắc kì|parky|nam kỳ|nam kì .. vào|vô|là|thì|lười|nhậu|dốt .. gian lận|làm hỏng|giả tạo|cút|về ngoài|nghèo là|khá nổi|nhậu
người 36|dân 36|người 37|dân 37|dân tỉnh lẻ|dân nhà quê .. gian|lươn lẹo|tham|bẩn|vô ý thức|mất vệ sinh
đồ|lũ|bọn|tụi .. nhà quê|tỉnh lẻ|rau muống|giá sống|cá rô cây .. mà|lên|lại|cũng|thì|làm|cút|bày đặt
đàn bà|phụ nữ|con gái|gái|mấy mụ .. lái xe|làm sếp|làm quan|học cao|giỏi giang|độc lập .. chỉ có|chỉ tổ|cuối cùng|làm gì .. hỏng|gây họa|loạn|ế|hầu chồng|đẻ
đàn bà|vợ|con vợ .. không|ko|k .. dạy|đánh|uốn nắn .. hư|leo lên đầu|trèo đầu|lên đầu
con trai|đàn ông|trai .. mà|gì mà .. khóc|nấu ăn|nấu cơm|rửa bát|ẻo lả .. khác gì|chả khác .. đàn bà|bỏ đi|con gái
mặc .. kia|vậy|hở|ngắn|thế .. hiếp|sàm sỡ|quấy rối .. là đáng|đáng đời|phải rồi|đúng rồi
con gái|gái|đàn bà .. mà .. xăm|xăm trổ|hút thuốc|đi bar|mặc hở .. chỉ có|toàn|là loại|là hạng|thì
gái|con|bà cô .. ế|quá lứa|chưa chồng|chồng bỏ .. thì|mà .. câm|im|ai thèm|ma nó lấy
bọn tàu|lũ tàu|người tàu|tàu khựa|bọn ấn độ|tụi ấn độ|bọn hồi giáo|tụi hồi giáo|lũ hồi giáo|bọn da đen|tụi da đen|lũ da đen|đám da đen|bọn da màu|đám da màu .. bẩn|ở bẩn|bẩn thỉu|hôi|hôi hám|trộm cướp|hiếp dâm|khủng bố|ăn xin|xả rác|phá|man di|cút|đuổi|mất nết
thằng|con|đồ .. què|thọt|mù|câm|lùn|điếc .. mà .. cũng|đòi|bày đặt
đồ mồ côi|loại mồ côi|đồ con hoang|thứ con hoang|loại con hoang|đồ con rơi|thứ con rơi|đồ không cha|thứ không cha|loại không cha
ú|béo|mập .. như con heo|như con lợn|như cái thùng phi .. mà|còn|đòi
ẻo lả|ái nam ái nữ|nam không ra nam|bê đê|pê đê|lgbt|bọn đồng tính|chuyển giới .. buồn nôn|phát tởm|bệnh hoạn|mắc ói|nhốt lại|nhốt hết|nên cấm|tâm thần
bọn trẻ|lũ trẻ ranh|lũ già|bọn già|đám già|lũ trẻ .. vô dụng|mất dạy|bảo thủ|gàn dở|ăn bám|chết bớt|biến đi|vô học
dân|lũ|bọn .. công nhân|xe ôm|ve chai|đồng nát .. biết gì|trình độ gì|mà đòi
đàn bà|phụ nữ|con gái .. toàn|đều|chỉ là|rặt .. ngu|dốt|lắm mồm|hám tiền|tham|phù phiếm|vật trang trí|máy đẻ
đàn ông|con trai .. toàn|đều .. đểu|khốn|tồi|hèn|rác|bạc bẽo
ghét|khinh|tởm .. bọn|lũ|tụi|dân|cái giống|thứ dân .. ${places}
cút|xéo|biến .. về .. bắc|nam|ngoài đó|trong đó|rừng|quê|tàu|nước mày|campuchia|trung quốc
việt kiều|bọn hải ngoại .. rửa chén|rửa bát|lau nhà .. mà
bọn mọi|lũ mọi|dân mọi|dân rừng rú|người thượng .. thì|biết gì|ở bẩn|lạc hậu
dân tỉnh lẻ|dân nhà quê|lũ nhà quê|bọn nhà quê|dân quê|đám nhà quê .. mãi|cứ|đòi|bày đặt|làm như .. chỉ thế|thế thôi|sang|ông hoàng|bày đặt|lên mặt
${folk} .. vùng đó|vùng ấy|miền đó|miền ấy|tỉnh đó|tỉnh ấy|xứ đó|chỗ đó|quê đó .. chơi bẩn|bẩn|chỉ giỏi|moi tiền|sống bẩn|không ai ưa|có tiếng .. tiền|tiếng|rồi|lọc lừa|lươn|moi
${folk} .. vùng đó|vùng ấy|miền đó|miền ấy|tỉnh đó|tỉnh ấy|xứ đó|quê đó|${places} .. moi tiền|đào mỏ|chơi bẩn|chơi đểu|sống bẩn|lươn lẹo|hai mặt|khó ưa|lừa lọc|phá làng|trộm vặt|bủn xỉn|ki bo
đàn bà|phụ nữ|con gái|mấy bà|mấy chị .. thì|mà .. ở nhà|về .. cơm nước|bếp|chồng con|con cái|nấu nướng|bếp núc .. bàn chuyện|bàn chính trị|đòi|biết gì
đàn bà|phụ nữ|con gái|mấy bà|mấy chị .. cầm vô lăng|cầm lái|lái xe|làm lãnh đạo|chạy xe .. là tai nạn|là có họa|là hỏng|là loạn|thì loạn|thì toang|là toang
đồng tính|bê đê|chuyển giới|les|gay|lgbt .. nên|phải .. đi chữa|tiêu diệt|cấm cửa|dẹp|nhốt
bọn|lũ|tụi|đám|cái bọn|mấy thằng|mấy đứa .. dân tộc|thiểu số|vùng cao|miền núi|người mèo|nhập cư|theo đạo|đạo đó|ngoại đạo|tôn giáo đó .. lười|lười chảy thây|bẩn|cuồng tín|cuồng|ăn bám|lạc hậu|dốt|mê muội|ngu muội
mấy ông già|mấy bà già|đám già|người già|mấy lão già .. bảo thủ|lẩm cẩm|cổ hủ|gàn dở .. nên nghỉ|về vườn|khuất mắt|chết
lũ|bọn|đám .. trẻ|gen z|genz|2k|trẻ bây giờ .. vô dụng|mất gốc|rỗng tuếch|vô ơn|ăn hại
dân|người|gái|trai|bọn .. xứ ấy|xứ đó|tỉnh đó|vùng đó|miền đó|${places} .. là .. tôi cạch|cạch mặt|tôi né|tôi tránh|tôi khinh|tôi ghét|biết gian|đủ hiểu
đàn bà|phụ nữ|con gái|vợ|gái .. không biết đẻ|không đẻ được|không biết nấu|vô sinh|ế|qua một đời chồng|bỏ chồng|chửa hoang .. thì|là .. vứt|bỏ|đồ bỏ|vô dụng|ai thèm|ai lấy
trai|đàn ông|con trai|thằng .. õng ẹo|ẻo lả|uốn éo|như con gái|như đàn bà|son phấn .. nhìn|muốn|thấy|mà|bệnh .. đấm|tởm|ói|ghê|ngứa mắt|nôn|ghét
bọn|tụi|lũ|mấy thằng|đám .. da đen|da màu|tàu|ấn|hàn|tây|hồi giáo|do thái|châu phi|campuchia|lào .. hôi|bẩn|ở dơ|cút|đừng cho|trộm|man rợ|mất dạy|gian|thối
mấy đứa|bọn|lũ|đám|tụi|cái bọn .. quê mùa|nhà quê|tỉnh lẻ|ở trọ|nhập cư|dân trọ .. làm bẩn|làm xấu|phá|cút|biến|về quê|làm chật|bẩn|lên đây
`;
