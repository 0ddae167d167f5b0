// Own list: entries of bad-words that say nothing against a comment in a Vietnamese newspaper.

/** What the English list loses, in lower case. */
export const englishHarmless = `
# Vietnamese syllables without their marks (phúc, cụm, tít, hụi), and things Vietnamese comments speak of
phuc
cum
tit
hui
a55
dink
dinks
spac
xxx
god
# names of people and places
butt
coon
cox
cumming
dick
ekrem
fanny
gaylord
hoare
kum
kummer
lipshits
lipshitz
monkleigh
pula
rautenberg
schaffer
wang
willies
willy
# the body, medicine and the law, which newspapers write about
anal
anus
beastial
bestial
bestiality
boob
boobs
breasts
clitoris
ejaculate
ejaculated
ejaculates
ejaculating
ejaculatings
ejaculation
enema
feces
foreskin
labia
masochist
masturbate
nazi
nazis
orgasm
orgasms
orifice
penis
porn
porno
pornography
pornos
preteen
rectum
sadist
scrotum
semen
sex
sexy
smegma
testicle
testicles
vagina
viagra
vulva
# everyday words
balls
bloody
bum
cok
dike
dogging
dominatrix
dyke
fart
flange
h4x0r
hoar
homo
knob
knobs
lust
lusting
muff
nob
pawn
poop
pron
s hit
screw
screwing
shag
slag
snatch
spunk
# mild words that no newspaper would stop for
crap
damn
god-dam
god-damned
goddamn
goddamned
hell
hells
pissed
pisses
bugger
feck
# words of other languages that mean nothing bad there, or that read as something else here
cipa
dirsa
dupa
ekto
faen
feg
ficken
fitt
guiena
helvete
hoer
huevon
kanker
knulle
kuk
kusi
mibun
muschi
paska
perse
picka
pillu
pule
puto
schmuck
suka
packy
yed
`;

/** Coarse, but no insult by itself: in an English comment it only raises the risk, unless it is said of something. */
export const englishMild = `
shit
shits
shitty
shite
arse
ass
asses
piss
pissing
pissin
bollock
bollocks
turd
wank
mofo
`;

/** What stands before such a word where it is said of somebody or something: "what a shit article". */
export const englishLinking = `
a
an
is
are
was
were
be
like
as
of
for
you
u
youre
such
total
utter
complete
absolute
pure
fucking
eat
`;

/** What it gains. */
export const englishAdded = `
# left-out vowels and other spellings
fck
fcking
fcker
fuk
fuking
fukin
phuck
stfu
kys
biatch
biatches
dumbass
dumbasses
dumbfuck
asshat
jackass
smartass
fatass
cuntface
motherfuckin
fuckin
fuckboy
thot
thots
hoes
pussies
niggaz
faggy
tranny
trannies
retarded
# insults and threats
kill yourself
kill urself
hang yourself
go die
drop dead
piece of shit
son of a bitch
white trash
trailer trash
shut the fuck|hell up
shit head|heads|face|faces|bag|bags
shit for brains
piss off
kiss|lick|eat my ass|arse
kick|beat|whip|whoop your|ur|his|her|their ass|asses
pain in the ass
screw|damn you
go to hell
burn|rot in hell
suck my dick|balls|cock
you|u retard|moron|imbecile|idiot|scum
retard
fucking idiot|idiots|moron|morons
`;
