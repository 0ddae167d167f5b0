// From "Vietnamese offensive words" (MIT, copyright 2023 Blue Eyes) and "eris" (MIT, copyright 2022 Nguyễn Quang
// Sáng), pruned by hand and completed. A word stays only if it is unfit in nearly every comment that has it:
// forms without marks must not read as an everyday word (các, đèo, buổi, lợn, đủ), which took out most of them.

/** What holds a comment, in NFC and lower case; matched as whole words. */
export const vietnamese = `
# buồi, cặc, dái
buồi
đầu bùi
đầu bòi
đầu buồi
daubuoi
caidaubuoi
cặc
cặk
kặc
cặt mày
con cẹc
concac
concak
caiconcac
nungcak
dái
giái
zái
bú cu
bú buồi
bú dái
buscu
# lồn and its disguises
lồn
lìn
loz
lozz
lz
vloz
vlol
vlon
vleu
vailon
vailol
vailoz
cailon
cailol
cailoz
matlon
matlol
matloz
thangmatlon
thangml
thml
ngulon
nhulon
sapmatlon
sapmatlol
sapmatloz
nuglol
nuglon
xàm lol
xam lol
xạo lol
xao lol
ăn lol
cái lol
cai lol
con lol
củ lol
lol gì
lol má
lol mẹ
mặt lol
mat lol
mõm lol
mồm lol
mom lol
ngu lol
như lol
nhu lol
nứng lol
tuổi lol
tuoi lol
vãi lol
vai lol
xàm lon
xạo lon
mặt lon
ngu lon
vãi lon
vãi l
mặt lờ
mặt lồng
vãi lờ
vãi lồng
xàm lồng
xạo lồng
như lờ
vờ cờ lờ
cờ lờ gờ tờ
sấp mặt lờ
nốn lừng
đỗn lì
cái lề gì thốn
sml
tml
clgt
clg
clm
clmm
như cl
nhu cl
cái cl
vãi cl
làm cl
vl
vcl
vkl
vcc
vcđ
như cc
nhu cc
làm cc
lam cc
cái cc
cai cc
ăn cc
an cc
con cc
cc gì
cc j
cc gi
con ml
thằng ml
cái xl
là cc
# địt, đụ
địt
đjt
djt
đỵt
đis
đis mẹ
địch mẹ mày
dit me
dit con me
dit cu may
ditme
ditcu
ditcon
ditconme
ditconmemay
ditmemay
ditmeconcho
ditmecondi
ditmethangoccho
địtconmẹ
địtconmẹmày
đm
đmm
đmmm
đmmmm
đmmmmm
đcm
đcmm
đcmmm
dcm
dcmm
dcmmm
đkm
đkmm
dkm
dkmm
dmm
dmmm
dmmmm
dml
dmcs
dm mày
dm may
dm thằng
dm thang
dm con
dm nó
dm no
dm bọn
dm bon
dm lũ
dm chúng
dm chung
đờ mờ
đê mờ
đờ cờ mờ
đê ca mờ
đê cê mờ
đờ ma ma
đê ma ma
đệch
đệt
đụ
đụ má
đụ mẹ
đù má
đù mẹ
đù mé
đù cha
đú má
đú mẹ
đậu má
đậu mẹ
du ma may
du me may
duoma
clmn
cmm
cmn
cmnl
cmnr
# đéo
đéo
đếch
đếk
đếu
đéll
đell
đel
đél
đách
đíu
éo
dell biết
dell biet
dell hiểu
dell hieu
dell chịu
dell ăn
dell thèm
deo biet
deo hieu
deo quan tam
deohieukieugi
dellhieukieugi
# đĩ
đĩ
đuỹ
đỹ
cđĩ
điloz
đilon
đilol
diloz
dilol
con đỉ
đồ đỉ
làm đỉ
con điếm
đồ điếm
lũ điếm
đĩ điếm
điếm thúi
condicho
condime
con phò
đồ phò
làm phò
gái phò
mấy con phò
bọn phò
# what is done with it
chịch
chich choac
nứng
vãi
vãj
liếm đít
liếm dép
đút đít
bợ đít
lỗ đít
lỗ nhị
banh háng
xéo háng
cứt
cức
cứk
cuccut
cutcut
ỉa
# mothers, fathers, ancestors
con mẹ mày
con mẹ nó
con mẹ này
con mẹ kia
con mẹ đó
con me may
mẹ mày
mẹ cha mày
mẹ cha nó
mẹ cha chúng
mẹ cha nhà
mẹ bà nó
mẹ kiếp
mẹ tụi bây
mẹ tụi mày
mẹ chúng mày
chết mẹ
chết mịa
chết mje
chết cụ mày
chết cụ nó
chết cha mày
chết bà mày
chetme
chet me may
chet me no
bỏ mịa
mịa
kệ mẹ
kệ mịa
kệ mje
cút mẹ
biến mẹ mày
biến mẹ nó
biến mẹ đi
đéo mẹ
mả mẹ
mả cha
mả bố
tổ cha
tổ sư mày
tổ sư bố
tổ sư cha
tổ sư nhà
tổ sư chúng
tiên sư bố
tiên sư cha
tiên sư mày
tiên sư nhà
tiên sư chúng
bố mày
bố nhà mày
bà nội mày
bà cha mày
ông nội mày
ông cố mày
ông tổ mày
cha mày
cụ mày
cụ nhà mày
mọe
moẹ
lũ chúng mày
bọn chúng mày
# dogs and other animals, said to people
óc chó
occho
óc tró
chó má
cờ hó
cẩu nô tài
thằng chó
thằng óc
quân chó đẻ
cái mặt chó
bọn chó
lũ chó
tụi chó
đồ chó
láo chó
não chó
ngu như
như chó
mồm chó
backycho
bắc kỳ chó
bắc kì chó
nam kỳ chó
sủa bậy
sủa bừa
sủa càn
sủa tiếp
bớt sủa
câm sủa
đừng sủa
hẵng sủa
hãy sủa
mày sủa
thích sủa
súc vật
súc sinh
đồ lợn
thằng lợn
thằng mặt
# stupidity, madness, low birth
thằng ngu
con ngu này
đồ ngu
lũ ngu
bọn ngu
dân ngu
đám ngu
mày ngu
ngu bỏ mẹ
ngu bền vững
ngu dốt
ngu đần
ngu học
ngu lâu
ngu người
ngu ngục
ngu quá
ngu si
ngu thế
ngu thật
ngu thì
ngu vãi
ngu vậy
ngu vcl
ngu vl
ngu xuẩn
câu ngu
cũng ngu
là ngu
nói ngu
quá ngu
rất ngu
sự ngu
toàn ngu
ngu nhu bo
ngu nhu cho
thằng đần
đồ đần
đồ điên
con điên
thằng điên
thằng khùng
con khùng
đồ khùng
thằng dở hơi
thằng hèn
lũ hèn
đồ hèn
thằng khốn
con khốn
đồ khốn
lũ khốn
bọn khốn
khốn nạn
khon nan
khốn kiếp
mất dạy
vô học
vô giáo dục
bố láo
láo toét
láo lồn
bệnh hoạn
rác rưởi của xã hội
rác rưởi xã hội
đồ rác rưởi
lũ rác rưởi
cặn bã xã hội
cặn bã của xã hội
câm mồm
câm cụ mồm
câm mõm
câm họng
ngậm mồm
ngậm mõm
im mồm
mồm thối
cút xéo
bọn cướp ngày
đi chết đi
chết hết đi
cho đỡ chật đất
# whole groups of people
bê đê
bede
pê đê
xăng pha nhớt
đồ lại cái
thằng lại cái
bóng lộ
con bóng già
khựa
parky
mọi rợ
`;

