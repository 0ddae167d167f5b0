// Own list: of the obscene words and phrases that the filter knows, those that people vent with, written as they stand in
// the lists: `a|b c` for `a c` and `b c`.

/** What makes a word stronger: "hay vl", "mệt sml". */
export const intensifiers = `
vl|vcl|vkl|vcc|vcđ|vcll|vll|vlll|vloi|vlxx|vloz|vlol|vlon|vleu
vailon|vailol|vailoz
vãi lồn|lol|lìn|lềnh|lờ|cứt|đái|nồi|chưởng|lòn|l|cc|cl|cax|cặc
vãi cả lồn|lìn|loz|lol|nồi|lờ|đái
vãi ra|thật|chưởng|cả
vãi
vãj
kinh|xấu|bẩn|dơ|chán vãi
sml
cmn|cmnl|cmnr|clmn
vờ cờ lờ
vê|vờ lờ
fucking
fuckin
goddamn
damn
damned
bloody
`;

/** What is exclaimed at nobody, unless somebody is named: "đm nóng quá". */
export const outbursts = `
đm|đcm|đkm|dcm|dkm
d
dm
dm cái|cả|thế|sao|đời
đ|d mẹ|má
đờ mờ
đê mờ
đờ cờ mờ
đờ|đê ma ma
đệch|đệt|đậu|đù|đú|đìu mẹ|má|mé
đệch|đệt
á đù|đệt|đìu
clgt|clg
địt mẹ
đụ mẹ|má
đéo
đéo ai|hiểu|biết|thèm|quan|tin|chịu|muốn|dám|ngờ|hề|bao|cần
đéo có|phải|gì|j|làm|còn|nói
đéo thấy|được|đc|dc|ra|khác|thể|sao|nghe|coi|xem|đọc|bằng|liên|hay|chơi|lo|sợ|nên|để|nhìn
biết|hiểu|thấy|cần|thèm|có|làm|chả|cũng|mà|thì|ai đéo
đếch|đếk|đếu|đéll|đell|đel|đél|đách|đíu|éo
dell biết|hiểu|chịu|ăn|thèm|ai|có|được|gì|ra|phải|cần
fuck
fucks
fucked
shit
shitty
shite
bullshit
crap
hell
wtf
damnit
dammit
arse
pissed
`;
