// Own list: names that people trust with their money or their papers, each with the hosts that are really its own. Hosts
// of the government (`.gov.vn`) may carry any of them.

export const trustedNames = `
# banks and wallets
vietcombank vietcombank.com.vn
vietinbank vietinbank.vn
agribank agribank.com.vn
bidv bidv.com.vn
techcombank techcombank.com techcombank.com.vn
mbbank mbbank.com.vn
sacombank sacombank.com.vn sacombank.com
vpbank vpbank.com.vn
tpbank tpb.vn tpbank.com.vn
acbbank acb.com.vn
hdbank hdbank.com.vn
vibbank vib.com.vn
shbbank shb.com.vn
seabank seabank.com.vn
lienvietpostbank lpbank.com.vn lienvietpostbank.com.vn
eximbank eximbankvn.com.vn eximbank.com.vn
msbbank msb.com.vn
ocbbank ocb.com.vn
napas napas.com.vn
momovn momo.vn
zalopay zalopay.vn zalopay.com.vn
vnpay vnpay.vn vnpayqr.vn
viettelpay viettelmoney.vn
vietlott vietlott.vn
# the state, as it is imitated
csgt csgt.vn
phatnguoi
bocongan
congan
vneid
vnpost vnpost.vn
dichvucong
dinhdanh
thuedientu
tongcucthue
baohiemxahoi
bhxh
evnhcmc evnhcmc.vn
evnhanoi evnhanoi.vn
# parcels and shops
viettelpost viettelpost.vn viettelpost.com.vn
giaohangtietkiem giaohangtietkiem.vn
giaohangnhanh giaohangnhanh.vn ghn.vn
shopee shopee.vn shopee.com shopee.sg shopee.co.id shopee.com.my shopee.ph shopee.tw shopee.co.th
lazada lazada.vn lazada.com lazada.sg lazada.co.id lazada.co.th
tikivn tiki.vn
dienmayxanh dienmayxanh.com
thegioididong thegioididong.com
`;
