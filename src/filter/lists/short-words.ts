// Own list: how the young write short what patterns are made of: the word, and then its short ways.
export const shortWords = `
không ko k hok hông hong kg khum
được đc dc dk đk
gì j
vậy v z vz zậy
rồi r rùi rồy
mày m mầy mài
bạn bn
người ng
mình mk mik
nói ns noái
thằng thg thk thèn thag thằn
biết bik bít bit
với vs
nữa nx
cũng cx cũg
luôn lun
thích thik
em e
anh a
chị c
nhắn nt
ib ibx
thôi thoy thui
nhiêu nhiu
muốn mún
vợ vk
chồng ck
con coan
chết chớt chít
đi đy đê
như nhu nhuw
nhìn nhìnn
về zề
vào zô vô zào
`;