/** Everyday phrases and idioms in which an entry above is harmless. */
export const vietnameseHarmless = `
# walnuts
bánh óc chó
cây óc chó
dầu óc chó
gỗ óc chó
hạt óc chó
nhân óc chó
quả óc chó
rừng óc chó
sữa óc chó
trái óc chó
# strewn, sown, and nuns
gieo vãi
rải vãi
rơi vãi
vung vãi
vương vãi
vãi giống
vãi hạt
vãi lúa
vãi thóc
bà vãi
sư vãi
ông vãi
vãi chài
# éo in everyday words
eo éo
éo le
léo éo
ỏn éo
uốn éo
# mugwort, plants, and babies
cỏ cứt lợn
cây cứt lợn
hoa cứt lợn
cứt trâu
ỉa chảy
thằng cu cái đĩ
# the body
dái tai
# dogs and livestock
bọn chó con
bọn chó nhà
đồ chó mèo
lũ chó con
lũ chó hoang
lũ chó nhà
thằng chó con
thằng chó nhà
gia súc vật nuôi
giết mổ súc vật
# idioms
ngu si hưởng thái bình
ngu si huong thai binh
dân ngu khu đen
như chó với mèo
như chó mèo
như chó cắn
chết mẹ con
ốm đau bệnh hoạn
già yếu bệnh hoạn
# an abbreviated province
ở vl
o vl
tỉnh vl
tp vl
`;
