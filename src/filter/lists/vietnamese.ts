// From "Vietnamese offensive words" (MIT, copyright 2023 Blue Eyes) and "eris" (MIT, copyright 2022 Nguyễn Quang
// Sáng), pruned by hand and completed. In NFC and lower case, one entry a line, matched as whole words;
// `a|b c` stands for `a c` and `b c`. A sign after an entry says when it counts typed without its marks
// (otherwise: a word of several where the comment is written without marks):
//   !  everywhere    ^  in comments with marks; in those without as weak evidence    ?  weakly in those without
//   ~  only in comments with marks
//   =  never
//   %  the entry counts only where it was hidden: spaced or dotted apart, starred, with digits for letters

/** Obscene words and what is made of them. */
export const vulgar = `
# buồi, cặc, dái
buồi ~
đầu bùi|bòi =
đầu buồi ^
con|cái|củ|như|thằng|ăn|bú buồi ^
buồi gì|à|ấy ^
cái con buồi !
bú|mút|liếm|ngậm cặc|buồi|dái|cu|lồn !
cặc ~
cặk|kặc|cẹc|căc|cặt =
con|cái|củ|như|vãi|đầu|cả cặc ^
cặc gì|à|ấy|chứ|nhé ^
con|củ|vãi|đầu|bú cặc
cặt mày
con cẹc
dái =
zái =
hòn dái
bú buồi|dái|cặc
buscu
concac|concak|caiconcac|caiconcak|nungcak|daubuoi|caidaubuoi
con kak|kac|cak
như kak|kac|cak
# lồn and its disguises
lồn =
lìn|lôn =
lìnk|nìn|nồn =
con|thằng|đồ|cái|mặt lắc cồn =
con|thằng|đồ|cái|mặt cồn lắc =
thằng|mày|đồ|như|ăn|bú củ|con|cái cật =
lồn mẹ|má|mày|bà|nó|này|gì|què ^
mặt|ngu|như|vãi|cái|con|xàm|xạo|ăn|củ|đĩ|mồm|mõm|nứng|rách|bú|liếm|sấp|thằng|bà|óc|cả|láo|rảnh|hãm|cạo|khôn lồn ^
ngu|vãi|xàm|xạo|nứng|mặt|mõm|mồm lồn !
cái lồn má|mẹ|gì|mày|bà
mặt|vãi|xàm|xạo|như|sấp|con|ngu lờ|lồng =
vãi lìn|lềnh|lờ|cứt|đái|nồi|chưởng|lòn|lol
vãi cả lồn|lìn|loz|lol|nồi|lờ|đái
loz|lozz|vloz|vlol|vlon|vleu
vailon|vailol|vailoz|cailol|cailoz|matlol|matloz|matlon|nhulon|sapmatlon|sapmatlol|sapmatloz|nuglol|nuglon
thml|thangml
xàm|xạo|ăn|cái|con|củ|má|mặt|mõm|mồm|ngu|như|nứng|tuổi|vãi|rảnh|hãm|mát|vạch lol
lol gì|má|mẹ
mặt|xàm|xạo|như|vãi l
ngu|mặt l
như cái l|loz|lol|lồn
vờ cờ lờ
vê|vờ lờ
cờ lờ gờ tờ
nốn lừng
đỗn lì =
cái lề gì thốn
sml|tml|clgt|clg|clm|clmm|vl|vcl|vkl|vcc|vcđ|vcll|vll|vlll|clmn|dcl|ccmm|cmm|cmn|cmnl|cmnr|ccmn|vloi|vlxx
cc =
như|làm|cái|ăn|con|là|bú|đầu|vãi|thằng cc|cl|cax
cc gì|j|ấy|à
cái cl|con cl|làm cl|như cl
con|thằng ml
ml mày
cái xl
# địt, đụ
địt ^
đjt|djt|đỵt|đis|đit|dịt|đjtme|djtme =
địt mẹ|má|con|cụ|bố|cha|bà|nhau|tổ|vào|mày|đéo !
địt con mẹ !
dit me|con|cụ|bố mày|nó
đis|dis mẹ|má|con|cụ
địch|đích mẹ|cụ|con|má mày|nó|nhà|mẹ
địch mẹ|cụ
dit cu may
địt nhau|chết|cả|hết|thằng|lũ|bọn|chúng|cái !
ditme|ditcu|ditcon|ditconme|ditconmemay|ditmemay|địtmẹ|địtconmẹ
đm|đmm|đmmm|đcm|đcmm|đkm|đkmm|dcm|dcmm|dkm|dkmm|dmm|dml|dmcs|đmn|đmcs|đml|đmnt|đcmn|đcmd|dcmn|đmđ|đmcm|ddm|đmđm|địtmm =
dm ^
dm mày|thằng|con|nó|bọn|lũ|chúng|cái|cả|đời|thế|sao|đứa|tụi|ông|bà|cha
đ|d m|mẹ|má|mịa mày|nó|thằng|con|lũ|bọn|chúng
đ mẹ|má|mịa|cụ|biết|hiểu|ai|thèm|quan
đờ mờ =
đê mờ =
đê ma ma
đờ cờ mờ
đê ca|cê mờ
đờ ma ma
đệch|đệt|đậu|đù|đú|đìu|đụ|đu|đìuu mẹ|má|mé|cha|mịa =
đệch|đệt|đụ =
á đù|đệt|đìu =
đụ mẹ|má|mày
đụ bà|cha|cụ|nó|chúng =
du ma may
du me may
duma|dume|duoma|douma
# đéo
đéo ^
đéo ai|hiểu|biết|thèm|quan|tin|chịu|muốn|dám|ngờ|hề|mẹ|bao|cần !
đéo có|phải|gì|j|làm|còn|nói
đéo thấy|được|đc|dc|ra|khác|thể|sao|nghe|coi|xem|đọc|bằng|liên|hay|chơi|lo|sợ|nên|để|nhìn|nghĩ|hợp|thích|đáng|xứng|tới|đến|thằng|bọn ^
biết|hiểu|thấy|cần|thèm|có|làm|nó|mày|tao|chả|cũng|mà|thì|chúng|ai đéo ?
đéo đeo =
đếch|đếk|đếu|đéll|đell|đel|đél|đách|đíu|éo|đeó|đíu =
déo|đeos|dell|deos|deó|đêl|dếch|đel =
dell biết|hiểu|chịu|ăn|thèm|ai|có|được|mẹ|gì|ra|phải|cần
# đĩ
đĩ =
đuỹ|đỹ|cđĩ|đỉ|điloz|đilon|đilol|diloz|dilol =
con|đồ|làm|lũ|bọn|loại|mấy|cái|thằng|thứ|gái đĩ|đỉ|đỹ =
con|đồ|làm|lũ|bọn|loại|gái điếm|phò
con|đồ|loại đĩ ^
con đĩ chó|điếm|mẹ|lồn|già|ngựa
con đĩ này|kia|đó
đĩ điếm
đĩ chó|ngựa|đực|thoã|thõa|mẹ|miệng|mồm =
điếm %
điếm thúi|thối|chó
phò phạch
gái ngành =
condicho|condime|condi
cave =
con|đồ cave|ca ve
đũy|đuỹ =
# what is done with it
chịch =
chịch nhau|gái|em|con
xoạc =
nứng =
nứng lồn|cặc
vãi =
vãj =
vãi ra|thật|chưởng|cả =
tởm|ngu|chán|xấu|nhục|hãm|kinh|dơ|bẩn vãi
liếm|bợ|đút|lỗ|chọc|bú đít
lỗ nhị
banh|xéo|dạng háng
chổng mông
cứt ^
cức|cứk|cưt =
ăn|như|đống|cục|cái|thằng|bãi|mặt|đầu|mồm|toàn|óc cứt
ăn cứt !
cuccut|cutcut
ỉa vào =
`;

