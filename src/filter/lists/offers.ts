// Own list, reviewed by hand: what those write who advertise in comments. One phrase a line, as in `vietnamese.ts`.
// No phrase is enough by itself: the weights of the groups are in `rules/advertising.ts`.

/** In Vietnamese, by what is offered. */
export const offers = {
  gambling: `
nhà cái !
nạp lần đầu
nạp rút nhanh|siêu|tốc
nạp|rút tiền nhanh|siêu|trong
hoàn trả 0
tặng 0|code|giftcode
cược ngay|thử|xiên
cược miễn phí
kèo bóng|nhà|thơm|chuẩn|vip|ngon|rung
kèo hôm nay
soi kèo|cầu
chốt số|lô
bắn cá
nổ|quay hũ
quay slot
tài xỉu !
xóc đĩa
lô đề
game bài
đổi thưởng
đánh đề|lô|bạc online
cá cược|độ
cổng game
tải game|app
jackpot|casino|baccarat|poker =
rồng hổ
đá gà trực tuyến
link vào|chính|dự|đăng
bong88|kubet|kuwin|fun88|w88|fb88|m88|sunwin|hitclub|rikvip|go88|b52club|789club|shbet|okvip|new88|jun88|hi88|789bet|f8bet|mb66|789win
`,
  loan: `
vay tiền nhanh|online|nóng|gấp|góp|mặt|ngay
vay nhanh|nóng|online|gấp|trả góp|tín chấp
cho vay
hỗ trợ vay|vốn
giải ngân
chỉ cần cccd|cmnd|căn|cmt
cccd|cmnd là có|vay
không thế chấp
không cần thế chấp|thẩm định
nợ xấu
đáo hạn thẻ|khế
rút tiền thẻ|mặt
lãi suất thấp|0|chỉ
bao duyệt|đậu|nợ
duyệt hồ sơ
duyệt nhanh|trong
app vay
`,
  sim: `
sim số|vip|đẹp|phong|tứ|lục|thần|4g|5g|giá|rẻ|data
bán|thanh sim
thanh lý sim
sim số đẹp
thẻ cào giá|chiết
nạp data
`,
  work: `
việc nhẹ lương|thu
việc nhẹ
lương cao
lương 0 triệu|tr|k
tuyển ctv|cộng|sỉ|đại|gấp
tuyển nhân viên
cộng tác viên
làm thêm tại|online
làm việc tại nhà|online
kiếm tiền online|tại|mỗi|dễ|nhanh|không
kiếm thêm 0|thu
kiếm 0 triệu|tr|củ|k
thu nhập 0|thụ|khủng|thêm|hàng
0 triệu|tr|củ|k mỗi|một|1 tháng|ngày|tuần
không cần cọc|vốn|kinh
công việc online|tại nhà
khóa|khoá học miễn|online|free|kiếm|làm giàu
bí quyết làm|kiếm giàu|tiền
`,
  adult: `
gái gọi
gái xinh|bao phục|chiều|xem
checker|check hàng
massage|mát xa|xông kích|nữ|yoni|gái|vip
sugar baby|daddy
tìm fwb|sgbb
tình một đêm
phim sex|xxx|18|nóng|cấp
clip nóng|sex|18
link full|clip|sex
chat|cam|show sex
show hàng
phục vụ tận|24|tại
đi khách
`,
  followers: `
tăng|mua|bán|kéo like|follow|sub|view|tim|mắt|lượt|fl|theo|tương
mua|bán tick|fanpage|nick|acc|via
tick xanh
dịch vụ seo|facebook|tiktok|marketing|fanpage
chạy quảng|ads
`,
  crypto: `
lợi nhuận 0|khủng|cam|cao|mỗi|đều
cam kết lợi|lãi|hoàn|hiệu|0
đầu tư sinh|siêu|chỉ|forex|coin
sàn giao dịch
sàn forex|bo|coin|quốc tế
nhóm kín|tín hiệu|zalo|vip|tele|kéo
room vip|zalo|tín|tele
chuyên gia đọc|hướng|phím
phím hàng|lệnh
kéo|đọc lệnh
forex|usdt =
nhân đôi|ba tài|tiền|vốn
lãi kép|khủng
lãi 0 ngày|tháng|mỗi
coin sắp|x0
copy trade
`,
  health: `
thuốc giảm|tăng|kích cân|cường|dục|chiều
thuốc nam|đặc|gia trị|truyền
thuốc gia truyền
giảm cân|mỡ cấp|nhanh|hiệu|an|thần|không|0|ngay|tại|siêu
giảm 0 kg
0kg|10kg trong
không tác dụng phụ
không ăn kiêng
chữa|trị|điều dứt|khỏi|tận|trị điểm|hẳn|gốc|dứt
dứt điểm
bài thuốc
gia truyền
trị mụn|nám|tàn|sẹo|hói|xoang|trĩ
tăng chiều|kích cao|thước
tăng cân nhanh|hiệu
kéo dài thời
yếu sinh lý
`,
  fake: `
super|hàng fake|rep
hàng auth|f1|siêu
replica
fake 0
siêu cấp
làm bằng|giấy đại|cấp|giả|lái|tờ
làm giấy tờ
bằng đại học
chứng chỉ tiếng|ielts|toeic
tiền giả
bao đậu|check
thi hộ
`,
  promo: `
giá rẻ|tốt|sốc|gốc|sỉ|chỉ|xưởng|ưu
rẻ nhất
uy tín
khuyến mãi|mại
giảm giá 0|sốc|sâu|cực|lên|đến
sale|xả off|sốc|kho|lớn|0|hàng
miễn phí ship|vận
freeship
toàn quốc
cam kết
bảo hành
chính hãng
thanh lý
chiết khấu
bán buôn|sỉ
hoa hồng 0|cao
ưu đãi
đặt cọc
chỉ 0k|0
cấp tốc
cao cấp
chuẩn 0
tận nơi|nhà
`,
  call: `
liên hệ
lh|ib|inbox|inb|ibox =
gọi|đt|hotline|sđt|call|nhắn|sms 0|ngay
nhắn tin cho|qua|em|mình
add|kết|kb|quét|qua zalo|mã|tele|telegram
kết bạn zalo|qua
zalo|zalô|zal0|z4lo|tele|telegram|whatsapp|viber 0
đặt hàng|mua|lịch
mua ngay
truy cập
tham gia ngay|nhóm|kênh|group|room
đăng ký|kí ngay|tại|nhanh|miễn|chơi
bấm|nhấn|click|ấn vào|link|đây
tại đây
link ở|dưới|trong|bio
vào link|web|group
xem hình|hàng|full tại|ở
để lại số|sđt
báo giá
nhận ngay|quà|code|thưởng
check inbox|ib|bio
ghé shop|page|web|kênh
tư vấn miễn|tận
`,
  channel: `
đăng ký|kí kênh|kenh
sub kênh
ghé kênh
ủng hộ kênh
sub chéo
kênh của mình|em|tôi
tương tác chéo
`,
};

