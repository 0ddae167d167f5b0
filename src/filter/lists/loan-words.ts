// Own list: words of other languages that Vietnamese comments use every day. None of them is a disguise of a
// Vietnamese word, and none is cut into syllables.

export const loanWords = `
# news, video and the internet
account acc admin album ads alo app apple audio auto avatar backup ban banner bitcoin blog blogger bluetooth bot bug
camera caption card case cash cast center change channel chart chat check checkin clear click clip clone cloud club
code coin combo comeback comment computer content copy cover crop crush data date deadline deal debug default delete
demo design desktop detail dev diss ditto doc domain down download draft drama drop edit editor email emoji event excel
facebook face fake fan fanpage feed feedback file filter fix flag flash folder follow font forum free full gallery
game gamer gaming gif gmail google group hack hacker hashtag highlight hot hotline icon idol inbox info insta
instagram internet intro iphone iphones ipad item javascript key keyboard kpop laptop layout level like line link list
live livestream log login logo macbook mail manager map marketing media meme menu message messenger micro mobile mod
mode model module momo mp music network news nick nickname note notebook offline ok oke okay okie okela online outro
page pass password photo pin pixel platform playlist podcast poll pop popup post preview profile program project pub
quiz radio rank rap rapper react reaction read record remix render rep reply report reset review rock scan scandal
screen script search seeding sell seo server service session set setting setup share shop shopee show showbiz single
site size skin skip slide smart smartphone sms software solo spam speed sponsor spotlight star start startup status
step stop store story stream streamer studio style sub submit subscribe summer support tab tablet tag talk talkshow
team telegram template test text theme thread tiktok timeline tip title top tool topic tour track trailer trend
trending troll tutorial twitter type undo unfollow update upgrade upload user version vid video videos view viral
virus vlog vlogger voice vote vps web webcam website wifi window windows word workshop youtube youtuber zalo zoom
# work, study and money
agency asean bank bar bill bonus boss brand budget business campaign ceo cfo class client coach cod collab company
concept contact contract control course crypto debit director discount dollar exam export fee finance forex freelancer
gdp grab grade gdpr hr ielts import intern invest job kpi lead leader lesson logistics loan logic meeting mentor money
offer office order part partner pay payment plan policy presentation pro product promotion quality resort role sale
sales salon scholarship score seller seminar senior ship shipper sign skill slot stock talent target task tax teamwork
tech toeic toefl training trainer travel trade trader transfer trip usd vip visa vnd voucher warehouse
# home, food, health and clothes
adidas ballad bacon bakery beauty beer bia bike bikini bistro body boot box brunch buffet burger cafe cake camp candy
care casual cheese chef chill chocolate clinic coffee cola cookie covid cream curry detox diet dress eat fashion
fastfood fit fitness food fresh gel glass gluten gym hamburger handmade happy healthy homestay honda hotel house jean
jeans juice jumper kem ketchup kid kids kit latte lipstick makeup mask massage matcha milk mocktail nail nike omega
organic oven party pasta phone pizza protein restaurant roast salad sandwich sauna serum shampoo shoes shorts sky
smoothie snack socola soda sofa soup spa spicy steak sugar sushi sweet taxi tea toast toner toyota vaccine vacxin
vaseline vegan vintage vitamin wine yoga yogurt
# sport, people and small talk
anti baby bad basic battle beat best big bla bolero bowling boxing boy bro bye captain carry casting champion
chemistry cheer classic clean combat concert cool corner couple crazy cup cute dance dancer derby dear done draw dream
easy em epic eu extreme fair family fc feel fighting final fine first flex football forever friend fun funny gen genz
girl goal gold golf good goodbye great green guitar hat hello help hero hi hiphop holiday home honey hope image indie
kick king kiss lady last law life lion long look love lucky luck mad main man match max mess messi mic mind mini miss
mix moment mood mother movie mr mrs ms mv never new nice night no non noob oh old one open out over own pair panda
park peace people perfect piano pick pink play player playoff point pose power premier press pretty prince princess
queen quick race random real red relax respect rest right ring rip romantic round safe same sample save school sea
season secret see self series sexy shock shoot short shot sing singer sir slow smile so soft song soon sorry soul
sound special sport spring squad stage staff stand street stress strong stupid super sure surprise swag swim switch
system take teen tennis thank thanks thankyou the this time tired today together tomorrow touch town toxic train tree
true trust try turbo twin ultra uniform up us valentine vibe vibes victory villa wait wake walk want war warm wash
watch water way wc wedding week weekend welcome well white wild win winner wish woman women wonder work world wow
wrong yeah year yellow yep yes you young yours zero zone
# computers and machines
amd android api arm audi bmw bus camry cdma chip cpu css diesel driver drone dvd ebook euro exciter ferrari flycam
ford gasoline gpu gps grid hard hardware harley hdmi html http https hub hyundai inch inox intel ios java kia kindle
led lexus linux localhost lumia mac mazda mercedes metro microsoft mercury mitsubishi nissan nokia nvidia oppo oled pc
plus porsche print printer python ram realme redmi robot rom router samsung scanner sedan sensor sim sirius sony sql
ssd suv suzuki tesla tivi tv usb vario vinfast vision vivo vsmart xiaomi yamaha
`;