/** Words that put somebody down. */
export const insults = `
# mothers, fathers, ancestors
con|đụ|biến|xéo|cút|đéo mẹ mày|nó|mi|đi !
con mẹ này|kia|đó =
mẹ|má|cha|bố|cụ mày =
mẹ mày ?
mẹ cha mày|nó|chúng|nhà|thằng|con|tụi|lũ
mẹ bà nó
mẹ kiếp|chúng|tụi|thằng|bọn mày|bây|này
mẹ kiếp
mẹ chúng mày
chết mẹ mày|nó|đi|hết|chúng|luôn
chết mẽ mày
chết mẹ
chết mịa|mje =
chết cụ|cha|bà|con mày|nó
chetme|chetmemay
bỏ|kệ|thấy mịa|mje|mja =
mịa|mọe|moẹ|mje =
kệ mẹ
kê mẹ =
kệ mẹ nó|mày|chúng
cút|biến|xéo|cúc|cut mẹ|mẽ|me|cụ
cút mẹ !
cút|biến|xéo mẹ mày|đi|nó
cút xéo
cút đi|về|khỏi thằng|đồ|lũ|con
cút về nước|quê|rừng|tàu|mẽo
mả mẹ|cha|bố|tổ =
tổ|tiên sư|cha|bố mày|bố|cha|nhà|chúng|tụi|bọn|thằng =
tiên sư =
bố nhà|thằng mày
bố láo|mày
bố mày =
bà|ông nội|cha|cố|tổ mày
bà mày|nó =
cha mày
cụ nhà mày
ông nội mày
lũ|bọn|tụi|chúng chúng|mày|bay mày|này
lũ|bọn|tụi chúng mày
chúng mày
con mụ
# dogs and other animals, said to people
óc lợn|bò|tró|trâu|vật|heo|lừa|tôm|cứt|bã =
oc chó =
óc bã đậu
óc chó ^
đồ|thằng|lũ|bọn|mày|bị óc chó
occho
chó má|đẻ|chết|ghẻ|cùn =
chó má
chó đẻ ^
cờ hó =
cờ chó =
con chóa|choá|chos|tró này|kia|đó|im|cút|biến
cẩu nô|nô tài|lệ
cẩu nô tài
quân|lũ|bọn|tụi|đám|thằng|đồ|loại|con|thứ chó đẻ|má|chết|ghẻ|săn|dại
thằng|đồ|bọn|lũ|tụi|quân|loại|đám|não|mồm|mõm|cái|láo|giống|mặt|thứ chó|chóa|tró|choá =
mồm|mõm|láo|óc chó ^
thằng chó
thèn|thk|thag|thằg|thằn|thg ngu|chó|điên|lờ|óc|khùng|mặt =
thằng|mồm|mõm chó
thằng|mồm|óc|láo chóa|tró !
cái mặt|mồm|thứ|lũ|đồ|giống chó
như chó|bò|lợn|heo|súc =
ngu|ngư|đần|dốt|óc|hèn|bẩn|xấu|thối|sủa|im|mày như chó|bò|lợn|heo|trâu|con|cứt|cc|lồn|vật|súc|c|tró
ngu như chó|bò|lợn|heo !
như con chó|lợn|bò|súc|đĩ =
bắc|nam|trung kỳ|kì chó
bắc|nam kỳ|kì chó !
nam cầy|cẩy =
backycho
chó sủa =
mày sủa|cắn
sủa bậy|bừa|càn|tiếp|gì|đi|nữa|như|lắm
hẵng|hãy|thích|câm|bớt|đừng|mày|ngừng|cứ|đi|biết|lại|toàn|chỉ|auto|lên sủa =
câm|bớt|đừng|ngừng|hẵng sủa
súc vật|sinh =
súc vật|sinh
lũ|bọn|đồ|thằng|loại|quân súc vật|sinh|sanh
đồ|thằng|lũ lợn|heo|bò|khỉ|vượn|giòi|trâu =
đồ|thằng lợn
thằng|con|cái|bản|đồ mặt lồn|lờ|l|lol|loz|cc|dày|chó =
thằng mặt lồn|chó
mặt dày|mẹt|mâm|lợn|chó =
chó %
lợn|heo %
con chó này|kia|đó|nào =
thằng chó này|nào|kia|đó
# stupidity, madness, low birth
ngu ^
thằng|con|đồ|lũ|bọn|dân|đám|mày|tụi|bè|thứ|loại|chúng|giống|mấy|cái|bị|vừa|toàn|là|nói|quá|rất|sự|cũng|câu|sao|càng|thật|óc|đúng|vẫn|còn|đã|thì|hơi|siêu|đầu ngu =
thằng|lũ ngu
đồ|bọn|mày|óc ngu ^
ngu bền|bỏ|dốt|đần|độn|học|lâu|người|ngục|quá|si|thế|thật|thì|vãi|vậy|vcl|vl|xuẩn|muội|ngốc|như|hết|nhất|mà|lắm|còn|cực|kinh|ghê|đéo|thôi|bm|vc|vkl|tới|đến|rồi|đấy|nhỉ|chưa|nữa|mới|không|thiệt|à|ạ|dân|gì|cmn|mẹ|nên|hay =
ngu dốt|đần|độn|xuẩn|si|muội|vãi|vcl|vl !
ngu học|người|lâu|như|ngục ?
ngu bền vững
ngu bỏ mẹ
ngu vừa thôi !
ngu lâu dốt
khùng|tởm =
quần què
đần|độn|dốt|đù|thiểu|thần %
đần độn
thằng|con|đồ|lũ|bọn|loại|tụi|đám|quân|thứ đần|điên|khùng|hèn|khốn|ngáo|ngốc|dốt|hãm|láo|bựa|hâm|đểu|tởm =
thằng|con|lũ|bọn|tụi|đồ|thứ đần|khùng|ngáo
con|thằng điên
con|thằng khốn
thằng|con|đồ|lũ|bọn|loại|tụi|quân|thứ bại não
thằng|con|đồ|lũ|bọn|loại|tụi|quân|thứ thiểu năng
thằng|con|đồ|lũ|bọn|loại|tụi|quân|thứ vô học|lại|ơn|loài =
thằng|con|đồ|lũ|bọn|loại|tụi|quân|thứ mất dạy|nết
thằng|con|đồ|lũ|bọn|loại|tụi|quân|thứ phản|phế|cặn|giẻ|lưu|bệnh|ba|ăn|tâm|ôn|vô|mạt phúc|vật|bã|rách|manh|hoạn|que|hại|bám|thần|dịch|liêm|hạng =
đồ|lũ|bọn ăn hại|bám|cướp
thằng dở hơi
thằng hèn
thằng|con|lũ|bọn|mấy|cái|bà|ông|tụi|mụ|lão|đứa này|kia|đó|nọ|ấy|đấy|nào|nầy ngu|đần|điên|khùng|láo|hãm|dốt =
thằng|lũ|con|mụ|bọn này|kia|đó ngu
bị|não thiểu năng
bị tật nguyền =
thiểu năng
bại não ?
điên|khùng à|nặng =
khốn nạn|kiếp
mất dạy|nết
mất rạy|dậy =
xúc|súk vật =
xúc|thú|súc zật =
khốn lạn|nạng|lịn|nợn =
thằng|con|lũ khìn|tửng|khùm =
vô học
vô giáo dục
bố láo
láo toét|lồn|nháo|chó|lếu
lếu láo
bệnh hoạn
rác rưởi|rến =
rác rưởi|rến của|xã xã|hội
đồ|lũ|thứ|bọn|loại|đám|thằng rác|rẻ|phế|cặn|giẻ rưởi|rách|vật|thải|bã
rác rưởi
phế vật|thải
cặn bã xã|của =
cặn bã xã hội
câm|ngậm|im|khóa|bịt|khép|đóng mồm|mõm|họng|miệng|mẹ|cụ|cái =
câm mồm|mõm|họng|mẹ !
câm|im|ngậm cái|mẹ|cụ mồm|mõm|miệng|họng
im|ngậm mồm|mõm
mồm thối|chó|lồn|hôi|loe
thối mồm
cút %
bọn|lũ cướp|bán|ăn ngày|nước|hại|cướp
bán nước hại dân
óc bò|lợn|trâu|tôm|vật
não tôm|cá|phẳng|cún|ngắn|bò|lợn =
tởm lợm
dở người|hơi =
hãm tài|lồn|l|vcl|vl
ngữ mày|này
loại|ngữ mày =
loại như mày
đồ hãm|dơ|bẩn|tởm|tồi|hèn|khốn|đểu =
xàm chó|cức|cứt|vl|lồn
con giáp thứ 13
con giáp thứ mười ba
mặt mo =
vô liêm sỉ
hèn hạ
đê tiện =
bỉ ổi =
chó chết
mày là|bị cái|thằng|con|đồ|ngu|thần|óc gì|ngu|chó|điên
`;