/** In other languages. */
export const foreignOffers = {
  gambling: `
casino|betting|jackpot
bet now
free spins|spin
sports betting
`,
  judol: `
gacor|gacir|gacorr|gaccor|gcor
maxwin|mxwin|makswin
scatter
jepe|jepey|jepee|jeipe|jepeh|jp
wd|withdraw
depo|deposit
slot|slots
situs|judi|bandar
cuan
hoki|hokki
togel|jptogel
rtp|zeus|olympus|mahjong|petir|starlight
modal kecil|receh|minim
member|user baru
bonus new|member|harian
main di
daftar|gabung sekarang|di|sini|dengan
menang besar|terus
langsung jp|cair|dapet
rungkad|rungkat
auto jp|maxwin|sultan
salam|cuma|hanya|mending|coba|gas|ada di
bosku|bosqu|gaskeun|gasken|gaspol
rezeki|saldo
`,
  loan: `
fast|quick|instant|personal|payday loan|loans|cash
loan offer
`,
  work: `
work from home
make|earn money online|fast|from|easy|daily|weekly
earn|making|earning 0
passive|extra income
side hustle
0 a|per day|week|hour
`,
  adult: `
sexy|single|local|hot girls|babes|ladies|women|singles
sex|adult chat|dating|video|videos
onlyfans|escort|escorts
meet singles|girls|sexy
get laid
live sex|sexy
`,
  followers: `
buy|cheap|free|get|gain followers|likes|views|subscribers|subs
sub4sub
sub|like for sub|like
follow for follow
`,
  crypto: `
recover|recovered|recovery your|my|lost|stolen|funds|bitcoin|crypto
lost bitcoin|crypto|funds
hacker
invest|investment|trading with|platform|plan|mentor|signals
bitcoin|btc|crypto|usdt|eth|forex investment|mining|trading|trader|wallet|giveaway|profit
binary option|options
financial freedom
expert trader|broker
`,
  health: `
viagra|cialis|levitra|xanax|tramadol|phentermine
no prescription
weight loss pills|tea|gummies
keto gummies|pills
male enhancement
`,
  fake: `
replica
fake|cheap|replica rolex|watches|passport|diploma|id|bags
`,
  promo: `
limited offer|time
order now|today
buy now
free gift|trial|iphone|membership|entry
you won|win
you have won
have won
claim your|now|prize|call
to|2 claim
click here
act now
100 free|guaranteed
guaranteed|winner|prize|ringtone|ringtones|urgent|unsubscribe
special offer|selected
specially selected
txt|text stop|win|claim|to
reply stop|yes
150p|ppm|per msg
cost 0
free|new msg|message awaiting|waiting
to collect
claim code
dating|chat line|service
ringtone|ringtones|tone|tones|polyphonic
mins
cash prize|reward
cheap
`,
  call: `
order|visit|contact|dm|message|text|whatsapp|inbox me|him|her|this|our|my|on|via|now|here
visit
contact
sign up
join my|our|us|the telegram|group|channel
call now|free|from
phone|ring|call|dial 0
telegram|whatsapp
please like|vote|share|visit|help
`,
  channel: `
check|see|watch|visit|view my|our|mine
check out my|our|mine|this
check it|me|us|them|mine out
out|at|on my|our|mine channel|video|videos|vid|page|song|songs|music|cover|covers|website|youtube|site|track|remix|mixtape|profile|account
my|our youtube|website|page|blog|vid|videos
please|plz|pls|go|and subscribe|sub
thumbs up
follow me|us
ill sub|subscribe
facebook com
new channel|album|mixtape
listen to my
subscribe
`,
  invitation: `
check out my|our channel|channels|video|videos|vid|vids|page|music|song|songs|cover|covers|website|site|new|latest|youtube|blog|mixtape|band
check|visit|watch|view my|our channel|videos|page|website|youtube|video|site
check it out on|at my|our
my|our channel
subscribe|sub|suscribe to|2 my|me|us|our
subscribe my|me|back|4|for|and|please
sub back|4
sub|follow|like 0 sub|follow|like
sub|follow for sub|follow
sub me
visit my|our blog|shop|store
please listen to my|our
please watch|view|check my|our
like this comment
like and subscribe
`,
};