/** Words against groups of people. */
export const slurs = `
bê đê ?
bede|pede
pê đê =
bóng|thằng|con|đồ|lũ|bọn|mấy bê|pê|bóng|gay|les|xăng đê|lộ|chó|lọ|pha
thằng|con|đồ|lũ|bọn bede|pede
thằng|con|đồ|lũ|bọn bê|pê đê
xăng pha nhớt
đồ|thằng lại cái
con bóng già|chó
khựa =
tàu khựa
parky
bắc kỳ|kì con|chó|ngu|9|mất
nam kỳ|kì chó|ngu|lười
parky chó
mọi rợ
ba que xỏ =
lũ|bọn|đồ|thằng|con|đám ba que =
ba que xỏ|cờ|chó
ba sọc =
đu càng =
bò đỏ =
lũ|bọn|đám|mấy|bầy bò vàng =
cali con
dư luận viên
hồi giáo chó
mọi đen =
`;

/** Wishes and threats of harm. */
export const harm = `
đi chết đi
chết hết|mẹ|cha|cụ|con|đi đi|mẹ|mày|thằng|con
mày chết|đi|nên đi|chết|chết
chết đi thằng|con|đồ|lũ|cho|mày|đồ
chết đi cho rảnh|đỡ|khuất|sạch
cho đỡ chật|chặt đất
đỡ chật đất
đâm|giết|chém|đập|đánh|đốt|tẩn|thiến|xẻo|bắn|chôn|vả|tát|xử chết mẹ|mày|cả|con|cụ|nó|hết|thằng
đâm|giết|chém|đốt|thiến|bắn|treo|thiêu cổ|chết|sống|hết|cả|sạch lũ|bọn|nó|mày|thằng|chúng|tụi =
giết|chém|đâm|đánh|đập|tát|vả|xiên|đấm mày|chúng|vỡ|bỏ|gãy|rụng =
tao giết|chém|đâm|đập|đánh|xiên|thịt|xử|đốt mày|chết|cả|nhà|cho
đáng chết|chém|thiêu|thiến
đem thiêu|bắn|chém|chôn|giết
tự tử đi
treo cổ đi
chết không|ko|k toàn|nhắm|tử thây|mắt|tế
chết không|ko toàn thây
cả nhà mày
mày không|ko|k đáng|xứng|bằng làm|sống|con người|chó
nhổ toẹt|vào =
đập vỡ|chết|bể|nát mặt|mồm|mõm|đầu|sọ|mẹ
hiếp chết|mày =
`;

/** Everyday phrases and idioms in which an entry above is harmless. */
export const vietnameseHarmless = `
# walnuts
bánh|cây|dầu|gỗ|hạt|nhân|quả|rừng|sữa|trái|vỏ|bột|kẹo|hạnh óc chó
óc chó nguyên|tách|sấy|rang|mỹ|vàng
# strewn, sown, and nuns
gieo|rơi|vung|vương|bà|sư|ông|cô|ni|rải vãi
vãi giống|hạt|lúa|thóc|chài
# éo in everyday words
eo|léo|ỏn|uốn|õng éo
éo le|éo
# mugwort, plants, and babies
cỏ|cây|hoa|rau cứt lợn
cứt trâu|mũi|ráy|sắt|ngựa|dê|gà|bò
ỉa chảy|đái|đùn
thằng cu cái đĩ
# the body
dái tai|cá
cầu dái
# dogs and livestock
bọn|lũ|đàn|thằng chó con|nhà|hoang|mèo|đó|cưng
đồ chó mèo
con|mấy|chú chó nhà
gia súc vật nuôi
súc vật nuôi|thả|phải tiêm
giết mổ súc vật
đồ ăn|uống|chơi cho chó
# idioms
ngu si hưởng thái bình
dân ngu khu đen
ngu ngơ|ngơ
giả ngu
ngu ngốc cắn
như chó với mèo
như chó mèo|cắn
chết mẹ con
ốm đau|yếu|tật bệnh hoạn
già yếu bệnh hoạn
mẹ mày mò|khỏe|khoẻ|dặn
má mày khỏe|khoẻ|dặn|gọi
khùng|điên gì|chi đâu
cha mày mò
bố mày mò
# measures, 0 being any number
0 cc|dm|cl|ml|m|l|kg
ngu dân
gửi|nhắn|qua|check|rep|nhận|xem dm
dm cho|admin|mình|em|shop|page|0|trên|khối|vuông|là|bằng
câu lạc bộ|clb dm|cl|đm
# an abbreviated province
ở|tỉnh|tp|về|quê vl|vcl
vl lấp
đm tl|km|số
# flats, and what a state or a computer works by
cc tòa|toà|mini|chung|cao|này|tầng
mail|email|nhớ|gửi cc
cc cho|sếp|trưởng
tắt|gọi|viết|kêu là cc
mua|bán|thuê|ở|căn|sống cc
bộ máy tính|nhà|chính|công|hành|quản|lãnh|đảng|cồng|tổ
con các anh|chị|em|bác|cháu|bạn|ông|bà|thầy|cô|chú|con
# illness, as doctors speak of it
bệnh|chứng|tật|trẻ|cháu|bé đần độn
đần độn do|vì|từ|bẩm
trẻ|cháu|bé|bệnh|chứng|người thiểu năng
thiểu năng trí|tuần|vành|sinh|hô
trẻ|cháu|bé|bệnh|chứng|người bại não
bại não bẩm|từ|do|thể
# places
cầu|đền|chợ|làng|xóm mả mẹ|cha
`;
